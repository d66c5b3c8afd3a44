import { addDays, type Day } from '#kit/date.ts'
import type { Programme, Reporting } from '#programme'
import type { ProgressState } from './progress-report.ts'

/**
 * Periode pelaporan: a part of a programme of which every activity under way is reported once. It opens on its first
 * day and closes at the end of its due day. Periods are derived from the programme and stand in no table.
 */
export type ReportingPeriod = {
  /** "2026-03", "2026-tw1", "2026-s1": how addresses and the journal name it. */
  code: string
  fromOn: Day
  untilOn: Day
  dueOn: Day
}

type Setting = Pick<Programme, 'fromOn' | 'untilOn' | 'reporting' | 'reportDays'>

const monthsIn: Record<Exclude<Reporting, 'none'>, number> = { monthly: 1, quarterly: 3, 'half-yearly': 6 }

/**
 * The periods of a programme: calendar months, quarters or half-years, cut to its first and last day; none where it
 * asks for no reports. Settled: a report is due so many days after the last day of its period.
 */
export function periodsOf({ fromOn, untilOn, reporting, reportDays }: Setting): ReportingPeriod[] {
  if (reporting === 'none') return []
  const months = monthsIn[reporting]
  const first = monthOf(fromOn)
  const periods: ReportingPeriod[] = []
  for (let month = first - (first % months); firstDayOf(month) <= untilOn; month += months) {
    const [begins, ends] = [firstDayOf(month), addDays(firstDayOf(month + months), -1)]
    const until = ends < untilOn ? ends : untilOn
    periods.push({
      code: codeOf(month, months),
      fromOn: begins > fromOn ? begins : fromOn,
      untilOn: until,
      dueOn: addDays(until, reportDays),
    })
  }
  return periods
}

/** Months since the year 0, so that the months of a year begin at a multiple of twelve. */
const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

const firstDayOf = (month: number): Day =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`

function codeOf(month: number, months: number): string {
  const [year, within] = [Math.floor(month / 12), month % 12]
  if (months === 1) return `${year}-${String(within + 1).padStart(2, '0')}`
  return `${year}-${months === 3 ? 'tw' : 's'}${within / months + 1}`
}

/**
 * The period to which a report of this day belongs, and the one that is reported today: the first that is not yet
 * closed. After the last due day there is none.
 */
export const periodOn = (periods: readonly ReportingPeriod[], day: Day): ReportingPeriod | undefined =>
  periods.find(({ dueOn }) => dueOn >= day)

/** The period that closed last before this day. */
export const closedBefore = (periods: readonly ReportingPeriod[], day: Day): ReportingPeriod | undefined =>
  periods.findLast(({ dueOn }) => dueOn < day)

/** A report as far as periods go: of which activity, how far, and on which day of the agency's zone. */
export type GivenReport = { lineId: string; percent: number; state: ProgressState; on: Day }

/** A project as far as periods go. It is asked for reports from the day of its agreed plan until it is finished. */
export type Reportable = {
  runsFrom: Day | null
  runsUntil: Day | null
  activities: readonly { lineId: string; startsOn: Day | null }[]
  /** In the order in which they were given. */
  reports: readonly GivenReport[]
}

/**
 * How a project stands in a period. `open` may still report, `late` is past the due day, `made-up` reported after it,
 * and of `unasked` nothing was under way.
 */
export type ReportingState = 'unasked' | 'reported' | 'open' | 'late' | 'made-up'

export type ReportingStanding = {
  state: ReportingState
  /** The lines of the activities that were under way. */
  asked: string[]
  /** Those of them without a report in the period. */
  lacking: string[]
}

/**
 * How a project stands in one of its programme's periods. A period is reported when each activity that was under way
 * has a report in it: begun by its last day, and not at 100 % by the last report before it (one that was sent back
 * finishes nothing). It is late from the day after the due day.
 */
export function standingIn(
  periods: readonly ReportingPeriod[],
  period: ReportingPeriod,
  project: Reportable,
  today: Day,
): ReportingStanding {
  const opens = closedBefore(periods, period.dueOn)?.dueOn ?? ''
  const ran =
    project.runsFrom !== null &&
    project.runsFrom <= period.untilOn &&
    (project.runsUntil === null || project.runsUntil > period.dueOn)
  if (!ran) return { state: 'unasked', asked: [], lacking: [] }
  const of = (lineId: string) => project.reports.filter((report) => report.lineId === lineId)
  const asked = project.activities
    .filter(({ startsOn }) => startsOn === null || startsOn <= period.untilOn)
    .map(({ lineId }) => lineId)
    .filter((lineId) => !isDone(of(lineId).findLast(({ on }) => on <= opens)))
  const lacking = asked.filter((lineId) => !of(lineId).some(({ on }) => on > opens && on <= period.dueOn))
  const isMadeUp = lacking.every((lineId) => of(lineId).some(({ on }) => on > period.dueOn))
  return { state: stateOf(asked, lacking, isMadeUp, period.dueOn < today), asked, lacking }
}

const isDone = (report: GivenReport | undefined): boolean => report?.percent === 100 && report.state !== 'returned'

function stateOf(asked: string[], lacking: string[], isMadeUp: boolean, isClosed: boolean): ReportingState {
  if (asked.length === 0) return 'unasked'
  if (lacking.length === 0) return 'reported'
  if (!isClosed) return 'open'
  return isMadeUp ? 'made-up' : 'late'
}

/** Days before the due day on which an agent is reminded, and after it on which the head hears of it too. */
const [daysBefore, daysUntilHead] = [3, 3]
/** What is older than this when the worker comes to it is reminded of no more. */
const daysOfReminding = 14

export type Reminder = 'soon' | 'late' | 'head'

/**
 * Of what a project that has not reported is reminded today: three days before the due day, on the day after it, and
 * three days after it together with the head. A worker that was away for some days says only the last of these.
 */
export function reminderFor({ dueOn }: ReportingPeriod, today: Day): Reminder | null {
  if (today < addDays(dueOn, -daysBefore) || today > addDays(dueOn, daysOfReminding)) return null
  if (today <= dueOn) return 'soon'
  return today < addDays(dueOn, daysUntilHead) ? 'late' : 'head'
}
