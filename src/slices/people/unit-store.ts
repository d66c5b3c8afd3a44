import { sql } from 'kysely'
import { type Db, insert, select, type Tx, update } from '#db'
import { holdAgency } from './agency-store.ts'
import type { Unit } from './unit.ts'

const columns = ['agencyId', 'id', 'parentId', 'name', 'slug', 'position', 'fromOn', 'untilOn', 'revision'] as const

/** The unit of this id. */
export const findUnit = (db: Db, id: string): Promise<Unit | undefined> =>
  select(db, 'unit').select(columns).where('id', '=', id).executeTakeFirst()

/** The unit at this address. */
export const findUnitBySlug = (db: Db, slug: string): Promise<Unit | undefined> =>
  select(db, 'unit').select(columns).where('slug', '=', slug).executeTakeFirst()

/** All units of the agency, closed ones too, siblings in their order; `inTreeOrder` makes the tree of them. */
export const listUnits = (db: Db): Promise<Unit[]> =>
  select(db, 'unit').select(columns).orderBy('position').orderBy(sql`name collate id_num`).execute()

/** The same, held against every other change of the tree until the transaction ends. */
export async function holdUnits(tx: Tx): Promise<Unit[]> {
  // Two moves that are each right alone may make a ring together: changes of one tree wait for each other.
  await holdAgency(tx)
  return listUnits(tx)
}

/** Adds the unit; false when one of this id is there already. */
export async function saveNewUnit(tx: Tx, { agencyId: _, ...unit }: Unit): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await insert(tx, 'unit', unit)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves all that may change; the slug never does. The caller raised the revision. */
export async function saveUnit(tx: Tx, { id, agencyId: _, slug: __, ...unit }: Unit): Promise<void> {
  await update(tx, 'unit').set(unit).where('id', '=', id).executeTakeFirstOrThrow()
}
