import { createReadStream } from 'node:fs'
import { link, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { withClient } from '#db/server.ts'
import { type Blobs, blobLock, digest, writeHashed } from '#files'
import { absent, syncFolder } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import { copyTarget, listMigrations, listSequences, listTables } from './catalogue.ts'
import { fingerprintsOf, type Keys, type Manifest, names } from './manifest.ts'
import { type Sum, writeSums } from './sums.ts'

export type BackupOptions = {
  /** The database as its owner. */
  databaseUrl: string
  blobs: Blobs
  keys: Keys
  /** The folder that the backup is to be: it appears whole or not at all, and nothing may be there before. */
  to: string
  /** The version of Rintis. */
  version: string
  now: Date
  /** An earlier backup on the same disk: contents that are whole there get a second name instead of a second copy. */
  linkFrom?: string | undefined
}

/** Suffix of what is being made; a folder of this name is never a backup. */
export const unfinished = '.unfinished'

/**
 * Writes the database, as it is at one instant, and every content that it names to a folder, with the SHA-256 of each
 * file. Rintis may go on meanwhile. A content that is missing or changed is left out and named in the manifest, since
 * a backup of all the rest is better than none. Throws `Halt`.
 */
export async function backup(options: BackupOptions): Promise<Manifest> {
  const to = path.resolve(options.to)
  const folder = `${to}${unfinished}`
  await makeEmpty(to, folder)
  try {
    const manifest = await withClient(options.databaseUrl, (client) => writeAll(client, options, folder))
    await rename(folder, to)
    await syncFolder(path.dirname(to))
    return manifest
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function makeEmpty(to: string, folder: string): Promise<void> {
  if (await stat(to).catch(absent))
    throw new Halt('folder', `${to} sudah ada: pilih nama folder yang belum ada untuk cadangan ini.`)
  await rm(folder, { recursive: true, force: true })
  try {
    await mkdir(path.join(folder, 'database'), { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Halt('folder', `Cadangan tidak dapat ditulis ke ${path.dirname(to)}: ${String(error)}.`)
  }
}

async function writeAll(client: pg.Client, options: BackupOptions, folder: string): Promise<Manifest> {
  const sums: Sum[] = []
  // Taken before the instant that is copied, and held until the last content is read: nothing is swept meanwhile.
  await client.query('select pg_advisory_lock_shared($1)', [blobLock])
  await client.query('begin isolation level repeatable read read only')
  const tables = await writeTables(client, folder, sums)
  const manifest: Manifest = {
    format: 'rintis-backup',
    formatVersion: 1,
    version: options.version,
    madeAt: options.now.toISOString(),
    migrations: await listMigrations(client),
    tables,
    sequences: await listSequences(client),
    files: await writeFiles(client, options, folder, sums),
    fingerprints: fingerprintsOf(options.keys),
  }
  await client.query('commit')
  await writeKeys(path.join(folder, names.keys), options.keys)
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  sums.push({ name: names.manifest, sha256: await writeText(path.join(folder, names.manifest), text) })
  await writeText(path.join(folder, names.sums), writeSums(sums))
  await syncFolder(path.join(folder, 'database'))
  await syncFolder(folder)
  return manifest
}

async function writeTables(client: pg.Client, folder: string, sums: Sum[]): Promise<Manifest['tables']> {
  const written: Manifest['tables'] = []
  for (const table of await listTables(client)) {
    const rows = client.query(copyTo(`copy ${copyTarget(table)} to stdout`))
    const packed = createGzip({ level: 1 })
    rows.on('error', (error) => packed.destroy(error)).pipe(packed)
    const name = names.table(table.name)
    const { sha256 } = await writeHashed(path.join(folder, name), packed, 0o600)
    sums.push({ name, sha256 })
    written.push({ ...table, rows: rows.rowCount })
  }
  return written
}

async function writeFiles(
  client: pg.Client,
  { blobs, linkFrom }: BackupOptions,
  folder: string,
  sums: Sum[],
): Promise<Manifest['files']> {
  const files: Manifest['files'] = { count: 0, bytes: 0, spoilt: [] }
  const folders = new Set([path.join(folder, 'files')])
  await mkdir(path.join(folder, 'files'), { mode: 0o700 })
  for (const { agencyId, sha256, size } of await listContents(client)) {
    const name = names.file(agencyId, sha256)
    const target = path.join(folder, name)
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    folders.add(path.dirname(target))
    const isThere =
      (linkFrom && (await linkWhole(path.join(linkFrom, name), target, sha256))) ||
      (await copyWhole(blobs, agencyId, sha256, target))
    if (!isThere) {
      files.spoilt.push({ agencyId, sha256 })
      continue
    }
    sums.push({ name, sha256 })
    files.count++
    files.bytes += size
  }
  for (const one of folders) await syncFolder(one)
  return files
}

async function listContents(client: pg.Client): Promise<{ agencyId: string; sha256: string; size: number }[]> {
  const { rows } = await client.query(
    `select agency_id as "agencyId", sha256, size::float8 as size from file
     union select agency_id, sha256, size::float8 from upload where sha256 is not null order by 1, 2`,
  )
  return rows
}

/** False when the earlier backup lacks it or the disk has spoilt it there. */
async function linkWhole(earlier: string, target: string, sha256: string): Promise<boolean> {
  const found = await digest(createReadStream(earlier, { highWaterMark: 1_048_576 })).catch(absent)
  if (found?.sha256 !== sha256) return false
  await link(earlier, target)
  return true
}

/** False when the store lacks it or what it has is not what it should be. */
async function copyWhole(blobs: Blobs, agencyId: string, sha256: string, target: string): Promise<boolean> {
  if ((await blobs.sizeOf(agencyId, sha256)) === undefined) return false
  const written = await writeHashed(target, blobs.open(agencyId, sha256), 0o400)
  if (written.sha256 === sha256) return true
  await rm(target, { force: true })
  return false
}

/** Apart from all else, so that they can be kept elsewhere: with them a backup is readable, without them it isn't. */
async function writeKeys(file: string, { secret, fieldKey, indexKey }: Keys): Promise<void> {
  const keys = { secret, fieldKey: fieldKey.toString('hex'), indexKey: indexKey.toString('hex') }
  await writeFile(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true })
}

async function writeText(file: string, text: string): Promise<string> {
  const { sha256 } = await writeHashed(file, Readable.from([Buffer.from(text)]), 0o600)
  return sha256
}
