import { sql } from 'kysely'
import { type Db, on, select } from '#db'
import type { Day } from '#kit/date.ts'
import type { ProgressState } from './progress-report.ts'

/** From when until when a project runs: from its first agreed plan to its declaration that it is finished. */
type Run = { projectId: string; agreedAt: Date; finishedAt: Date | null }
type Planned = { projectId: string; lineId: string; startsOn: Day | null }
type Given = { projectId: string; lineId: string; percent: number; state: ProgressState; reportedAt: Date }

/** What periods ask about these projects: their runs, the activities of their agreed plans, and all reports. */
export async function listForPeriods(
  db: Db,
  projectIds: string[],
): Promise<{ runs: Run[]; planned: Planned[]; given: Given[] }> {
  if (projectIds.length === 0) return { runs: [], planned: [], given: [] }
  const runs = await select(db, 'actionPlan')
    .leftJoin('finish', (join) =>
      on('finish.projectId', 'actionPlan.projectId')(join).on('finish.sentBackAt', 'is', null),
    )
    .select('actionPlan.projectId')
    .select([sql<Date>`min(action_plan.agreed_at)`.as('agreedAt'), 'finish.finishedAt'])
    .where('actionPlan.agreedAt', 'is not', null)
    .where('actionPlan.projectId', 'in', projectIds)
    .groupBy(['actionPlan.projectId', 'finish.finishedAt'])
    .execute()
  const planned = await select(db, 'actionPlan')
    .innerJoin('activity', on('activity.planId', 'actionPlan.id'))
    .select(['actionPlan.projectId', 'activity.lineId', 'activity.startsOn'])
    .where('actionPlan.state', '=', 'agreed')
    .where('actionPlan.projectId', 'in', projectIds)
    .execute()
  const given = await select(db, 'progressReport')
    .select(['projectId', 'lineId', 'percent', 'state', 'reportedAt'])
    .where('projectId', 'in', projectIds)
    .orderBy('reportedAt')
    .orderBy('id')
    .execute()
  return { runs, planned, given }
}

/** The projects of a programme that run: the only ones that are reminded. */
export const listRunning = (db: Db, programmeId: string): Promise<{ id: string; code: string }[]> =>
  select(db, 'project')
    .select(['id', 'code'])
    .where('programmeId', '=', programmeId)
    .where('state', '=', 'running')
    .orderBy('id')
    .execute()
