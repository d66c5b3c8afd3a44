import type { Database, Db, Tx } from '#db'
import type { Zone } from '#kit/date.ts'
import type { Agency } from './agency.ts'

const columns = ['id', 'slug', 'name', 'zone', 'contactEmail', 'mailsFrom', 'mailsUntil', 'isDemo', 'revision'] as const

const ofDb = (db: Db) => db.query.selectFrom('agency').select(columns).where('id', '=', db.agencyId)

/** The agency that the handle speaks for. */
export const findAgency = async (db: Db): Promise<Agency> => agencyOf(await ofDb(db).executeTakeFirstOrThrow())

/** The same, held until the transaction ends. */
export const holdAgency = async (tx: Tx): Promise<Agency> =>
  agencyOf(await ofDb(tx).forNoKeyUpdate().executeTakeFirstOrThrow())

/** Saves an agency's settings. The caller raised the revision. */
export async function saveAgency(
  tx: Tx,
  settings: Pick<Agency, 'name' | 'zone' | 'contactEmail' | 'mailsFrom' | 'mailsUntil' | 'revision'>,
): Promise<void> {
  await tx.query.updateTable('agency').set(settings).where('id', '=', tx.agencyId).executeTakeFirstOrThrow()
}

// A check of the table says that no other zone stands there.
const agencyOf = (row: Omit<Agency, 'zone'> & { zone: string }): Agency => ({ ...row, zone: row.zone as Zone })

/** Every agency of the installation with its zone, for what is done by the clock. */
export async function listAgencies({ query }: Pick<Database, 'query'>): Promise<Pick<Agency, 'id' | 'zone'>[]> {
  const rows = await query.selectFrom('agency').select(['id', 'zone']).orderBy('id').execute()
  return rows.map(({ id, zone }) => ({ id, zone: zone as Zone }))
}
