import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase, openPool, type Publish, type Send } from '#db/connect.ts'
import { openVault } from '#db/vault.ts'

export type TestDatabase = Database & {
  /** As its owner, for what the application's role may not do. */
  url: string
  pool: pg.Pool
  /** Every statement since the file began, in order: `statements.length` before and after counts a page's queries. */
  statements: string[]
}

/** Test keys: anything that isn't a secret of somebody. */
export const testKeys = { field: Buffer.alloc(32, 1), index: Buffer.alloc(32, 2) }
const vault = openVault(testKeys.field, testKeys.index)

const nobody: { publish: Publish; send: Send } = { publish: async () => undefined, send: async () => undefined }

/**
 * A migrated, empty database of this test file's own, dropped after its last test. Call it once, at the top of the
 * file. `ports` hears the events and takes the tasks; without it nobody does. With fewer `connections`, whoever holds
 * one and waits for another is found.
 */
export async function freshDatabase(
  ports: Partial<typeof nobody> = {},
  { connections = 10 } = {},
): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl'))
  const url = new URL(template)
  url.pathname = `/test_${randomUUID().replaceAll('-', '')}`
  // Its files are copied as they are: page by page through the log of changes it takes twice the time.
  await administer(template, `create database ${nameOf(url)} template ${nameOf(template)} strategy file_copy`)
  const pool = openPool(url.href, () => undefined, connections)
  const statements: string[] = []
  const database = openDatabase(pool, { ...nobody, ...ports, vault, log: (event) => statements.push(event.query.sql) })
  afterAll(async () => {
    await database.query.destroy()
    await administer(template, `drop database ${nameOf(url)} with (force)`)
  })
  return { ...database, url: url.href, pool, statements }
}

const nameOf = (url: URL): string => url.pathname.slice(1)

/** Runs a statement about databases, from a database that nobody clones. */
async function administer(template: URL, statement: string): Promise<void> {
  const url = new URL(template)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
