import { addDays, type Day, daysBetween } from '#kit/date.ts'
import { type Axis, axisOf, partOf, percentAt, plannedSpan, type Span, type Track } from './schedule.ts'

/** The whole at the end of a day, in per cent; what has not happened yet is null. */
export type CurvePoint = { on: Day; planned: number; reported: number | null; verified: number | null }

/**
 * Kurva S: planned against real, cumulative. Every activity weighs the same, as in `percentOf`, since no rule and no
 * plan says otherwise. An activity without a last day stands on neither side, so that the two can be compared.
 * Reported is the last report whatever became of it, as everywhere; verified the last one that somebody else verified,
 * from the day on which it was reported.
 */
export function curveOf(tracks: readonly Track[], days: readonly Day[], today: Day): CurvePoint[] {
  const dated = tracks.filter(({ endsOn }) => endsOn !== null)
  if (dated.length === 0) return []
  const proven = dated.map((track) => ({ ...track, readings: track.readings.filter(({ isVerified }) => isVerified) }))
  const [origin = today] = days
  const spans = dated.flatMap((track) => plannedSpan(track, origin) ?? [])
  return days.map((on) => ({
    on,
    planned: meanOf(plannedOn(spans, daysBetween(origin, on))),
    reported: on > today ? null : meanOf(dated.map((track) => percentAt(track, on))),
    verified: on > today ? null : meanOf(proven.map((track) => percentAt(track, on))),
  }))
}

const plannedOn = (spans: readonly Span[], day: number) => spans.map((span) => 100 * partOf(span, day))

/** The curve of several projects: each weighs the same, however many activities it has. Those without a curve not. */
export function meanCurve(curves: readonly CurvePoint[][]): CurvePoint[] {
  const drawn = curves.filter((curve) => curve.length > 0)
  const at = (index: number, which: 'planned' | 'reported' | 'verified') =>
    meanOf(drawn.map((curve) => curve[index]?.[which] ?? 0))
  return (drawn[0] ?? []).map(({ on, reported }, index) => ({
    on,
    planned: at(index, 'planned'),
    reported: reported === null ? null : at(index, 'reported'),
    verified: reported === null ? null : at(index, 'verified'),
  }))
}

/** How a programme goes: the mean curve of its projects, and what each project's plan wants done by today. */
export type ProgrammeCourse = { axis: Axis; points: CurvePoint[]; projects: number; planned: Map<string, number> }

/** The course of a programme from the tracks of all its projects. */
export function programmeCourse(
  programme: { fromOn: Day; untilOn: Day },
  tracks: readonly (Track & { projectId: string })[],
  today: Day,
): ProgrammeCourse {
  const axis = axisOf(programme, tracks)
  const days = curveDays(axis, today)
  const projects = Map.groupBy(tracks, ({ projectId }) => projectId)
  const curves = [...projects.values()].map((own) => curveOf(own, days, today)).filter((curve) => curve.length > 0)
  const planned = [...projects].flatMap(([id, own]) =>
    curveOf(own, [today], today).map((point): [string, number] => [id, Math.floor(point.planned)]),
  )
  return { axis, points: meanCurve(curves), projects: curves.length, planned: new Map(planned) }
}

const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** The days that the table below a curve tells: the end of each step of the axis, and today. */
export function tableDays({ from, until, ticks }: Axis, today: Day): Day[] {
  const ends = ticks.slice(1).map((tick) => addDays(tick, -1))
  return sorted([...ends, until, ...(isOn({ from, until }, today) ? [today] : [])])
}

/** The days at which a curve is drawn: those that the table tells, and one in each week between them. */
export function curveDays(axis: Axis, today: Day): Day[] {
  const weeks: Day[] = []
  for (let day = axis.from; day < axis.until; day = addDays(day, 7)) weeks.push(day)
  return sorted([...weeks, ...tableDays(axis, today)])
}

const sorted = (days: Day[]): Day[] => [...new Set(days)].toSorted()

/** Whether the axis reaches that day. */
export const isOn = ({ from, until }: Pick<Axis, 'from' | 'until'>, day: Day): boolean => from <= day && day <= until
