import { sql } from 'kysely'
import type { Database, Tx } from '#db'
import type { Agency } from '#people'

/** The demonstration's agency, and whether its fill-in came to its end; undefined when there is none of this slug. */
export const findDemo = (database: Database, slug: string) =>
  database.query
    .selectFrom('agency')
    .select((eb) => [
      'agency.id',
      'agency.isDemo',
      eb
        .exists(
          eb
            .selectFrom('journal')
            .select('journal.id')
            .whereRef('journal.agencyId', '=', 'agency.id')
            .where('journal.event', '=', filled),
        )
        .as('isWhole'),
    ])
    .where('slug', '=', slug)
    .executeTakeFirst()

/** What the journal says when everything has been entered. */
export const filled = 'agency.demo-filled'

/** Makes the agency of the handle, marked as a demonstration: on every page it says so, and it can be removed. */
export const saveDemoAgency = (tx: Tx, agency: Pick<Agency, 'slug' | 'name' | 'zone' | 'contactEmail'>) =>
  tx.query
    .insertInto('agency')
    .values({ ...agency, id: tx.agencyId, isDemo: true })
    .execute()

/** Removes a demonstration with all that belongs to it. The database refuses to do it to any other agency. */
export const removeDemoAgency = (database: Database, agencyId: string) =>
  sql`select remove_demo(${agencyId})`.execute(database.query)
