import { sql } from 'kysely'
import { type Db, insert, on, select, type Tx, update } from '#db'
import type { Decree, DecreeRow } from './decree.ts'

const columns = [
  'decree.agencyId',
  'decree.id',
  'decree.code',
  'decree.programmeId',
  'decree.number',
  'decree.about',
  'decree.decidedOn',
  'decree.signerName',
  'decree.signerPosition',
  'decree.fromOn',
  'decree.untilOn',
  'decree.amendsId',
  'decree.revision',
] as const

/** The decree at this address. */
export const findDecree = (db: Db, code: string): Promise<Decree | undefined> =>
  select(db, 'decree').select(columns).where('code', '=', code).executeTakeFirst()

/** The decree of this id. */
export const findDecreeById = (db: Db, id: string): Promise<Decree | undefined> =>
  select(db, 'decree').select(columns).where('id', '=', id).executeTakeFirst()

/** The same by its address, held until the transaction ends. */
export const holdDecree = (tx: Tx, code: string): Promise<Decree | undefined> =>
  select(tx, 'decree').select(columns).where('code', '=', code).forUpdate().executeTakeFirst()

/** All decrees, the latest first, each with how many it appointed. One query. */
export const listDecrees = (db: Db): Promise<DecreeRow[]> =>
  select(db, 'decree')
    .innerJoin('programme', on('programme.id', 'decree.programmeId'))
    .leftJoin('appointment', on('appointment.decreeId', 'decree.id'))
    .select(columns)
    .select(['programme.name as programmeName', sql<number>`count(appointment.id)::int`.as('agentCount')])
    .groupBy(['decree.agencyId', 'decree.id', 'programme.agencyId', 'programme.id'])
    .orderBy('decree.decidedOn', 'desc')
    .orderBy('decree.id')
    .execute()

/** How many a decree appointed, whether or not they still are. */
export async function countAppointed(db: Db, decreeId: string): Promise<number> {
  const row = await select(db, 'appointment')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('decreeId', '=', decreeId)
    .executeTakeFirst()
  return row?.count ?? 0
}

/** Adds the decree; false when one of this id is there already. */
export async function saveNewDecree(tx: Tx, { agencyId: _, ...decree }: Decree): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await insert(tx, 'decree', decree)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves all that may change; the address never does. The caller raised the revision. */
export async function saveDecree(tx: Tx, { id, agencyId: _, code: __, ...decree }: Decree): Promise<void> {
  await update(tx, 'decree').set(decree).where('id', '=', id).executeTakeFirstOrThrow()
}
