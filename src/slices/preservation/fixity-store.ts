import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, type Db, insert, on, remove, select, type Tx } from '#db'
import type { FixityRound } from './fixity.ts'

/** A stored content that files name. */
export type Content = { agencyId: string; sha256: string; size: number }
/** What a check found of a content. */
export type Checked = Content & { flaw: 'missing' | 'changed' | null; isMended: boolean }

/** The round of the storage that is under way; undefined where none is. */
export const findOpenRound = ({ query }: Pick<Database, 'query'>, storage: string): Promise<FixityRound | undefined> =>
  query
    .selectFrom('fixityRound')
    .selectAll()
    .where('storage', '=', storage)
    .where('endedAt', 'is', null)
    .executeTakeFirst()

/** The last round of the storage that came to its end. */
export const findLastRound = ({ query }: Pick<Database, 'query'>, storage: string): Promise<FixityRound | undefined> =>
  query
    .selectFrom('fixityRound')
    .selectAll()
    .where('storage', '=', storage)
    .where('endedAt', 'is not', null)
    .orderBy('endedAt', 'desc')
    .limit(1)
    .executeTakeFirst()

/** A new round; undefined where somebody else began one in this moment. */
export const beginRound = ({ query }: Database, storage: string, now: Date): Promise<FixityRound | undefined> =>
  query
    .insertInto('fixityRound')
    .values({ id: randomUUIDv7(), storage, beganAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()

/**
 * Says where the round stands; with `endedAt`, that it came to its end. False where it stands elsewhere than it was
 * read (`from`): another worker has gone on with it.
 */
export async function saveRound(
  { query }: Pick<Database, 'query'>,
  from: FixityRound,
  { id, ...round }: FixityRound,
): Promise<boolean> {
  const { numUpdatedRows } = await query
    .updateTable('fixityRound')
    .set(round)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .where('cursorAgency', 'is not distinct from', from.cursorAgency)
    .where('cursorSha256', 'is not distinct from', from.cursorSha256)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Whether a file is this content now: what is taken out of the archive while it is being read is not missing. */
export const isNamed = async ({ query }: Pick<Database, 'query'>, { agencyId, sha256 }: Content): Promise<boolean> =>
  (await query
    .selectFrom('file')
    .select('id')
    .where('agencyId', '=', agencyId)
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Contents behind the place where the round stands, in one order for all rounds. */
export async function listContents({ query }: Database, round: FixityRound, limit: number): Promise<Content[]> {
  const { cursorAgency, cursorSha256 } = round
  return query
    .selectFrom('file')
    .select(['agencyId', 'sha256', (eb) => eb.fn.max('size').as('size')])
    .$if(cursorAgency !== null, (rows) =>
      rows.where(sql<boolean>`(agency_id, sha256) > (${cursorAgency}::uuid, ${cursorSha256}::text)`),
    )
    .groupBy(['agencyId', 'sha256'])
    .orderBy('agencyId')
    .orderBy('sha256')
    .limit(limit)
    .execute()
}

/** The rounds that came to their end, the latest first. */
export const listEnded = ({ query }: Pick<Database, 'query'>): Promise<FixityRound[]> =>
  query
    .selectFrom('fixityRound')
    .selectAll()
    .where('endedAt', 'is not', null)
    .orderBy('endedAt', 'desc')
    .limit(12)
    .execute()

export const countContents = async ({ query }: Pick<Database, 'query'>): Promise<number> =>
  (
    await query
      .selectFrom(query.selectFrom('file').select(['agencyId', 'sha256']).distinct().as('content'))
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** Writes down what was found; returns the contents that had never been checked there. */
export async function saveChecks(tx: Tx, storage: string, checks: readonly Checked[], now: Date): Promise<Set<string>> {
  const hashes = checks.map(({ sha256 }) => sha256)
  const known = await select(tx, 'fixityCheck')
    .select('sha256')
    .where('storage', '=', storage)
    .where('sha256', 'in', hashes)
    .execute()
  const rows = checks.map(({ sha256, flaw, isMended }) => ({
    storage,
    sha256,
    checkedAt: now,
    flaw: isMended ? null : flaw,
  }))
  await insert(tx, 'fixityCheck', rows)
    .onConflict((conflict) =>
      conflict
        .columns(['agencyId', 'storage', 'sha256'])
        .doUpdateSet((eb) => ({ checkedAt: eb.ref('excluded.checkedAt'), flaw: eb.ref('excluded.flaw') })),
    )
    .execute()
  const before = new Set(known.map(({ sha256 }) => sha256))
  return new Set(hashes.filter((sha256) => !before.has(sha256)))
}

/** Whether the content was ever found in the storage, and has not left it since. */
export const isChecked = async (db: Db, storage: string, sha256: string): Promise<boolean> =>
  (await select(db, 'fixityCheck')
    .select('sha256')
    .where('storage', '=', storage)
    .where('sha256', '=', sha256)
    .executeTakeFirst()) !== undefined

/** Forgets what was found of these contents in a storage that no longer has them. */
export async function removeChecks(tx: Tx, storage: string, hashes: readonly string[]): Promise<void> {
  await remove(tx, 'fixityCheck')
    .where('storage', '=', storage)
    .where('sha256', 'in', [...hashes])
    .execute()
}

/** The files of recordings that are these contents. */
export const listRecordingFiles = (db: Db, hashes: readonly string[]) =>
  select(db, 'file')
    .select(['id', 'part', 'sha256', 'thingId as recordingId'])
    .where('thingKind', '=', 'recording')
    .where('sha256', 'in', [...hashes])
    .orderBy('id')
    .execute()

/** The first files of the agency that were found spoilt and are not mended, and where; each with how many there are. */
export const listSpoilt = (db: Db, most = 100) =>
  select(db, 'fixityCheck')
    .innerJoin('file', (join) =>
      join.onRef('file.agencyId', '=', 'fixityCheck.agencyId').onRef('file.sha256', '=', 'fixityCheck.sha256'),
    )
    .leftJoin('recording', on('recording.id', 'file.thingId'))
    .select(['file.id', 'file.name', 'file.sha256', 'file.thingKind', 'recording.code as recordingCode'])
    .select(['fixityCheck.storage', 'fixityCheck.flaw', 'fixityCheck.checkedAt'])
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .where('fixityCheck.flaw', 'is not', null)
    .orderBy('fixityCheck.checkedAt')
    .limit(most)
    .execute()

/** For the figures of the installation: contents that are spoilt, and when everything was last read. */
export async function fixityFigures({
  query,
}: Pick<Database, 'query'>): Promise<{ spoilt: number; endedAt: Date | null }> {
  const { rows } = await sql<{ spoilt: number; endedAt: Date | null }>`
    select (select count(*)::int from fixity_check c where c.flaw is not null and exists (
        select from file f where f.agency_id = c.agency_id and f.sha256 = c.sha256)) as "spoilt",
      (select max(ended_at) from fixity_round) as "endedAt"`.execute(query)
  return rows[0] ?? { spoilt: 0, endedAt: null }
}
