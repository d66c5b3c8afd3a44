import { randomUUIDv7 } from 'node:crypto'
import { type Db, insert, on, select, type Tx, update } from '#db'
import type { ActionPlan, Gate } from './action-plan.ts'
import type { Activity, Initiative, Matrix } from './matrix.ts'
import type { Project } from './project.ts'
import type { Turn } from './turn.ts'

/** All versions of a project's plan, oldest first. */
export const listPlans = (db: Db, projectId: string): Promise<ActionPlan[]> =>
  select(db, 'actionPlan')
    .select(['agencyId', 'id', 'projectId', 'version', 'state', 'reason', 'submittedAt', 'approvedAt', 'verifiedAt'])
    .select(['agreedAt', 'supersededAt', 'returnedAt', 'returnedGate', 'changesAskedAt', 'changesDoneAt'])
    .select(['revision', 'createdAt'])
    .where('projectId', '=', projectId)
    .orderBy('version')
    .execute()

export const addPlan = (tx: Tx, plan: Pick<ActionPlan, 'id' | 'projectId' | 'version' | 'reason' | 'createdAt'>) =>
  insert(tx, 'actionPlan', plan).execute()

/** Saves a plan's state and dates, under the next revision. */
export async function savePlan(tx: Tx, plan: ActionPlan): Promise<void> {
  const { agencyId: _, id, projectId: _project, version: _version, createdAt: _created, revision, ...fields } = plan
  await update(tx, 'actionPlan')
    .set({ ...fields, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Why a plan was sent back, by whom, and at which gate. */
export type PlanReturn = {
  id: string
  planId: string
  gate: Gate
  note: string
  returnedAt: Date
  personId: string | null
  personName: string | null
  onBehalfOf: string | null
}

/** All returns of a project's plans, newest first. */
export const listReturns = (db: Db, projectId: string): Promise<PlanReturn[]> =>
  select(db, 'planReturn')
    .innerJoin('actionPlan', on('actionPlan.id', 'planReturn.planId'))
    .leftJoin('person', on('person.id', 'planReturn.personId'))
    .select(['planReturn.id', 'planReturn.planId', 'gate', 'note', 'planReturn.returnedAt', 'personId', 'onBehalfOf'])
    .select('person.name as personName')
    .where('actionPlan.projectId', '=', projectId)
    .orderBy('planReturn.returnedAt', 'desc')
    .execute()

export const addReturn = (
  tx: Tx,
  row: Omit<PlanReturn, 'personName'> & { accountId: string; personId: string | null },
) => insert(tx, 'planReturn', row).execute()

/** A plan's matrix, in two queries whatever its size. */
export async function findMatrix(db: Db, planId: string): Promise<Matrix> {
  const initiatives = await select(db, 'initiative')
    .select(['id', 'lineId', 'position', 'title', 'revision'])
    .where('planId', '=', planId)
    .orderBy('position')
    .execute()
  const rows = await select(db, 'activity')
    .select(activityColumns)
    .where('planId', '=', planId)
    .orderBy('position')
    .execute()
  const activities = rows.map(activityOf)
  return initiatives.map((initiative) => ({
    ...initiative,
    activities: activities.filter((activity) => activity.initiativeId === initiative.id),
  }))
}

export const activityColumns = [
  'id',
  'initiativeId',
  'lineId',
  'position',
  'title',
  'output',
  'indicator',
  'indicatorUnit',
  'baseline',
  'target',
  'startsOn',
  'endsOn',
  'inCharge',
  'parties',
  'resources',
  'risk',
  'mitigation',
  'areaCodes',
  'more',
  'revision',
] as const

// A check of the table says that an object stands there, and its keys are written by us alone.
export const activityOf = (row: Omit<Activity, 'more'> & { more: unknown }): Activity => ({
  ...row,
  more: row.more as Activity['more'],
})

/** Copies a whole matrix to another version of the plan. Rows keep their line, and get ids of their own. */
export async function addMatrix(tx: Tx, planId: string, matrix: Matrix): Promise<void> {
  const rows = matrix.map(({ activities, ...initiative }) => ({ initiative: copyOf(initiative), activities }))
  if (rows.length === 0) return
  await insert(
    tx,
    'initiative',
    rows.map(({ initiative }) => ({ ...initiative, planId })),
  ).execute()
  const activities = rows.flatMap(({ initiative, activities }) =>
    activities.map((activity) => ({ ...copyOf(activity), planId, initiativeId: initiative.id })),
  )
  if (activities.length > 0) await insert(tx, 'activity', activities).execute()
}

const copyOf = <Row extends Initiative | Activity>(row: Row): Row => ({ ...row, id: randomUUIDv7(), revision: 1 })

/** Writes what lists and national pages show of a project; a step of every command that changes one. */
export async function saveSummary(tx: Tx, project: Project, plan: ActionPlan, turn: Turn): Promise<void> {
  const { n } = await select(tx, 'activity')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('planId', '=', plan.id)
    .executeTakeFirstOrThrow()
  const row = {
    areaCodes: project.areaCodes.toSorted(),
    targetCodes: project.targetCodes.toSorted(),
    state: project.state,
    stage: turn.stage,
    turn: turn.who,
    since: turn.since,
    planVersion: plan.version,
    planState: plan.state,
    activities: n,
    changesDone: turn.stage === 'presentation' && plan.changesDoneAt !== null,
  }
  await insert(tx, 'projectSummary', { projectId: project.id, programmeId: project.programmeId, ...row })
    .onConflict((conflict) => conflict.columns(['agencyId', 'projectId']).doUpdateSet(row))
    .execute()
}

/** What is written of a project for lists; every project has one from its first moment. */
export const findSummary = (db: Db, projectId: string) =>
  select(db, 'projectSummary').selectAll().where('projectId', '=', projectId).executeTakeFirst()
