import { sql } from 'kysely'
import { type Db, on, select } from '#db'

/** From when until when a project runs: from its first agreed plan to its declaration that it is finished. */
export type Run = { projectId: string; agreedAt: Date; finishedAt: Date | null }

/** When these projects ran. One query. */
export const listRuns = async (db: Db, projectIds: string[]): Promise<Run[]> =>
  projectIds.length === 0
    ? []
    : select(db, 'actionPlan')
        .leftJoin('finish', (join) =>
          on('finish.projectId', 'actionPlan.projectId')(join).on('finish.sentBackAt', 'is', null),
        )
        .select('actionPlan.projectId')
        .select([sql<Date>`min(action_plan.agreed_at)`.as('agreedAt'), 'finish.finishedAt'])
        .where('actionPlan.agreedAt', 'is not', null)
        .where((eb) => eb('actionPlan.projectId', '=', eb.fn.any(eb.val(projectIds))))
        .groupBy(['actionPlan.projectId', 'finish.finishedAt'])
        .execute()

/** The projects of a programme that run: the only ones that are reminded. */
export const listRunning = (db: Db, programmeId: string): Promise<{ id: string; code: string }[]> =>
  select(db, 'project')
    .select(['id', 'code'])
    .where('programmeId', '=', programmeId)
    .where('state', '=', 'running')
    .orderBy('id')
    .execute()
