import { type Day, dayIn, type Zone } from '#kit/date.ts'
import type { ProgressState } from './progress-report.ts'
import type { Track } from './schedule.ts'

/** An activity of an agreed plan with its days. */
export type PlannedLine = { projectId: string; lineId: string; startsOn: Day | null; endsOn: Day | null }

/** A report without its words: what lists and curves count. */
export type ToldReport = {
  projectId: string
  lineId: string
  percent: number
  state: ProgressState
  reportedAt: Date
}

/** What plans want and reports tell of some projects; the reports oldest first. */
export type Told = { projectIds: string[]; planned: PlannedLine[]; reports: ToldReport[] }

/** An activity of an agreed plan with all that was reported of it. */
export type TrackRow = Track & { projectId: string; lineId: string }

/** One name for an activity among those of several projects. */
export const keyOf = ({ projectId, lineId }: { projectId: string; lineId: string }) => `${projectId} ${lineId}`

/** The activities with their reports, dated in the agency's zone. */
export function tracksOf({ planned, reports }: Told, zone: Zone): TrackRow[] {
  const ofLine = Map.groupBy(reports, keyOf)
  return planned.map((line) => ({
    ...line,
    readings: (ofLine.get(keyOf(line)) ?? []).map(({ reportedAt, percent, state }) => ({
      on: dayIn(zone, reportedAt),
      percent,
      isVerified: state === 'verified',
    })),
  }))
}
