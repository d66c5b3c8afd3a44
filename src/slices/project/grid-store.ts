import { type Db, insert, remove, select, type Tx, update } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { ColumnKey } from './columns.ts'

/** Which revision the matrix of a plan has; it grows with every change to one of its rows. */
export async function matrixRevision(db: Db, planId: string): Promise<number> {
  const row = await select(db, 'actionPlan').select('matrixRevision').where('id', '=', planId).executeTakeFirstOrThrow()
  return row.matrixRevision
}

/** Step of whatever changes a matrix: open grids hear of it. Returns its next revision. */
export async function raiseMatrix(tx: Tx, planId: string): Promise<number> {
  const row = await update(tx, 'actionPlan')
    .set((eb) => ({ matrixRevision: eb('matrixRevision', '+', 1) }))
    .where('id', '=', planId)
    .returning('matrixRevision')
    .executeTakeFirstOrThrow()
  return row.matrixRevision
}

/** Tempat di lembar isian: where somebody stands in an open grid; `at` is null while no cell is chosen. */
export type GridPlace = { name: string; at: { id: string; key: ColumnKey } | null }

/** Keeps where the actor stands, and takes away whoever was not heard of since then. */
export async function keepPlace(
  db: Db,
  actor: Actor,
  planId: string,
  { name, at }: GridPlace,
  { now, since }: { now: Date; since: Date },
): Promise<void> {
  await remove(db, 'gridPlace').where('planId', '=', planId).where('seenAt', '<', since).execute()
  const row = { name, activityId: at?.id ?? null, columnKey: at?.key ?? null, seenAt: now }
  await insert(db, 'gridPlace', { planId, accountId: actor.accountId, ...row })
    .onConflict((conflict) => conflict.columns(['agencyId', 'planId', 'accountId']).doUpdateSet(row))
    .execute()
}

/** Where the others stand, by name. */
export async function othersIn(db: Db, actor: Actor, planId: string, since: Date): Promise<GridPlace[]> {
  const rows = await select(db, 'gridPlace')
    .select(['name', 'activityId', 'columnKey'])
    .where('planId', '=', planId)
    .where('accountId', '<>', actor.accountId)
    .where('seenAt', '>=', since)
    .orderBy('name')
    .execute()
  return rows.map(({ name, activityId, columnKey }) => ({
    name,
    at: activityId && columnKey ? { id: activityId, key: columnKey as ColumnKey } : null,
  }))
}
