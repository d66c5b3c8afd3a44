import { randomUUIDv7 } from 'node:crypto'
import pg from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Db, forAgency, transact } from '#db'
import { freshDatabase } from '#test/database.ts'
import { listEntries, listEntriesOf, record, verifyJournal } from './index.ts'

const heard: { event: string; entryId: string }[] = []
const database = await freshDatabase({
  publish: async (_, event, { entryId }) => {
    heard.push({ event, entryId })
  },
})
const now = new Date('2026-11-24T02:00:00Z')
let db: Db

async function addAgency(): Promise<Db> {
  const id = randomUUIDv7()
  await database.query
    .insertInto('agency')
    .values({ id, slug: `instansi-${id}`, name: 'Pustaka Nusantara' })
    .execute()
  return forAgency(database, id)
}

const decide = (db: Db, thingId: string = randomUUIDv7(), details = {}) =>
  transact(db, (tx) =>
    record(tx, 'system', { event: 'project.begun', thing: { kind: 'project', id: thingId }, details }, now),
  )

beforeEach(async () => {
  db = await addAgency()
  heard.length = 0
})

describe('an entry', () => {
  test('is numbered, read back about its thing, and handed on with its id', async () => {
    const thingId = randomUUIDv7()
    const id = await decide(db, thingId, { version: 2, gate: 'approval' })
    await decide(db)
    expect(await listEntriesOf(db, [thingId])).toMatchObject([
      { id, sequence: 1, event: 'project.begun', at: now, details: { version: 2, gate: 'approval' } },
    ])
    expect(heard[0]).toEqual({ event: 'project.begun', entryId: id })
  })

  test('is gone when what it tells of did not happen', async () => {
    const failing = transact(db, async (tx) => {
      await record(tx, 'system', { event: 'project.begun', thing: { kind: 'project', id: randomUUIDv7() } }, now)
      throw new Error('it did not happen')
    })
    await expect(failing).rejects.toThrow('it did not happen')
    expect(await listEntries(db, 1)).toMatchObject({ rows: [], total: 0 })
  })

  test('is read in its own agency only', async () => {
    const thingId = randomUUIDv7()
    await decide(db, thingId)
    expect(await listEntriesOf(await addAgency(), [thingId])).toEqual([])
  })
})

describe('the application', () => {
  test.each(['update journal set event = $1', 'delete from journal where event <> $1'])('may not %s', async (sql) => {
    await decide(db)
    await expect(database.pool.query(sql, ['project.stopped'])).rejects.toThrow('permission denied')
  })
})

describe('the chain', () => {
  test('holds over entries that were written at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, () => decide(db)))
    expect(await verifyJournal(db)).toBeUndefined()
    expect((await listEntries(db, 1)).rows.map((entry) => entry.sequence)).toEqual(
      Array.from({ length: 20 }, (_, at) => 20 - at),
    )
  })

  const tamper = async (sql: string) => {
    const owner = new pg.Client({ connectionString: database.url })
    await owner.connect()
    await owner.query(sql, [db.agencyId])
    await owner.end()
  }

  test.each([
    [`update journal set event = 'project.stopped' where agency_id = $1 and sequence = 2`, 2, 'changed'],
    [`update journal set details = '{"version": 9}' where agency_id = $1 and sequence = 3`, 3, 'changed'],
    [`update journal set at = at - interval '1 day' where agency_id = $1 and sequence = 1`, 1, 'changed'],
    ['delete from journal where agency_id = $1 and sequence = 2', 2, 'missing'],
  ])('breaks where somebody did: %s', async (sql, sequence, why) => {
    for (let count = 0; count < 4; count += 1) await decide(db, undefined, { version: count })
    expect(await verifyJournal(db)).toBeUndefined()
    await tamper(sql)
    expect(await verifyJournal(db)).toEqual({ sequence, why })
  })
})
