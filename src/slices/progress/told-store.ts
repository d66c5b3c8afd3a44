import { type Db, on, select } from '#db'
import type { PlannedLine, Told, ToldReport } from './told.ts'

/**
 * The activities of these projects' agreed plans, and all that was reported of them, oldest first. Two queries, once
 * for everything that a page works out of them: how far a project is, how it stands in the periods, its curve.
 */
export async function listTold(db: Db, projectIds: string[]): Promise<Told> {
  if (projectIds.length === 0) return { projectIds, planned: [], reports: [] }
  const [planned, reports] = await Promise.all([listPlanned(db, projectIds), listReported(db, projectIds)])
  return { projectIds, planned, reports }
}

const listPlanned = (db: Db, projectIds: string[]): Promise<PlannedLine[]> =>
  select(db, 'actionPlan')
    .innerJoin('activity', on('activity.planId', 'actionPlan.id'))
    .select(['actionPlan.projectId', 'activity.lineId', 'activity.startsOn', 'activity.endsOn'])
    .where('actionPlan.state', '=', 'agreed')
    .where((eb) => eb('actionPlan.projectId', '=', eb.fn.any(eb.val(projectIds))))
    .execute()

const listReported = (db: Db, projectIds: string[]): Promise<ToldReport[]> =>
  select(db, 'progressReport')
    .select(['projectId', 'lineId', 'percent', 'state', 'reportedAt'])
    .where((eb) => eb('projectId', '=', eb.fn.any(eb.val(projectIds))))
    .orderBy('reportedAt')
    .orderBy('id')
    .execute()
