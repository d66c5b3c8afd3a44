import type { StoredFile } from '#files'
import { dayIn, dayInWords } from '#kit/date.ts'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { FinalValues, Finish } from '../finish.ts'
import { type Activity, type Matrix, numberOf } from '../matrix.ts'
import { Pictures } from './project-files.tsx'
import { amount } from './words.ts'

type Props = { finish: Finish & { values: FinalValues }; matrix: Matrix; files: StoredFile[] }
type Row = Activity & { number: string; final: string | null }

/** What a finished project reached: each indicator before and after, words, and pictures beside each other. */
export function FinishedSection({ finish, matrix, files }: Props) {
  const { zone } = useShell()
  const rows = matrix.flatMap((initiative) =>
    initiative.activities.map((activity): Row => {
      const final = finish.values[activity.lineId] ?? null
      return { ...activity, number: numberOf(initiative, activity), final }
    }),
  )
  const said = finish.confirmedAt
    ? `Dipastikan atasan ${dayInWords(dayIn(zone, finish.confirmedAt))}`
    : `Dinyatakan agen ${dayInWords(dayIn(zone, finish.finishedAt))}`
  return (
    <Section title="Sebelum dan sesudah" note={said}>
      <DataTable
        caption="Nilai indikator sebelum dan sesudah"
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        empty={null}
      />
      <div class="beside">
        <Pictures title="Sebelum" words={finish.beforeWords} files={files.filter(({ part }) => part === 'before')} />
        <Pictures title="Sesudah" words={finish.afterWords} files={files.filter(({ part }) => part === 'after')} />
      </div>
    </Section>
  )
}

const columns: Column<Row>[] = [
  { header: 'Kegiatan', cell: (row) => `${row.number} ${row.title}` },
  { header: 'Indikator', cell: (row) => row.indicator, priority: 2 },
  { header: 'Sebelum', cell: (row) => amount(row.baseline, row.indicatorUnit), align: 'end' },
  { header: 'Target', cell: (row) => amount(row.target, row.indicatorUnit), align: 'end' },
  { header: 'Sesudah', cell: (row) => <strong>{amount(row.final, row.indicatorUnit)}</strong>, align: 'end' },
]
