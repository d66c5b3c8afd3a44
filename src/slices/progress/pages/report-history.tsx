import { dayIn, dayInWords, instantInWords } from '#kit/date.ts'
import { amount } from '#project'
import { ActButton, ButtonLink } from '#web/button.tsx'
import { type Fact, Facts } from '#web/facts.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import { reportAllows } from '../progress-report.ts'
import type { ReportRow } from '../store.ts'
import type { LineView } from '../view.ts'
import { stateWords } from './words.ts'

type LatestProps = { row: ReportRow; view: LineView; isPrimary: boolean }

/** The report that counts, and for whoever looks at it what can be decided. */
export function LatestReport({ row, view, isPrimary }: LatestProps) {
  const { zone } = useShell()
  const path = `${view.path}/${row.id}`
  const judges = view.mayJudge(row)
  const facts: Fact[] = [
    { term: 'Keadaan', detail: <Stands row={row} /> },
    { term: 'Dilaporkan', detail: `${instantInWords(zone, row.reportedAt)} oleh ${authorOf(row)}` },
    { term: 'Yang dicapai', detail: row.note },
    { term: 'Hambatan', detail: row.obstacle },
    { term: 'Penyelesaian', detail: row.solution },
  ]
  return (
    <>
      <Facts facts={facts.filter(({ detail }) => detail !== '')} />
      {judges && (
        <div class="actions">
          {reportAllows(row.state, 'verify') && (
            <ActButton {...(isPrimary && { kind: 'primary' })} action={`${path}/verifikasi`}>
              Verifikasi laporan
            </ActButton>
          )}
          {reportAllows(row.state, 'sendBack') && (
            <ButtonLink href={`${path}/kembalikan`}>Kembalikan laporan</ButtonLink>
          )}
        </div>
      )}
    </>
  )
}

/** What was reported before, the latest first. */
export const ReportHistory = ({ rows, unit }: { rows: ReportRow[]; unit: string }) => (
  <Section title="Laporan sebelumnya">
    <DataTable
      caption="Laporan sebelumnya"
      rows={rows}
      keyOf={({ id }) => id}
      empty={null}
      columns={[
        { header: 'Dilaporkan', cell: (row) => <Reported row={row} /> },
        { header: 'Kemajuan', cell: ({ percent }) => `${percent}%`, align: 'end' },
        { header: 'Nilai', cell: ({ value }) => (value ? amount(value, unit) : 'Tidak diisi'), align: 'end' },
        { header: 'Yang dicapai', cell: (row) => <Said row={row} /> },
        { header: 'Keadaan', cell: (row) => <Stands row={row} /> },
      ]}
    />
  </Section>
)

function Reported({ row }: { row: ReportRow }) {
  const { zone } = useShell()
  return (
    <>
      {dayInWords(dayIn(zone, row.reportedAt))}
      <small>{authorOf(row)}</small>
    </>
  )
}

const Said = ({ row }: { row: ReportRow }) => (
  <>
    {row.note}
    {row.obstacle && <small>Hambatan: {row.obstacle}</small>}
    {row.solution && <small>Penyelesaian: {row.solution}</small>}
  </>
)

const Stands = ({ row: { state, remark } }: { row: ReportRow }) => (
  <>
    <State is={stateWords[state].is}>{stateWords[state].word}</State>
    {remark && <small>{remark}</small>}
  </>
)

const authorOf = ({ authorName, behalfName }: ReportRow) =>
  behalfName ? `${authorName} atas nama ${behalfName}` : authorName
