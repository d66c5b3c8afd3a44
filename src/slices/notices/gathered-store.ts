import { sql } from 'kysely'
import { type Database, type Db, insert, on, remove, select, type Tx, update } from '#db'
import type { Entry } from '#journal'

/** Keeps an entry for somebody, to be told of it with others; twice is once. */
export async function saveGathered(tx: Tx, entryId: string, personIds: readonly string[], now: Date): Promise<void> {
  if (personIds.length === 0) return
  const rows = personIds.map((personId) => ({ entryId, personId, notedAt: now }))
  await insert(tx, 'gatheredEntry', rows)
    .onConflict((conflict) => conflict.columns(['agencyId', 'entryId', 'personId']).doNothing())
    .execute()
}

/** The agencies in which something waits to be told since before that moment, of all of the installation. */
export async function listGathering(database: Database, before: Date): Promise<string[]> {
  const rows = await database.query
    .selectFrom('gatheredEntry')
    .select('agencyId')
    .distinct()
    .where('noticeId', 'is', null)
    .where('notedAt', '<=', before)
    .execute()
  return rows.map(({ agencyId }) => agencyId)
}

/** Who waits to be told of something, and when each of it was noted. */
export const listWaiting = (db: Db): Promise<{ personId: string; notedAt: Date[] }[]> =>
  select(db, 'gatheredEntry')
    .select(['personId', sql<Date[]>`array_agg(noted_at)`.as('notedAt')])
    .where('noticeId', 'is', null)
    .groupBy('personId')
    .orderBy('personId')
    .execute()

/** The ids of what waits for this person, held until the transaction ends: whoever comes second finds nothing. */
export async function holdWaiting(tx: Tx, personId: string): Promise<string[]> {
  const rows = await select(tx, 'gatheredEntry')
    .select('entryId')
    .where('personId', '=', personId)
    .where('noticeId', 'is', null)
    .forUpdate()
    .execute()
  return rows.map(({ entryId }) => entryId)
}

/** These entries in their order. */
export const listEntriesById = async (db: Db, ids: readonly string[]): Promise<Entry[]> =>
  ids.length === 0
    ? []
    : ((await select(db, 'journal')
        .selectAll()
        .where('id', 'in', [...ids])
        .orderBy('sequence')
        .execute()) as Entry[])

/** The ids of the last of these events of each of these things. */
export const listLastOf = async (db: Db, thingIds: readonly string[], events: readonly string[]): Promise<string[]> =>
  thingIds.length === 0
    ? []
    : (
        await select(db, 'journal')
          .select('id')
          .distinctOn('thingId')
          .where('thingId', 'in', [...thingIds])
          .where('event', 'in', [...events])
          .orderBy('thingId')
          .orderBy('sequence', 'desc')
          .execute()
      ).map(({ id }) => id)

/** The entries of which a notice speaks besides its own, in their order. */
export const listEntriesOfNotice = async (db: Db, noticeId: string): Promise<Entry[]> =>
  (await select(db, 'journal')
    .innerJoin('gatheredEntry', on('gatheredEntry.entryId', 'journal.id'))
    .selectAll('journal')
    .where('gatheredEntry.noticeId', '=', noticeId)
    .orderBy('journal.sequence')
    .execute()) as Entry[]

/** Of these entries that person was told, by this notice. */
export const saveTold = (tx: Tx, personId: string, entryIds: readonly string[], noticeId: string) =>
  update(tx, 'gatheredEntry')
    .set({ noticeId })
    .where('personId', '=', personId)
    .where('entryId', 'in', [...entryIds])
    .execute()

/** Forgets what came to nothing before anybody was told of it. */
export async function removeGathered(tx: Tx, personId: string, entryIds: readonly string[]): Promise<void> {
  if (entryIds.length === 0) return
  await remove(tx, 'gatheredEntry')
    .where('personId', '=', personId)
    .where('entryId', 'in', [...entryIds])
    .execute()
}
