import type { Actor } from '#kit/actor.ts'
import { dayIn, dayInWords } from '#kit/date.ts'
import { type Activity, activitiesOf, amount, type Matrix, numberOf, ProjectFrame, type ProjectView } from '#project'
import { Meter } from '#web/bars.tsx'
import { Facts } from '#web/facts.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DueMark, State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { Reporting } from '../period-view.ts'
import { isLate, type ProgressLine, summaryOf } from '../summary.ts'
import { askedNow, PeriodOfProject } from './asked-now.tsx'
import { percentRule, stateWords } from './words.ts'

type Props = { view: ProjectView; actor: Actor; matrix: Matrix; lines: ProgressLine[]; reporting: Reporting | null }
type Row = ProgressLine & { activity: Activity; number: string; path: string }

/** How far a project has come: the whole, and each activity of its agreed plan. */
export function ProgressPage({ view, actor, matrix, lines, reporting }: Props) {
  return (
    <ProjectFrame view={view} actor={actor} tab="laporan">
      {activitiesOf(matrix).length === 0 ? (
        <Section title="Kemajuan">
          <EmptyState title="Belum ada yang dilaporkan">
            Kemajuan dilaporkan untuk setiap kegiatan setelah rencana aksi ditetapkan.
          </EmptyState>
        </Section>
      ) : (
        <Reported view={view} rows={rowsOf(view, matrix, lines)} reporting={reporting} />
      )}
    </ProjectFrame>
  )
}

function rowsOf({ project }: ProjectView, matrix: Matrix, lines: ProgressLine[]): Row[] {
  const byLine = new Map(lines.map((line) => [line.lineId, line]))
  return matrix.flatMap((initiative) =>
    initiative.activities.flatMap((activity) => {
      const line = byLine.get(activity.lineId)
      const path = `/proyek/${project.code}/laporan/${activity.lineId}`
      return line ? [{ ...line, activity, number: numberOf(initiative, activity), path }] : []
    }),
  )
}

function Reported({ view, rows, reporting }: Pick<Props, 'view' | 'reporting'> & { rows: Row[] }) {
  const { zone } = useShell()
  const { percent, late, waiting, lastReportedAt } = summaryOf(view.project.id, rows, view.today)
  return (
    <Section title="Kemajuan" act={<a href={`/proyek/${view.project.code}/eviden`}>Semua eviden</a>}>
      {reporting && <PeriodOfProject reporting={reporting} projectId={view.project.id} rows={rows} />}
      <Facts
        facts={[
          { term: 'Seluruh proyek', detail: <Whole percent={percent ?? 0} /> },
          { term: 'Terlambat', detail: late === 0 ? 'Tidak ada' : `${late} dari ${rows.length} kegiatan` },
          { term: 'Menunggu verifikasi', detail: waiting === 0 ? 'Tidak ada' : `${waiting} laporan dan eviden` },
          {
            term: 'Laporan terakhir',
            detail: lastReportedAt ? dayInWords(dayIn(zone, lastReportedAt)) : 'Belum ada laporan',
          },
        ]}
      />
      <DataTable
        caption="Kemajuan setiap kegiatan"
        columns={[...columns, ...askedNow(reporting, view.project.id)]}
        rows={rows}
        keyOf={({ lineId }) => lineId}
        empty={null}
      />
    </Section>
  )
}

const Whole = ({ percent }: { percent: number }) => (
  <>
    <Meter label="Kemajuan seluruh proyek" percent={percent} />
    <p class="hint">{percentRule}</p>
  </>
)

const columns: Column<Row>[] = [
  {
    header: 'Kegiatan',
    cell: (row) => <a href={row.path}>{`${row.number} ${row.activity.title}`}</a>,
  },
  { header: 'Batas', cell: (row) => <Until row={row} /> },
  {
    header: 'Kemajuan',
    cell: ({ number, latest }) => <Meter label={`Kemajuan kegiatan ${number}`} percent={latest?.percent ?? 0} />,
  },
  { header: 'Nilai', cell: (row) => <Value row={row} />, priority: 2 },
  { header: 'Eviden', cell: ({ evidence }) => evidence.all, align: 'end', priority: 2 },
  { header: 'Keadaan', cell: (row) => <HowItStands row={row} /> },
]

/** The last day of an activity, and that it has passed where the activity is not done. */
export function Until({ row }: { row: ProgressLine }) {
  if (row.endsOn === null) return <>Tanpa batas</>
  return (
    <>
      {dayInWords(row.endsOn)} <Late row={row} />
    </>
  )
}

function Late({ row: { latest, endsOn } }: { row: ProgressLine }) {
  const { today } = useShell()
  return endsOn !== null && isLate(latest?.percent ?? 0, endsOn, today) ? <DueMark on={endsOn} today={today} /> : null
}

const Value = ({ row: { activity, latest } }: { row: Row }) => (
  <>
    {latest?.value ? amount(latest.value, activity.indicatorUnit) : 'Belum diukur'}
    <small>target {amount(activity.target, activity.indicatorUnit)}</small>
  </>
)

/** The state of the latest report; what else waits or was sent back stands below. */
function HowItStands({ row: { latest, evidence } }: { row: ProgressLine }) {
  if (latest === null) return <State is="open">Belum dilaporkan</State>
  const { is, word } = stateWords[latest.state]
  return (
    <>
      <State is={is}>{word}</State>
      {evidence.waiting.length > 0 && <small>{evidence.waiting.length} eviden menunggu</small>}
      {evidence.sentBack.length > 0 && <small>{evidence.sentBack.length} eviden dikembalikan</small>}
    </>
  )
}
