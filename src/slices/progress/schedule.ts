import { addDays, type Day, daysBetween } from '#kit/date.ts'

/** What was reported of an activity on a day. */
export type Reading = { on: Day; percent: number; isVerified: boolean }

/** An activity as far as time goes: its days in the plan, and what was reported of it, oldest first. */
export type Track = { startsOn: Day | null; endsOn: Day | null; readings: Reading[] }

/**
 * The part of an activity (0 to 1) that its plan wants done at the end of a day: evenly from its first day to its
 * last, both included; all of it on the last day where it has no first. Settled: no rule says how work spreads, and
 * an even spread is what everybody can check by hand. Null where the plan names no last day.
 */
export function plannedPart(track: Track, day: Day): number | null {
  const span = plannedSpan(track, day)
  return span === null ? null : partOf(span, 0)
}

/** The planned days of an activity as numbers, counted from an origin: a curve asks for many, and days count slowly. */
export type Span = { from: number; until: number }

export function plannedSpan({ startsOn, endsOn }: Track, origin: Day): Span | null {
  if (endsOn === null) return null
  const until = daysBetween(origin, endsOn)
  return { from: startsOn === null ? until : Math.min(until, daysBetween(origin, startsOn)), until }
}

/** The part of a span that is over at the end of a day. */
export const partOf = ({ from, until }: Span, day: number): number =>
  Math.min(1, Math.max(0, (day - from + 1) / (until - from + 1)))

/** The percentage that was in force at the end of a day: the last one reported by then, 0 before the first. */
export const percentAt = ({ readings }: Track, day: Day): number =>
  readings.findLast(({ on }) => on <= day)?.percent ?? 0

/** So many points behind the plan and it is critical. Settled: a fifth of an activity does not come back by itself. */
const criticalPoints = 20

/** How an activity goes, its plan against what was reported. */
export type Course = {
  percent: number
  /** What the plan wants by today; null where it names no last day. */
  planned: number | null
  /** The first day on which some progress was reported. */
  begunOn: Day | null
  /** The day since which it is reported as done. */
  doneOn: Day | null
  /** Days after its last day: until today while it is not done, else until it was. */
  lateBy: number
  /**
   * Kritis: today's plan is 20 points or more above the last report. Whoever is past the last day and not beyond 80 %
   * is so always; whoever has a few per cent left is late, not critical.
   */
  isCritical: boolean
}

/** The course of an activity as of a day. */
export function courseOf(track: Track, today: Day): Course {
  const { endsOn, readings } = track
  const percent = percentAt(track, today)
  const part = plannedPart(track, today)
  const planned = part === null ? null : Math.floor(part * 100)
  const lastUndone = readings.findLastIndex((reading) => reading.percent < 100)
  const doneOn = readings[lastUndone + 1]?.on ?? null
  const lateBy = endsOn === null ? 0 : Math.max(0, daysBetween(endsOn, doneOn ?? today))
  return {
    percent,
    planned,
    begunOn: readings.find((reading) => reading.percent > 0)?.on ?? null,
    doneOn,
    lateBy,
    isCritical: planned !== null && planned - percent >= criticalPoints,
  }
}

/** The stretch of time that a chart shows, with the days at which something new begins on it. */
export type Axis = { from: Day; until: Day; steps: 'weeks' | 'months'; ticks: Day[] }

/** A programme shorter than this is drawn in weeks. */
const shortProgramme = 120

/** The axis of a programme, stretched by whatever of these activities lies outside of it. */
export function axisOf({ fromOn, untilOn }: { fromOn: Day; untilOn: Day }, tracks: readonly Track[]): Axis {
  const days = tracks.flatMap(({ startsOn, endsOn, readings }) => [startsOn, endsOn, ...readings.map(({ on }) => on)])
  const all = [fromOn, untilOn, ...days.filter((day) => day !== null)].toSorted()
  const [from = fromOn, until = untilOn] = [all.at(0), all.at(-1)]
  const steps = daysBetween(from, until) < shortProgramme ? 'weeks' : 'months'
  return { from, until, steps, ticks: steps === 'weeks' ? weeksOf(from, until) : monthsOf(from, until) }
}

function weeksOf(from: Day, until: Day): Day[] {
  const count = Math.floor(daysBetween(from, until) / 7) + 1
  return Array.from({ length: count }, (_, week) => addDays(from, week * 7))
}

/** The first day and each first of a month after it; quarters where there are more than 26 months. */
function monthsOf(from: Day, until: Day): Day[] {
  const ticks: Day[] = [from]
  for (let day = monthAfter(from); day <= until; day = monthAfter(day)) ticks.push(day)
  return ticks.length <= 26
    ? ticks
    : ticks.filter((day, at) => at === 0 || [1, 4, 7, 10].includes(Number(day.slice(5, 7))))
}

const monthAfter = (day: Day): Day => `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`

/** Where a day begins on the axis, in per cent of its length. */
export const placeOn = ({ from, until }: Axis, day: Day): number =>
  (100 * daysBetween(from, day)) / (daysBetween(from, until) + 1)

/** Where a day ends on the axis: what is told of a day holds when it is over. */
export const placeAfter = (axis: Axis, day: Day): number => placeOn(axis, addDays(day, 1))

/** The ticks beside which a label has room: not the few days of a month before the next, and no more than `most`. */
export function labelled(axis: Axis, most: number): Day[] {
  const { ticks } = axis
  const room = (tick: Day, at: number) => placeOn(axis, ticks[at + 1] ?? axis.until) - placeOn(axis, tick)
  const roomy = ticks.filter((tick, at) => room(tick, at) >= 60 / ticks.length)
  return roomy.filter((_, at) => at % Math.ceil(roomy.length / most) === 0)
}
