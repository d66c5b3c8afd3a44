import { type Day, dueOn, weekdayInWords } from '#kit/date.ts'
import { capital } from '#kit/text.ts'
import { dueOf, type Stage } from '#programme'
import { boundBy, type ProjectRow, stageWords, titleOf, turnWords } from '#project'
import { Section } from '#web/section.tsx'
import { DueMark } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'

type Late = { row: ProjectRow; due: Day }

/** The projects whose stage is past its due day, the latest first; nothing when there is none. */
export function LateTable({ rows, stages, today }: { rows: ProjectRow[]; stages: Stage[]; today: Day }) {
  const late = rows
    .filter((row) => row.turn !== 'nobody')
    .map((row) => ({ row, due: dueOf(stages, boundBy(row, row.stage)) }))
    .filter((one): one is Late => one.due !== null && dueOn(one.due, today).state === 'late')
    .toSorted((a, b) => a.due.localeCompare(b.due))
  if (late.length === 0) return null
  return (
    <Section title="Terlambat" note={`${late.length} dari ${rows.length} proyek`}>
      <DataTable
        caption="Proyek yang melewati batas tahapnya"
        rows={late}
        keyOf={({ row }) => row.id}
        empty={null}
        columns={[
          { header: 'Proyek', cell: ({ row }) => <Named row={row} /> },
          { header: 'Tahap', cell: ({ row }) => stageWords[row.stage as keyof typeof stageWords] },
          { header: 'Giliran', cell: ({ row }) => capital(turnWords[row.turn as keyof typeof turnWords]), priority: 2 },
          { header: 'Batas', cell: ({ due }) => weekdayInWords(due), priority: 2 },
          { header: 'Lewat', cell: ({ due }) => <DueMark on={due} today={today} /> },
        ]}
      />
    </Section>
  )
}

const Named = ({ row }: { row: ProjectRow }) => (
  <>
    <a href={`/proyek/${row.code}`}>{titleOf(row)}</a>
    <small>
      {row.seatNumber} · {row.agentName ?? 'kedudukan kosong'}, {row.unitName}
    </small>
  </>
)
