import { insert, remove, select, type Tx, update } from '#db'
import type { Activity, Initiative } from './matrix.ts'
import { activityColumns, activityOf } from './plan-store.ts'

const initiativeColumns = ['id', 'lineId', 'position', 'title', 'revision'] as const

/** The initiative of a plan; undefined when the plan has none of this id. */
export const findInitiative = (tx: Tx, planId: string, id: string): Promise<Initiative | undefined> =>
  select(tx, 'initiative')
    .select(initiativeColumns)
    .where('planId', '=', planId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The activity of a plan; undefined when the plan has none of this id. */
export async function findActivity(tx: Tx, planId: string, id: string): Promise<Activity | undefined> {
  const row = await select(tx, 'activity')
    .select(activityColumns)
    .where('planId', '=', planId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && activityOf(row)
}

/** A new initiative as the plan's last. Nothing happens when its id is there already. */
export async function addInitiative(tx: Tx, planId: string, id: string, title: string): Promise<void> {
  const { last } = await select(tx, 'initiative')
    .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last'))
    .where('planId', '=', planId)
    .executeTakeFirstOrThrow()
  await insert(tx, 'initiative', { id, planId, lineId: id, position: last + 1, title })
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .execute()
}

export const saveInitiative = (tx: Tx, { id, title, revision }: Pick<Initiative, 'id' | 'title' | 'revision'>) =>
  update(tx, 'initiative')
    .set({ title, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

type Rest = 'parties' | 'mitigation' | 'areaCodes' | 'more'

/** What is typed of an activity. Of the columns that not every form has, what is left out stays as it is. */
export type ActivityFields = Omit<Activity, 'id' | 'initiativeId' | 'lineId' | 'position' | 'revision' | Rest> &
  Partial<Pick<Activity, Rest>>

/** A new activity as its initiative's last. Nothing happens when its id is there already. */
export async function addActivity(
  tx: Tx,
  planId: string,
  initiativeId: string,
  id: string,
  fields: ActivityFields,
): Promise<void> {
  const { last } = await select(tx, 'activity')
    .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last'))
    .where('initiativeId', '=', initiativeId)
    .executeTakeFirstOrThrow()
  await insert(tx, 'activity', { id, planId, initiativeId, lineId: id, position: last + 1, ...fields })
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .execute()
}

export const saveActivity = (tx: Tx, id: string, fields: ActivityFields, revision: number) =>
  update(tx, 'activity')
    .set({ ...fields, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** Takes an activity out of its plan; those after it move up. */
export async function removeActivity(tx: Tx, { id, initiativeId, position }: Activity): Promise<void> {
  await remove(tx, 'activity').where('id', '=', id).execute()
  await update(tx, 'activity')
    .set((eb) => ({ position: eb('position', '-', 1) }))
    .where('initiativeId', '=', initiativeId)
    .where('position', '>', position)
    .execute()
}

/** Takes an initiative with all of its activities out of its plan; those after it move up. */
export async function removeInitiative(tx: Tx, planId: string, { id, position }: Initiative): Promise<void> {
  await remove(tx, 'activity').where('initiativeId', '=', id).execute()
  await remove(tx, 'initiative').where('id', '=', id).execute()
  await update(tx, 'initiative')
    .set((eb) => ({ position: eb('position', '-', 1) }))
    .where('planId', '=', planId)
    .where('position', '>', position)
    .execute()
}

/** Puts a row where its neighbour is, and the neighbour in its place. Nothing happens at either end. */
export async function swapActivities(tx: Tx, activity: Activity, step: -1 | 1): Promise<void> {
  const there = activity.position + step
  const moved = await update(tx, 'activity')
    .set({ position: activity.position })
    .where('initiativeId', '=', activity.initiativeId)
    .where('position', '=', there)
    .returning('id')
    .executeTakeFirst()
  if (moved) await update(tx, 'activity').set({ position: there }).where('id', '=', activity.id).execute()
}
