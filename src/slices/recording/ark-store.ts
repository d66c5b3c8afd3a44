import { type Database, select, type Tx, update } from '#db'
import type { Ark } from './ark.ts'

/** How many addresses are given in one transaction. */
const atOnce = 500

/** Agencies with recordings that have no lasting address yet. */
export const listAgenciesWithoutArk = async ({ query }: Database): Promise<string[]> =>
  (await query.selectFrom('recording').select('agencyId').distinct().where('arkName', 'is', null).execute()).map(
    ({ agencyId }) => agencyId,
  )

/** Some recordings without one, held; those that another worker holds are left to it. */
export const holdWithoutArk = async (tx: Tx): Promise<string[]> =>
  (
    await select(tx, 'recording')
      .select('id')
      .where('arkName', 'is', null)
      .orderBy('id')
      .limit(atOnce)
      .forUpdate()
      .skipLocked()
      .execute()
  ).map(({ id }) => id)

/** No change that anybody made, so it keeps the revision. */
export const saveArk = (tx: Tx, id: string, ark: Ark) =>
  update(tx, 'recording').set(ark).where('id', '=', id).where('arkName', 'is', null).execute()

/** Whose recording bears this address, in which agency it lies, and its code; undefined where none does. */
export const findByArk = ({ query }: Database, { arkNaan, arkName }: Ark) =>
  query
    .selectFrom('recording')
    .select(['recording.agencyId', 'recording.id', 'recording.code'])
    .where('recording.arkNaan', '=', arkNaan)
    .where('recording.arkName', '=', arkName)
    .executeTakeFirst()
