import { sql } from 'kysely'
import type { Database, Tx } from '#db'
import type { Zone } from '#kit/date.ts'

/** Whether any agency is here: before, there is nobody who could sign in. */
export async function hasAgency({ query }: Pick<Database, 'query'>): Promise<boolean> {
  return (await query.selectFrom('agency').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** The same, and nobody else can make the first one until the transaction ends. */
export async function holdFirstAgency(tx: Tx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('set-up', 0))`.execute(tx.query)
  return hasAgency(tx)
}

/** Adds the agency that the handle speaks for. */
export const saveNewAgency = (tx: Tx, agency: { name: string; slug: string; zone: Zone }, now: Date) =>
  tx.query
    .insertInto('agency')
    .values({ id: tx.agencyId, ...agency, createdAt: now })
    .execute()

export const findAgencyBySlug = ({ query }: Database, slug: string): Promise<{ id: string } | undefined> =>
  query.selectFrom('agency').select('id').where('slug', '=', slug).executeTakeFirst()
