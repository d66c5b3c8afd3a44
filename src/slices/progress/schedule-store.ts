import { sql } from 'kysely'
import { type Db, on, select } from '#db'
import type { Day, Zone } from '#kit/date.ts'
import type { Track } from './schedule.ts'

/** An activity of an agreed plan with all that was reported of it. */
export type TrackRow = Track & { projectId: string; lineId: string }

/** The activities of these projects' agreed plans with their reports, dated in the agency's zone. One query. */
export async function listTracks(db: Db, projectIds: string[], zone: Zone): Promise<TrackRow[]> {
  if (projectIds.length === 0) return []
  const rows = await select(db, 'actionPlan')
    .innerJoin('activity', on('activity.planId', 'actionPlan.id'))
    .leftJoin('progressReport', (join) =>
      on(
        'progressReport.projectId',
        'actionPlan.projectId',
      )(join).onRef('progressReport.lineId', '=', 'activity.lineId'),
    )
    .select(['actionPlan.projectId', 'activity.lineId', 'activity.startsOn', 'activity.endsOn'])
    .select(['progressReport.percent', 'progressReport.state'])
    .select(sql<Day | null>`(progress_report.reported_at at time zone ${zone})::date`.as('reportedOn'))
    .where('actionPlan.state', '=', 'agreed')
    .where('actionPlan.projectId', 'in', projectIds)
    .orderBy('progressReport.reportedAt')
    .orderBy('progressReport.id')
    .execute()
  const tracks = new Map<string, TrackRow>()
  for (const { percent, state, reportedOn, ...track } of rows) {
    const key = `${track.projectId} ${track.lineId}`
    const known = tracks.get(key) ?? { ...track, readings: [] }
    if (percent !== null && reportedOn !== null)
      known.readings.push({ on: reportedOn, percent, isVerified: state === 'verified' })
    tracks.set(key, known)
  }
  return [...tracks.values()]
}
