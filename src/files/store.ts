import { sql } from 'kysely'
import { type Database, type Db, insert, remove, select, type Tx, update } from '#db'
import type { Blob } from './blobs.ts'
import type { StoredFile, ThingKind, Upload } from './file.ts'

/** One file; undefined when there is none of this id in the agency. */
export const findFile = (db: Db, id: string): Promise<StoredFile | undefined> =>
  select(db, 'file').selectAll().where('id', '=', id).executeTakeFirst()

/** Files of the agency that are this content, the first one first; few, however often it was brought. */
export const listFilesLike = (db: Db, sha256: string): Promise<StoredFile[]> =>
  select(db, 'file').selectAll().where('sha256', '=', sha256).orderBy('id').limit(20).execute()

/** The files of these things, as they came in: one query for a whole list. */
export async function listFilesOf(db: Db, kind: ThingKind, thingIds: string[]): Promise<StoredFile[]> {
  if (thingIds.length === 0) return []
  return select(db, 'file')
    .selectAll()
    .where('thingKind', '=', kind)
    .where('thingId', 'in', thingIds)
    .orderBy('id')
    .execute()
}

export async function saveFile(tx: Tx, file: Omit<StoredFile, 'agencyId'>): Promise<void> {
  await insert(tx, 'file', file).execute()
}

export async function savePart(tx: Tx, id: string, part: string): Promise<void> {
  await update(tx, 'file').set({ part }).where('id', '=', id).execute()
}

export async function dropFile(tx: Tx, id: string): Promise<void> {
  await remove(tx, 'file').where('id', '=', id).execute()
}

export const findUpload = (db: Db, id: string): Promise<Upload | undefined> =>
  select(db, 'upload').selectAll().where('id', '=', id).executeTakeFirst()

/** The upload, kept from anybody else until the transaction ends. */
export const holdUpload = (tx: Tx, id: string): Promise<Upload | undefined> =>
  select(tx, 'upload').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function addUpload(
  db: Db,
  upload: Pick<Upload, 'id' | 'accountId' | 'name' | 'size' | 'createdAt'>,
): Promise<void> {
  await insert(db, 'upload', upload).execute()
}

/** Writes down what an upload turned out to be; false when it was given up meanwhile. */
export async function saveContent(db: Db, id: string, blob: Blob, mediaType: string): Promise<boolean> {
  const { numUpdatedRows } = await update(db, 'upload')
    .set({ ...blob, mediaType })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function removeUpload(db: Db, id: string): Promise<void> {
  await remove(db, 'upload').where('id', '=', id).execute()
}

/** Bytes that the agency's files fill, each content once, and that its open uploads will fill. */
export async function countBytes(db: Db): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(size), 0)::bigint as bytes from (
      select sha256, max(size) as size from (
        select sha256, size from file where agency_id = ${db.agencyId}
        union all
        select coalesce(sha256, id::text), size from upload where agency_id = ${db.agencyId}
      ) as named group by sha256
    ) as content`.execute(db.query)
  return rows[0]?.bytes ?? 0
}

/** Which contents of the agency any row names. */
export async function listNamed(db: Db): Promise<{ sha256: string; size: number }[]> {
  const { rows } = await sql<{ sha256: string; size: number }>`
    select sha256, size from file where agency_id = ${db.agencyId}
    union
    select sha256, size from upload where agency_id = ${db.agencyId} and sha256 is not null
    order by sha256`.execute(db.query)
  return rows
}

/**
 * Takes away uploads of all agencies that nobody claimed and that began, or came out of quarantine, before `before`;
 * returns them. What is in quarantine waits for the scanner or an admin, however long that takes.
 */
export const removeExpired = (database: Database, before: Date): Promise<{ id: string; agencyId: string }[]> =>
  database.query
    .deleteFrom('upload')
    .where(sql<boolean>`coalesce(quarantine_at, created_at) < ${before}`)
    .where(sql<boolean>`coalesce(quarantine, 'clean') in ('clean', 'let_in')`)
    .returning(['id', 'agencyId'])
    .execute()

/** The ids of all uploads that are still on their way or wait for their form. */
export async function listUploadIds(database: Database): Promise<string[]> {
  const rows = await database.query.selectFrom('upload').select('id').execute()
  return rows.map((row) => row.id)
}

/** Any number, the same everywhere: who names a blob, or reads all, shares this lock; who sweeps has it alone. */
export const blobLock = 7_245_012

/** Until the transaction ends, no blob is swept away. */
export async function keepBlobs(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${blobLock})`.execute(tx.query)
}

/** False when somebody names blobs or reads them all just now; they come first. */
export async function mayRemoveBlobs(tx: Db): Promise<boolean> {
  const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(${blobLock}) as ours`.execute(tx.query)
  return rows[0]?.ours ?? false
}
