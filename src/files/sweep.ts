import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Database, type Db, forAgency, transact } from '#db'
import { absent } from '#kit/disk.ts'
import { removeParts } from './arrive.ts'
import type { Blobs } from './blobs.ts'
import { listNamedDerived } from './derivative-store.ts'
import { uploadDays } from './file.ts'
import type { Files } from './files.ts'
import { listNamed, listUploadIds, mayRemoveBlobs, removeExpired } from './store.ts'

export type Swept = {
  /** Uploads that nobody went on with or claimed. */
  uploads: number
  /** Blobs that no row named any more, and their bytes. */
  blobs: number
  bytes: number
}

const day = 86_400_000

/**
 * Takes away uploads that waited too long, and blobs that nothing names any more. A blob that was put within the last
 * day stays: its row may be about to come. Does nothing to blobs while a backup reads them.
 */
export async function pruneUploads(database: Database, files: Files, now: Date): Promise<Swept> {
  const expired = await removeExpired(database, new Date(now.getTime() - uploadDays * day))
  for (const { id } of expired) await removeParts(files, id)
  await removeStrayParts(database, files, now)
  await files.blobs.tidy(new Date(now.getTime() - day))
  const swept: Swept = { uploads: expired.length, blobs: 0, bytes: 0 }
  await files.derived.tidy(new Date(now.getTime() - day))
  for (const [store, listNames] of [[files.blobs, listKept] as const, [files.derived, listNamedDerived] as const]) {
    for (const agencyId of await store.agencies()) {
      const sizes = await sweepBlobs(forAgency(database, agencyId), store, listNames, now)
      swept.blobs += sizes.length
      swept.bytes += sizes.reduce((sum, size) => sum + size, 0)
    }
  }
  return swept
}

const listKept = async (db: Db) => new Set((await listNamed(db)).map(({ sha256 }) => sha256))

/** Returns the sizes of the blobs that were removed. */
async function sweepBlobs(
  db: Db,
  store: Blobs,
  listNames: (db: Db) => Promise<Set<string>>,
  now: Date,
): Promise<number[]> {
  const old: { sha256: string; size: number }[] = []
  for await (const blob of store.list(db.agencyId)) {
    if (now.getTime() - blob.putAt.getTime() > day) old.push(blob)
  }
  if (old.length === 0) return []
  return transact(db, async (tx) => {
    if (!(await mayRemoveBlobs(tx))) return []
    const named = await listNames(tx)
    const unnamed = old.filter((blob) => !named.has(blob.sha256))
    for (const blob of unnamed) await store.remove(db.agencyId, blob.sha256)
    return unnamed.map((blob) => blob.size)
  })
}

/** Bytes in the upload folder of which no row knows: a server died between the two, or the upload was given up. */
async function removeStrayParts(database: Database, files: Files, now: Date): Promise<void> {
  const names = (await readdir(files.uploadFolder).catch(absent)) ?? []
  const known = new Set(await listUploadIds(database))
  for (const id of new Set(names.map((name) => name.replace(/\.json$/, '')))) {
    const found = await stat(path.join(files.uploadFolder, id)).catch(absent)
    const isFresh = found !== undefined && now.getTime() - found.mtimeMs < day
    if (!known.has(id) && !isFresh) await removeParts(files, id)
  }
}
