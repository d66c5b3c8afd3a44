import { type Db, on, select } from '#db'
import type { PlannedLine } from './bundle.ts'

/** The activities of these projects' agreed plans, in the order of their matrices. One query. */
export async function listPlanned(db: Db, projectIds: string[]): Promise<PlannedLine[]> {
  if (projectIds.length === 0) return []
  const rows = await select(db, 'actionPlan')
    .innerJoin('initiative', on('initiative.planId', 'actionPlan.id'))
    .innerJoin('activity', on('activity.initiativeId', 'initiative.id'))
    .select(['actionPlan.projectId', 'activity.lineId', 'activity.title', 'activity.position'])
    .select('initiative.position as initiativePosition')
    .where('actionPlan.state', '=', 'agreed')
    .where('actionPlan.projectId', 'in', projectIds)
    .orderBy('initiative.position')
    .orderBy('activity.position')
    .execute()
  return rows.map(({ initiativePosition, position, ...line }) => ({
    ...line,
    number: `${initiativePosition}.${position}`,
  }))
}
