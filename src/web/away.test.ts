import pg from 'pg'
import { expect, test } from 'vitest'
import { freePort } from '#db/port.ts'
import { freshDatabase } from '#test/database.ts'
import { isDatabaseAway } from './away.ts'

const { pool, url } = await freshDatabase()

const failure = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined).catch((error) => error)

test('a server that does not answer is away', async () => {
  const port = await freePort()
  const client = new pg.Client({ connectionString: `postgres://rintis@127.0.0.1:${port}/rintis` })
  expect(isDatabaseAway(await failure(client.connect()))).toBe(true)
})

test('a connection that is ended under a query is away', async () => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const ended = failure(client.query('select pg_terminate_backend(pg_backend_pid())'))
  expect(isDatabaseAway(await ended)).toBe(true)
  expect(isDatabaseAway(await failure(client.query('select 1')))).toBe(true)
})

test('a wrong query, a broken rule and a fault of ours are not', async () => {
  expect(isDatabaseAway(await failure(pool.query('select nothing from nowhere')))).toBe(false)
  expect(isDatabaseAway(await failure(pool.query('insert into agency default values')))).toBe(false)
  expect(isDatabaseAway(new Error('timeout'))).toBe(false)
})
