import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrationTable } from '#db/migrate.ts'
import { migrateOrHalt, withClient } from '#db/server.ts'
import type { Blobs } from '#files'
import { absent } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import { copyTarget, listForeignKeys, listTables, listTriggered, quoted } from './catalogue.ts'
import { fits, type Keys, type Manifest, manifestSchema, names } from './manifest.ts'
import { broken, type Sum, verifySums } from './sums.ts'

export type RestoreOptions = {
  /** The folder that `backup` wrote. */
  from: string
  /** The database as its owner. */
  databaseUrl: string
  blobs: Blobs
  /** The folder of NNNN_what.sql files. */
  migrations: string
  /** The keys of this installation. Where they may change, those of the backup take their place if need be. */
  keys: Keys
  keysMayChange: boolean
  /** Whether what the installation holds may be replaced. */
  force?: boolean
}

export type Restored = {
  manifest: Manifest
  /** The keys under which the fields are sealed: the installation must work with these from now on. */
  keys: Keys
}

/**
 * Brings back what a backup holds: first every file of it is read and compared, then contents are put, then all rows
 * are written in one transaction, last the migrations that are newer than the backup. Whatever goes wrong before that
 * transaction ends, the database is as it was. Throws `Halt`.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const sums = await verifySums(options.from)
  const manifest = await readManifest(options.from)
  const keys = await chooseKeys(options, manifest)
  const migrations = await readMigrations(options, manifest)
  await withClient(options.databaseUrl, async (client) => {
    await refuseUnfit(client, options)
    await putFiles(options, sums)
    await writeAll(client, options, manifest, migrations)
  })
  await migrateOrHalt(options.databaseUrl, options.migrations)
  return { manifest, keys }
}

async function readManifest(folder: string): Promise<Manifest> {
  const read = manifestSchema.safeParse(JSON.parse(await readFile(path.join(folder, names.manifest), 'utf8')))
  if (read.success) return read.data
  throw new Halt('failed', 'Cadangan ini dibuat dengan susunan yang tidak dikenal: mutakhirkan Rintis, lalu ulangi.')
}

async function chooseKeys({ from, keys, keysMayChange }: RestoreOptions, manifest: Manifest): Promise<Keys> {
  if (fits(keys, manifest)) return keys
  const kept = keysMayChange ? await readKeys(path.join(from, names.keys)) : undefined
  if (kept && fits(kept, manifest)) return kept
  throw new Halt(
    'configuration',
    keysMayChange
      ? `Kunci cadangan ini tidak ada atau bukan kuncinya: letakkan ${names.keys} miliknya di ${from}.`
      : 'RINTIS_FIELD_KEY dan RINTIS_INDEX_KEY bukan kunci cadangan ini: isi dengan kunci dari keys.json miliknya.',
  )
}

async function readKeys(file: string): Promise<Keys | undefined> {
  const text = await readFile(file, 'utf8').catch(absent)
  if (text === undefined) return undefined
  const { secret, fieldKey, indexKey } = JSON.parse(text)
  return { secret, fieldKey: Buffer.from(fieldKey, 'hex'), indexKey: Buffer.from(indexKey, 'hex') }
}

/** Nothing is written over what somebody still needs, nor under a Rintis that runs. */
async function refuseUnfit(client: pg.Client, { blobs, force }: RestoreOptions): Promise<void> {
  const { rows } = await client.query(
    `select from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  )
  if (rows.length > 0)
    throw new Halt('database', 'Basis data sedang dipakai: hentikan Rintis dan sambungan lain dahulu, lalu ulangi.')
  if (force) return
  if ((await countAgencies(client)) > 0 || (await blobs.agencies()).length > 0)
    throw new Halt(
      'folder',
      'Pemasangan ini sudah berisi data. Pulihkan ke folder data yang kosong, atau pakai --force untuk menggantinya.',
    )
}

async function countAgencies(client: pg.Client): Promise<number> {
  const { rows } = await client.query(`select to_regclass('public.agency') is not null as "isMade"`)
  if (!rows[0]?.isMade) return 0
  return (await client.query('select from agency')).rows.length
}

/** The text of each migration under which the backup was made. Throws `Halt` where one of them is not ours. */
async function readMigrations({ migrations }: RestoreOptions, manifest: Manifest): Promise<string[]> {
  const texts: string[] = []
  for (const { name, checksum } of manifest.migrations) {
    const text = await readFile(path.join(migrations, path.basename(name)), 'utf8').catch(absent)
    if (text === undefined || createHash('sha256').update(text).digest('hex') !== checksum)
      throw new Halt(
        'folder',
        `Cadangan ini dibuat Rintis ${manifest.version} dengan migrasi ${name} yang tidak dikenal di sini: ` +
          'pasang versi itu atau yang lebih baru.',
      )
    texts.push(text)
  }
  return texts
}

async function putFiles({ from, blobs }: RestoreOptions, sums: readonly Sum[]): Promise<void> {
  for (const { name } of sums) {
    const [, agencyId, sha256] = /^files\/([^/]+)\/([^/]+)$/.exec(name) ?? []
    if (!agencyId || !sha256) continue
    const put = await blobs.put(agencyId, createReadStream(path.join(from, name), { highWaterMark: 1_048_576 }))
    if (put.sha256 !== sha256) throw broken(name)
  }
}

/** Everything in one transaction: the schema of then, its rows, and the promises between them, which are checked. */
async function writeAll(client: pg.Client, options: RestoreOptions, manifest: Manifest, migrations: string[]) {
  await client.query('begin')
  // Jobs are not in the backup: what waits there speaks of what is being replaced.
  await client.query('drop schema if exists jobs cascade')
  await client.query('drop schema public cascade')
  await client.query('create schema public authorization pg_database_owner')
  await client.query(migrationTable)
  for (const text of migrations) await client.query(text)
  const tables = await listTables(client)
  const triggered = await listTriggered(client)
  const foreignKeys = await listForeignKeys(client)
  for (const { table, name } of foreignKeys) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const table of triggered) await client.query(`alter table ${quoted(table)} disable trigger user`)
  // Some migrations bring rows of their own.
  await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`)
  for (const table of manifest.tables) await writeTable(client, options.from, table)
  for (const table of triggered) await client.query(`alter table ${quoted(table)} enable trigger user`)
  for (const { table, name, definition } of foreignKeys)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  for (const { name, value, isCalled } of manifest.sequences)
    await client.query('select setval($1::regclass, $2, $3)', [quoted(name), value, isCalled])
  await client.query('commit')
}

async function writeTable(client: pg.Client, from: string, table: Manifest['tables'][number]): Promise<void> {
  const file = createReadStream(path.join(from, names.table(table.name)))
  const rows = client.query(copyFrom(`copy ${copyTarget(table)} from stdin`))
  await pipeline(file, createGunzip(), rows)
  if (rows.rowCount !== table.rows) throw broken(names.table(table.name))
}
