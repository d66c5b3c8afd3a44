import type { ComponentChildren } from 'preact'
import type { Actor } from '#kit/actor.ts'
import { dayInWords } from '#kit/date.ts'
import { blankForm } from '#kit/form.ts'
import { SelectField } from '#web/fields.tsx'
import { FilterForm } from '#web/filter-form.tsx'
import { Matrix as MatrixTable } from '#web/matrix.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { ActionPlan } from '../action-plan.ts'
import { areasInWords, type ColumnKey, type MatrixLayout, textIn } from '../columns.ts'
import type { ComparedInitiative, ComparedRow, Numbered, RowChange } from '../compare.ts'
import type { ProjectView } from '../view.ts'
import { ProjectFrame } from './project-frame.tsx'
import { amount, missing, planStateWords } from './words.ts'

type Props = {
  view: ProjectView
  actor: Actor
  from: ActionPlan
  to: ActionPlan
  compared: ComparedInitiative[]
  /** What was last reported of an activity, in words, by its line. */
  reached: ReadonlyMap<string, string>
  layout: MatrixLayout
}

/** Two versions of a plan beside each other: what came, what went, and each cell that is another now. */
export function ComparePage({ view, actor, from, to, compared, reached, layout }: Props) {
  const changed = compared.filter(({ is }) => is !== 'same')
  return (
    <ProjectFrame view={view} actor={actor} tab="rencana">
      <Section title={`Versi ${from.version} dan versi ${to.version}`} note={summaryOf(compared)}>
        {view.plans.length > 2 && <VersionChoice view={view} from={from} to={to} />}
        {to.reason && (
          <p>
            Alasan versi {to.version}: {to.reason}
          </p>
        )}
        {changed.length === 0 && (
          <EmptyState title="Tidak ada perbedaan">Matriks kedua versi ini sama isinya.</EmptyState>
        )}
      </Section>
      {changed.map((initiative) => (
        <Section key={initiative.lineId} title={titleOf(initiative)} note={noteOf(initiative)}>
          <Rows rows={initiative.rows} {...{ from, to, reached, layout }} />
        </Section>
      ))}
    </ProjectFrame>
  )
}

const changeWords: Record<RowChange, string> = {
  added: 'ditambahkan',
  removed: 'dihapus',
  changed: 'diubah',
  same: 'tidak berubah',
}

function summaryOf(compared: ComparedInitiative[]): string {
  const rows = compared.flatMap((initiative) => initiative.rows)
  const counted = (['added', 'removed', 'changed', 'same'] as const).map(
    (change) => `${rows.filter(({ is }) => is === change).length} ${changeWords[change]}`,
  )
  return `Kegiatan: ${counted.join(', ')}`
}

const titleOf = ({ before, after }: ComparedInitiative) => `${(after ?? before)?.position}. ${(after ?? before)?.title}`

function noteOf({ is, before, after }: ComparedInitiative): string {
  if (before && after && before.title !== after.title) return `Semula bernama “${before.title}”`
  return is === 'changed' ? '' : `Program ${changeWords[is]}`
}

type Cell = { field: ColumnKey; row: ComparedRow }

type RowsProps = { rows: ComparedRow[] } & Pick<Props, 'from' | 'to' | 'reached' | 'layout'>

function Rows({ rows, from, to, reached, layout }: RowsProps) {
  const changed = rows.filter(({ is }) => is !== 'same')
  const same = rows.filter(({ is }) => is === 'same')
  const columns: Column<Cell>[] = [
    { header: 'Bagian', cell: ({ field }) => labelOf(field, layout) },
    {
      header: `Versi ${from.version}`,
      cell: ({ field, row }) => <Side is="del" row={row.before} {...{ field, layout }} />,
    },
    {
      header: `Versi ${to.version}`,
      cell: ({ field, row }) => <Side is="ins" row={row.after} {...{ field, layout }} />,
    },
  ]
  return (
    <>
      {changed.length > 0 && (
        <MatrixTable
          caption={`Perbedaan versi ${from.version} dan versi ${to.version}`}
          columns={columns}
          groups={changed.map((row) => ({
            key: row.lineId,
            title: `${(row.after ?? row.before)?.number} ${(row.after ?? row.before)?.title}`,
            note: [changeWords[row.is], reached.get(row.lineId)].filter(Boolean).join('; '),
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

/** A cell of one version: struck out on the old side, underlined on the new one, and told so by its element. */
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

function VersionChoice({ view, from, to }: Pick<Props, 'view' | 'from' | 'to'>) {
  const options = view.plans.map(({ version, state }) => ({
    value: String(version),
    label: `Versi ${version}, ${planStateWords[state].toLowerCase()}`,
  }))
  const form = blankForm({ dari: String(from.version), ke: String(to.version) })
  return (
    <FilterForm action={`/proyek/${view.project.code}/rencana/banding`} label="Pilih versi" act="Bandingkan">
      <SelectField form={form} name="dari" label="Dari" options={options} width={20} />
      <SelectField form={form} name="ke" label="Ke" options={options} width={20} />
    </FilterForm>
  )
}
