import type { Actor } from '#kit/actor.ts'
import { dayInWords, rangeInWords } from '#kit/date.ts'
import { listInWords } from '#kit/text.ts'
import { type Activity, type Matrix, numberOf, ProjectFrame, type ProjectView } from '#project'
import { Matrix as MatrixTable } from '#web/matrix.tsx'
import { EmptyState, MoreWords, Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import type { Column } from '#web/table-rows.tsx'
import { curveDays, curveOf } from '../curve.ts'
import { type Axis, axisOf, type Course, courseOf, type Track } from '../schedule.ts'
import { CurveChart } from './curve-chart.tsx'
import { GanttAxis, GanttBar, GanttLegend } from './gantt.tsx'
import { curveRule } from './words.ts'

type Props = { view: ProjectView; actor: Actor; plan: { version: number; isAgreed: boolean }; scheduled: Scheduled[] }

/** A heading of the matrix with its activities, each with its track. */
export type Scheduled = Initiative & { activities: { activity: Activity; track: Track }[] }
type Initiative = Omit<Matrix[number], 'activities'>

type Row = { activity: Activity; number: string; track: Track; course: Course; path: string | null }

/** When a project's activities are to be done and how they really go: a bar for each, and the whole as a curve. */
export function SchedulePage({ view, actor, plan, scheduled }: Props) {
  const tracks = scheduled.flatMap(({ activities }) => activities.map(({ track }) => track))
  const dated = tracks.filter(({ endsOn }) => endsOn !== null)
  return (
    <ProjectFrame view={view} actor={actor} tab="jadwal">
      {dated.length === 0 ? (
        <Section title="Jadwal">
          <EmptyState title="Belum ada kegiatan yang bertanggal">
            Jadwal tergambar setelah kegiatan dalam rencana aksi diberi tanggal mulai dan selesai.
          </EmptyState>
        </Section>
      ) : (
        <Drawn {...{ view, plan, scheduled, tracks }} />
      )}
    </ProjectFrame>
  )
}

function Drawn({ view, plan, scheduled, tracks }: Omit<Props, 'actor'> & { tracks: Track[] }) {
  const { today, programme, project } = view
  const axis = axisOf(programme, tracks)
  const groups = scheduled.map((initiative) => ({
    key: initiative.id,
    title: `${initiative.position}. ${initiative.title}`,
    rows: initiative.activities.map(({ activity, track }) => ({
      activity,
      track,
      number: numberOf(initiative, activity),
      course: courseOf(track, today),
      path: plan.isAgreed ? `/proyek/${project.code}/laporan/${activity.lineId}` : null,
    })),
  }))
  const rows = groups.flatMap((group) => group.rows)
  const undated = tracks.filter(({ endsOn }) => endsOn === null).length
  const points = curveOf(tracks, curveDays(axis, today), today)
  return (
    <>
      <Section
        title="Jadwal kegiatan"
        note={`${plan.isAgreed ? 'Rencana awal' : 'Rencana yang belum ditetapkan'}, versi ${plan.version}`}
      >
        <p>{countsInWords(rows)}</p>
        <GanttLegend />
        <MatrixTable
          caption="Jadwal kegiatan, rencana dan pelaksanaan"
          columns={columnsOf(axis, today)}
          groups={groups}
          keyOf={({ activity }) => activity.id}
        />
        <MoreWords label="Cara menghitung keterlambatan">
          <p>{lateRule}</p>
        </MoreWords>
      </Section>
      {points.length > 0 && (
        <Section title="Kurva S" note="rencana dan kenyataan, kumulatif">
          <CurveChart title="Kurva S proyek" {...{ points, axis, today }} note={curveRule(undated)} />
        </Section>
      )}
    </>
  )
}

const lateRule =
  'Terlambat: batasnya sudah lewat di zona waktu instansi dan laporan terakhir belum 100%. Kritis: laporan terakhir tertinggal 20 poin atau lebih dari rencana hari ini, bila pekerjaan terbagi rata dari tanggal mulai sampai selesai.'

/** "Dari 5 kegiatan, 1 selesai, 1 terlambat, dan 1 kritis." */
function countsInWords(rows: Row[]): string {
  const count = (which: (course: Course) => boolean) => rows.filter(({ course }) => which(course)).length
  const counts = [
    `${count(({ doneOn }) => doneOn !== null)} selesai`,
    `${count(({ doneOn, lateBy }) => doneOn === null && lateBy > 0)} terlambat`,
    `${count(({ isCritical }) => isCritical)} kritis`,
  ]
  return `Dari ${rows.length} kegiatan, ${listInWords(counts)}.`
}

const columnsOf = (axis: Axis, today: string): Column<Row>[] => [
  { header: 'Kegiatan', cell: nameOf },
  {
    header: 'Bagan',
    head: <GanttAxis axis={axis} today={today} />,
    cell: ({ track, course }) => <GanttBar {...{ axis, track, course, today }} />,
  },
  { header: 'Rencana', cell: ({ track }) => planInWords(track) },
  { header: 'Dilaporkan', cell: ({ course }) => realInWords(course) },
  { header: 'Keadaan', cell: (row) => <HowItGoes row={row} /> },
]

function nameOf({ number, activity, path }: Row) {
  const name = `${number} ${activity.title}`
  return path ? <a href={path}>{name}</a> : name
}

function planInWords({ startsOn, endsOn }: Track): string {
  if (endsOn === null) return startsOn === null ? 'tanpa tanggal' : `mulai ${dayInWords(startsOn)}`
  return startsOn === null ? `sampai ${dayInWords(endsOn)}` : rangeInWords(startsOn, endsOn)
}

function realInWords({ begunOn, doneOn }: Course): string {
  if (begunOn === null) return 'belum'
  return doneOn === null ? `sejak ${dayInWords(begunOn)}` : rangeInWords(begunOn, doneOn)
}

function HowItGoes({ row: { track, course } }: { row: Row }) {
  const { percent, planned, doneOn, lateBy, isCritical } = course
  if (doneOn !== null)
    return (
      <div>
        <State is="done">Selesai</State>
        {lateBy > 0 && <small>{lateBy} hari setelah batas</small>}
      </div>
    )
  const isLate = lateBy > 0
  const compared = planned === null || track.endsOn === null ? '' : `, rencana ${planned}%`
  return (
    <div>
      {isLate && <State is="late">{`Terlambat ${lateBy} hari`}</State>} {isCritical && <State is="late">Kritis</State>}
      {!isLate && !isCritical && <State is="open">{percent > 0 ? 'Berjalan' : 'Belum mulai'}</State>}
      <small>{`${percent}%${compared}`}</small>
    </div>
  )
}
