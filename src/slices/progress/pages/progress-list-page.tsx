import { type Day, dayIn, dayInWords } from '#kit/date.ts'
import type { Programme } from '#programme'
import { type ProjectRow, titleOf } from '#project'
import { Meter } from '#web/bars.tsx'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { Tabs } from '#web/tabs.tsx'
import type { ProgrammeCourse } from '../curve.ts'
import type { ReportingPeriod } from '../period.ts'
import type { Reporting } from '../period-view.ts'
import type { ProgressSummary } from '../summary.ts'
import { CurveChart } from './curve-chart.tsx'
import { PeriodSection, Reported } from './period-section.tsx'
import { periodInWords } from './period-words.ts'
import { curveRule, percentRule } from './words.ts'

type Row = ProjectRow & { summary: ProgressSummary }
type Props = {
  programmes: Programme[]
  programme: Programme | null
  rows: Row[]
  course: ProgrammeCourse | null
  reporting: Reporting | null
  period: ReportingPeriod | null
  today: Day
  mayBundle: boolean
}

/** The progress of every project of a programme that one may read: what is late, and what waits for verification. */
export function ProgressListPage(props: Props) {
  const { programmes, programme, rows, course, reporting, period, today, mayBundle } = props
  const columns = columnsOf(course?.planned ?? new Map())
  return (
    <DeskPage
      title="Kemajuan proyek"
      lead={programme ? `${programme.name}. ${percentRule}` : 'Belum ada program.'}
      actions={
        mayBundle &&
        programme && <ButtonLink href={`/laporan/eviden?program=${programme.slug}`}>Paket eviden per area</ButtonLink>
      }
    >
      {programmes.length > 1 && (
        <Tabs
          label="Program"
          tabs={programmes.map(({ slug, name }) => ({ path: `/laporan?program=${slug}`, label: name }))}
          current={`/laporan?program=${programme?.slug}`}
        />
      )}
      {programme && reporting && period && <PeriodSection {...{ programme, rows, reporting, period }} />}
      <Section title="Kemajuan setiap proyek">
        <DataTable
          caption="Kemajuan proyek menurut nomor kedudukan"
          columns={reporting && period ? [...columns, reportedIn(reporting, period)] : columns}
          rows={rows}
          keyOf={({ id }) => id}
          empty={
            <EmptyState title="Belum ada proyek yang berjalan">
              Proyek muncul di sini setelah rencana aksinya ditetapkan.
            </EmptyState>
          }
        />
      </Section>
      {course && course.projects > 1 && <ProgrammeCurve course={course} today={today} />}
    </DeskPage>
  )
}

/** The mean of the projects that the reader sees. */
const ProgrammeCurve = ({ course: { axis, points, projects }, today }: { course: ProgrammeCourse; today: Day }) => (
  <Section title="Kurva S program" note={`rata-rata ${projects} proyek`}>
    <CurveChart
      title="Kurva S program"
      {...{ points, axis, today }}
      note={`Setiap proyek berbobot sama. ${curveRule(0)}`}
    />
  </Section>
)

const columnsOf = (planned: Map<string, number>): Column<Row>[] => [
  {
    header: 'Proyek',
    cell: (row) => (
      <>
        <a href={pathOf(row)}>{titleOf(row)}</a>
        <small>
          {row.seatNumber} · {row.agentName ?? 'kedudukan kosong'}
        </small>
      </>
    ),
  },
  { header: 'Unit', cell: ({ unitName }) => unitName, priority: 3 },
  {
    header: 'Kemajuan',
    cell: (row) => (
      <>
        <Meter label={`Kemajuan ${titleOf(row)}`} percent={row.summary.percent ?? 0} />
        {planned.has(row.id) && <small>rencana {planned.get(row.id)}%</small>}
      </>
    ),
  },
  {
    header: 'Terlambat',
    cell: ({ summary: { late } }) => (late === 0 ? 'Tidak ada' : <State is="late">{`${late} kegiatan`}</State>),
  },
  {
    header: 'Menunggu verifikasi',
    cell: (row) => (row.summary.waiting === 0 ? 'Tidak ada' : <a href={pathOf(row)}>{row.summary.waiting} hal</a>),
  },
  { header: 'Laporan terakhir', cell: (row) => <Last at={row.summary.lastReportedAt} />, priority: 2 },
]

const reportedIn = (reporting: Reporting, period: ReportingPeriod): Column<Row> => ({
  header: `Laporan ${periodInWords(period)}`,
  cell: (row) => <Reported {...{ reporting, period, row }} />,
})

const pathOf = ({ code }: ProjectRow) => `/proyek/${code}/laporan`

function Last({ at }: { at: Date | null }) {
  const { zone } = useShell()
  return <>{at ? dayInWords(dayIn(zone, at)) : 'Belum ada'}</>
}
