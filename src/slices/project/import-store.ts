import { randomUUIDv7 } from 'node:crypto'
import { insert, remove, type Tx, update } from '#db'
import { columnKeys, textIn } from './columns.ts'
import { type Activity, activitiesOf, type Initiative, type Matrix } from './matrix.ts'

/**
 * Writes a plan's matrix as it is to be: rows are known by their line, new ones get an id of their own, those that are
 * no longer there go. A row that stays as it was is not touched.
 */
export async function replaceMatrix(tx: Tx, planId: string, before: Matrix, after: Matrix): Promise<void> {
  const old = new Map(activitiesOf(before).map((activity) => [activity.lineId, activity]))
  const oldInitiatives = new Map(before.map((initiative) => [initiative.lineId, initiative]))
  const lines = new Set(activitiesOf(after).map(({ lineId }) => lineId))
  const gone = [...old.values()].filter(({ lineId }) => !lines.has(lineId)).map(({ id }) => id)
  if (gone.length > 0) await remove(tx, 'activity').where('id', 'in', gone).execute()
  for (const { activities, ...initiative } of after) {
    const initiativeId = await placeInitiative(tx, planId, oldInitiatives.get(initiative.lineId), initiative)
    for (const activity of activities) {
      await placeActivity(tx, planId, old.get(activity.lineId), { ...activity, initiativeId })
    }
  }
  const kept = new Set(after.map(({ lineId }) => lineId))
  const left = before.filter(({ lineId }) => !kept.has(lineId)).map(({ id }) => id)
  if (left.length > 0) await remove(tx, 'initiative').where('id', 'in', left).execute()
}

/** Returns the initiative's id. */
async function placeInitiative(tx: Tx, planId: string, was: Initiative | undefined, is: Initiative): Promise<string> {
  const { title, position } = is
  if (!was) {
    const id = randomUUIDv7()
    await insert(tx, 'initiative', { id, planId, lineId: id, position, title }).execute()
    return id
  }
  if (was.title === title && was.position === position) return was.id
  const revision = was.revision + (was.title === title ? 0 : 1)
  await update(tx, 'initiative').set({ title, position, revision }).where('id', '=', was.id).execute()
  return was.id
}

async function placeActivity(tx: Tx, planId: string, was: Activity | undefined, is: Activity): Promise<void> {
  const { id: _, lineId: _line, revision: _revision, ...row } = is
  if (!was) {
    const id = randomUUIDv7()
    await insert(tx, 'activity', { id, planId, lineId: id, ...row }).execute()
    return
  }
  const isEdited = columnKeys.some((key) => textIn(was, key) !== textIn(is, key))
  const isMoved = was.position !== is.position || was.initiativeId !== is.initiativeId
  if (!isEdited && !isMoved) return
  const revision = was.revision + (isEdited ? 1 : 0)
  await update(tx, 'activity')
    .set({ ...row, revision })
    .where('id', '=', was.id)
    .execute()
}
