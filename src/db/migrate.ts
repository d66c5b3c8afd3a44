import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** The database was written by a newer version of Rintis than this one. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase'
}

/** A migration that was applied says something else today. */
export class ChangedMigration extends Error {
  override readonly name = 'ChangedMigration'
  readonly migration: string

  constructor(migration: string) {
    super(`The migration ${migration} was changed after it was applied.`)
    this.migration = migration
  }
}

/** Two migrations at once would meet; the second waits at this lock. Any number, the same everywhere. */
const lock = 7_245_011

/**
 * Applies the migrations that are missing, in order, each in a transaction of its own.
 * Takes the URL of an owner of the database and the folder of NNNN_what.sql files; returns the names applied.
 * Throws NewerDatabase when the database holds one that the folder does not, ChangedMigration when it holds one otherwise:
 * what a database was made by is not known any more then, and what comes after may not fit it.
 */
export async function migrate(url: string, folder = 'migrations'): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    const applied = await applyMissing(client, folder)
    await client.query(rights)
    return applied
  } finally {
    await client.end()
  }
}

/** Where it is written down which migrations were applied. */
export const migrationTable = `create table if not exists schema_migration (
  name text primary key, checksum text not null, applied_at timestamptz not null default now())`

async function applyMissing(client: pg.Client, folder: string): Promise<string[]> {
  await client.query(migrationTable)
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration')
  const done = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort()
  const unknown = [...done.keys()].find((name) => !names.includes(name))
  if (unknown) throw new NewerDatabase(`The database holds the migration ${unknown}, which this version lacks.`)
  const texts = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  )
  const changed = texts.find(({ name, text }) => done.has(name) && done.get(name) !== sumOf(text))
  if (changed) throw new ChangedMigration(changed.name)
  const missing = texts.filter(({ name }) => !done.has(name))
  for (const { name, text } of missing) await apply(client, name, text)
  return missing.map(({ name }) => name)
}

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex')

async function apply(client: pg.Client, name: string, text: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, sumOf(text)])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

/** What web and worker may do: rows, never the schema; of the journal, add and read only. */
const rights = `
  grant usage on schema public to rintis_app;
  grant select, insert, update, delete on all tables in schema public to rintis_app;
  grant usage on all sequences in schema public to rintis_app;
  revoke insert, update, delete on schema_migration from rintis_app;
  revoke update, delete on journal, preservation_event from rintis_app;
`
