import { randomUUIDv7 } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from '#db'
import { type AskSpace, type FindCopy, hasRoom } from '#files'
import { absent } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import { type BackupOptions, backup, unfinished } from './backup.ts'
import { copiesToKeep } from './keep.ts'
import { names } from './manifest.ts'
import { addRun, type BackupRun, countContentBytes, findRunIn } from './store.ts'

export type DailyOptions = Omit<BackupOptions, 'to' | 'linkFrom' | 'now'> & {
  database: Database
  /** The folder in which the copies lie, each under its day. */
  folder: string
  space: AskSpace
  clock: () => Date
}

const full =
  'Salinan harian tidak dibuat karena ruang simpan server hampir penuh. Tambah ruang, atau pindahkan salinan lama.'

/**
 * Makes today's copy, once a day (UTC), takes away those that are older than need be, and writes down how it went.
 * Contents that did not change since the last copy share its bytes, which are read and compared each time.
 */
export async function dailyBackup(options: DailyOptions): Promise<BackupRun> {
  const { database, folder, clock } = options
  const now = clock()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeUnfinished(folder)
  const days = await listCopies(folder)
  const to = path.join(folder, now.toISOString().slice(0, 10))
  const run = { id: randomUUIDv7(), beganAt: now, folder: to, fileCount: 0, size: 0, problem: null }
  if (days.includes(path.basename(to))) return { ...run, endedAt: now }
  const ended = await makeCopy({ ...options, now, to }, days.at(-1)).catch((error) => {
    // Only what whoever runs Rintis can mend is an outcome; anything else is a bug and goes on.
    if (!(error instanceof Halt)) throw error
    return { problem: error.sentence }
  })
  const done: BackupRun = { ...run, ...ended, endedAt: clock() }
  await addRun(database, done)
  for (const day of toRemove(await listCopies(folder))) await removeCopy(path.join(folder, day))
  return done
}

async function makeCopy(options: DailyOptions & BackupOptions, last: string | undefined): Promise<Partial<BackupRun>> {
  const linkFrom = last && path.join(options.folder, last)
  if (!hasRoom(await options.space(), await countComing(options.database, linkFrom))) return { problem: full }
  const { files } = await backup({ ...options, linkFrom })
  const problem =
    files.spoilt.length > 0 ? `${files.spoilt.length} berkas hilang atau rusak: jalankan check-fixity.` : null
  return { fileCount: files.count, size: files.bytes, problem }
}

/** Bytes that the last copy does not have: where files lie elsewhere than on this disk, that may be all of them. */
async function countComing(database: Database, last: string | undefined): Promise<number> {
  const shared = last === undefined ? undefined : await findRunIn(database, last)
  return Math.max(0, (await countContentBytes(database)) - (shared?.size ?? 0))
}

/** The days of which a whole copy lies in the folder, oldest first. */
async function listCopies(folder: string): Promise<string[]> {
  const all = (await readdir(folder).catch(absent)) ?? []
  return all.filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name)).sort()
}

function toRemove(days: readonly string[]): string[] {
  const kept = copiesToKeep(days)
  return days.filter((day) => !kept.includes(day))
}

/** Under another name first, so that one that is half gone is never taken for a copy. */
async function removeCopy(copy: string): Promise<void> {
  await rename(copy, `${copy}${unfinished}`)
  await rm(`${copy}${unfinished}`, { recursive: true, force: true })
}

async function removeUnfinished(folder: string): Promise<void> {
  const all = await readdir(folder)
  for (const name of all.filter((one) => one.endsWith(unfinished)))
    await rm(path.join(folder, name), { recursive: true, force: true })
}

/** Finds contents in the daily copies, newest first, for `checkFixity`. */
export const copiesIn = (folder: string): FindCopy =>
  async function* find(agencyId, sha256) {
    for (const day of (await listCopies(folder)).reverse()) {
      const file = path.join(folder, day, names.file(agencyId, sha256))
      const name = await readdir(path.dirname(file)).catch(absent)
      if (name?.includes(sha256)) yield createReadStream(file)
    }
  }
