import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { plannedAnew, preparing } from './prepared.ts'

const { query, url, pool } = await freshDatabase({}, { connections: 1 })

/** What the one connection has prepared. */
async function prepared(): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(query)
  return rows.map(({ statement }) => statement)
}

test('a statement is prepared once, however often it is asked', async () => {
  const find = (slug: string) => query.selectFrom('agency').select('id').where('slug', '=', slug).execute()
  await find('satu')
  await find('dua')
  expect((await prepared()).filter((statement) => statement.includes('"slug" = $1'))).toHaveLength(1)
})

test('two who prepare on one connection mean the same by a name', async () => {
  await query.selectFrom('agency').select('id').where('name', '=', 'Satu').execute()
  const other = await preparing(pool).connect()
  for (const column of ['slug', 'name', 'zone'])
    expect((await other.query(`select ${column} from agency where ${column} = $1`, ['Satu'])).rows).toEqual([])
  other.release()
  await query.selectFrom('agency').select('slug').where('name', '=', 'Satu').execute()
})

test('a list of ids is not prepared for each of its lengths', async () => {
  for (const length of [6, 7, 8]) {
    const slugs = Array.from({ length }, (_, index) => `instansi-${index}`)
    await query.selectFrom('agency').select('id').where('slug', 'in', slugs).execute()
  }
  expect((await prepared()).filter((statement) => statement.includes('"slug" in'))).toEqual([])
})

test('what says so is planned anew each time, and says nothing to PostgreSQL by it', async () => {
  const { rows } = await sql`${plannedAnew} select name from agency where slug = ${'tiada'}`.execute(query)
  expect(rows).toEqual([])
  expect((await prepared()).filter((statement) => statement.includes('planned anew'))).toEqual([])
})

test('rows that are written together are not prepared for each of their numbers', async () => {
  for (const length of [2, 3, 4]) {
    const agencies = Array.from({ length }, (_, at) => ({ slug: `bersama-${length}-${at}`, name: 'Instansi' }))
    await query
      .insertInto('agency')
      .values(agencies.map((row) => ({ id: randomUUIDv7(), ...row, zone: 'Asia/Jakarta' })))
      .execute()
  }
  expect((await prepared()).filter((statement) => statement.includes('insert into "agency"'))).toEqual([])
})

test('what takes all columns is asked while a migration adds one', async () => {
  const find = () => query.selectFrom('agency').selectAll().where('slug', '=', 'satu').execute()
  await find()
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('alter table agency add column added_meanwhile text')
  await owner.end()
  expect(await find()).toEqual([])
})
