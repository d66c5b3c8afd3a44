import type { ComponentChildren } from 'preact'
import { dayInWords } from '#kit/date.ts'
import { Matrix as MatrixTable } from '#web/matrix.tsx'
import { Section } from '#web/section.tsx'
import type { Column } from '#web/table-rows.tsx'
import { areasInWords, type ColumnKey, type MatrixLayout, textIn } from '../columns.ts'
import type { ComparedInitiative, ComparedRow, Numbered, RowChange } from '../compare.ts'
import { amount, missing } from './words.ts'

/** What the two sides of a comparison are called: "Versi 1" and "Versi 2". */
export type Sides = { before: string; after: string }

type Props = {
  compared: ComparedInitiative[]
  sides: Sides
  layout: MatrixLayout
  /** What was last reported of an activity, in words, by its line. */
  reached?: ReadonlyMap<string, string>
}

/** Each initiative in which something differs: what came, what went, and each cell that is another now. */
export const ComparedSections = ({ compared, ...how }: Props) => (
  <>
    {compared
      .filter(({ is }) => is !== 'same')
      .map((initiative) => (
        <Section key={initiative.lineId} title={titleOf(initiative)} note={noteOf(initiative)}>
          <Rows rows={initiative.rows} caption={captionOf(initiative)} {...how} />
        </Section>
      ))}
  </>
)

const changeWords: Record<RowChange, string> = {
  added: 'ditambahkan',
  removed: 'dihapus',
  changed: 'diubah',
  same: 'tidak berubah',
}

/** "Kegiatan: 2 ditambahkan, 0 dihapus, 1 diubah, 9 tidak berubah" */
export function summaryOf(compared: ComparedInitiative[]): string {
  const rows = compared.flatMap((initiative) => initiative.rows)
  const counted = (['added', 'removed', 'changed', 'same'] as const).map(
    (change) => `${rows.filter(({ is }) => is === change).length} ${changeWords[change]}`,
  )
  return `Kegiatan: ${counted.join(', ')}`
}

const titleOf = ({ before, after }: ComparedInitiative) => `${(after ?? before)?.position}. ${(after ?? before)?.title}`

/** Each table of the page is called after its own programme. */
const captionOf = (initiative: ComparedInitiative) => `Perbedaan pada program ${titleOf(initiative)}`

function noteOf({ is, before, after }: ComparedInitiative): string {
  if (before && after && before.title !== after.title) return `Semula bernama “${before.title}”`
  return is === 'changed' ? '' : `Program ${changeWords[is]}`
}

type Cell = { field: ColumnKey; row: ComparedRow }
type RowsProps = { rows: ComparedRow[]; caption: string } & Omit<Props, 'compared'>

function Rows({ rows, caption, sides, layout, reached }: RowsProps) {
  const changed = rows.filter(({ is }) => is !== 'same')
  const same = rows.filter(({ is }) => is === 'same')
  const columns: Column<Cell>[] = [
    { header: 'Bagian', cell: ({ field }) => labelOf(field, layout) },
    { header: sides.before, cell: ({ field, row }) => <Side is="del" row={row.before} {...{ field, layout }} /> },
    { header: sides.after, cell: ({ field, row }) => <Side is="ins" row={row.after} {...{ field, layout }} /> },
  ]
  return (
    <>
      {changed.length > 0 && (
        <MatrixTable
          caption={caption}
          columns={columns}
          groups={changed.map((row) => ({
            key: row.lineId,
            title: `${(row.after ?? row.before)?.number} ${(row.after ?? row.before)?.title}`,
            note: [changeWords[row.is], reached?.get(row.lineId)].filter(Boolean).join('; '),
            rows: row.cells.map((field) => ({ field, row })),
          }))}
          keyOf={({ field }) => field}
        />
      )}
      {same.length > 0 && <p>Tidak berubah: {same.map(({ after }) => after?.number).join(', ')}.</p>}
    </>
  )
}

const labelOf = (field: ColumnKey, { columns }: MatrixLayout) =>
  columns.find(({ key }) => key === field)?.label ?? field

type SideProps = { is: 'ins' | 'del'; row: Numbered | null; field: ColumnKey; layout: MatrixLayout }

/** A cell of one side: struck out on the old one, underlined on the new one, and told so by its element. */
function Side({ is: Mark, row, field, layout }: SideProps) {
  if (row === null) return 'tidak ada'
  const words = cellOf(row, field, layout)
  return words === null ? missing : <Mark>{words}</Mark>
}

function cellOf(row: Numbered, field: ColumnKey, { areaNames }: MatrixLayout): ComponentChildren {
  const value = textIn(row, field)
  if (value === null) return null
  if (field === 'areaCodes') return areasInWords(row, areaNames)
  if (field === 'baseline' || field === 'target') return amount(value, row.indicatorUnit)
  return field === 'startsOn' || field === 'endsOn' ? dayInWords(value) : value
}
