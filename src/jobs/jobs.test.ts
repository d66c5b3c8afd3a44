import { randomUUIDv7 } from 'node:crypto'
import { PgBoss } from 'pg-boss'
import { afterEach, expect, test, vi } from 'vitest'
import { type Db, forAgency, transact } from '#db'
import { record } from '#journal'
import { freshDatabase } from '#test/database.ts'
import { countJobs, type Job, openJobs, prepareJobs, Stopped, work } from './index.ts'

const now = new Date('2026-11-24T09:00:00Z')
const fresh = await freshDatabase()
const agencyId = randomUUIDv7()
await fresh.query.insertInto('agency').values({ id: agencyId, slug: 'demo', name: 'Instansi demo' }).execute()

/** Everything that was done or logged, in order. */
const heard: string[] = []
const references: string[] = []
const log = {
  error: (facts: object, message: string) => {
    heard.push(message)
    if ('reference' in facts) references.push(String(facts.reference))
  },
  warn: () => undefined,
  info: (_: object, message: string) => {
    heard.push(message)
  },
}
let trouble = false
let ends = false
let beginnings = 0

const jobs: Job[] = [
  {
    queue: 'test.answer',
    events: ['project.submitted', 'project.returned'],
    answer: async (_, { event, id }) => {
      heard.push(`${event} ${id}`)
    },
  },
  {
    queue: 'test.task',
    retries: 1,
    take: async (_, data) => {
      if (ends) {
        ends = false
        throw new Stopped('The worker ends.')
      }
      if (trouble) throw new Error('198504122009122003 is not to be kept')
      heard.push(JSON.stringify(data))
    },
  },
  { queue: 'test.round', cron: '0 2 * * *', zone: 'Asia/Jakarta', run: async () => undefined },
  {
    queue: 'test.beginning',
    cron: '0 3 * * *',
    zone: 'Asia/Jakarta',
    atStart: true,
    run: async () => {
      beginnings += 1
    },
  },
]

await prepareJobs(fresh.url, jobs)
// Tests need not wait before a job is tried again.
await fresh.pool.query('update jobs.queue set retry_delay = 0, retry_backoff = false')
const opened = await openJobs(fresh.pool, jobs, (error) => heard.push(error.message))
const database = { ...fresh, ...opened }
const db = forAgency(database, agencyId)

const startWork = () => work({ pool: fresh.pool, database, jobs, tools: {}, log, now: () => now })
const submit = (query: Db, event = 'project.submitted') =>
  transact(query, (tx) => record(tx, 'system', { event, thing: { kind: 'project', id: agencyId } }, now))
const waiting = async () => (await countJobs(fresh.pool)).filter(({ state }) => state === 'waiting')

/** A worker of its own for the test; always ended, or it would take the next test's jobs. */
let stop: (() => Promise<void>) | undefined
afterEach(async () => {
  await stop?.()
  stop = undefined
  heard.length = 0
})

test('an event reaches whoever subscribed to it, and nobody else', async () => {
  const id = await submit(db)
  await submit(db, 'project.stopped')
  stop = await startWork()
  await vi.waitFor(async () => expect(await countJobs(fresh.pool)).toEqual([]), { timeout: 10_000 })
  expect(heard).toEqual([`project.submitted ${id}`])
})

test('what is published in a transaction is gone when it rolls back', async () => {
  const failing = transact(db, async (tx) => {
    await record(tx, 'system', { event: 'project.submitted', thing: { kind: 'project', id: agencyId } }, now)
    await tx.send(tx.query, 'test.task', { letter: 1 })
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await waiting()).toEqual([])
})

test('many jobs do not wait for one another’s look at the queue', async () => {
  // A look each second, for each of them, would take twice as long as a slow machine is given.
  const many = 20
  for (let number = 1; number <= many; number += 1) await database.send(database.query, 'test.task', { number })
  const began = performance.now()
  stop = await startWork()
  await vi.waitFor(() => expect(heard).toHaveLength(many), { timeout: 30_000 })
  expect(performance.now() - began).toBeLessThan(10_000)
})

test('a job that its worker left because it had to end is no fault, and is taken again', async () => {
  ends = true
  await database.send(database.query, 'test.task', { letter: 3 })
  stop = await startWork()
  await vi.waitFor(() => expect(heard).toHaveLength(2), { timeout: 10_000 })
  expect(heard).toEqual(['job left for another worker, as this one ends', JSON.stringify({ letter: 3 })])
})

test('a dead worker’s job is done by the next', async () => {
  await database.send(database.query, 'test.task', { letter: 2 })
  const dying = new PgBoss({ db: { executeSql: (text, values) => fresh.pool.query(text, values) }, schema: 'jobs' })
  await dying.start()
  expect(await dying.fetch('test.task')).toHaveLength(1)
  await dying.stop({ close: false, graceful: false })
  // Half a minute later nobody has heard of it.
  await fresh.pool.query(`update jobs.job set heartbeat_on = now() - interval '31 seconds'`)
  await fresh.pool.query(`update jobs.queue set monitor_on = null, monitor_claim_on = null`)
  stop = await startWork()
  await vi.waitFor(() => expect(heard).toEqual(['{"letter":2}']), { timeout: 20_000 })
})

test('a job that fails is tried again, then given up where it can be seen, without what it was about', async () => {
  trouble = true
  await database.send(database.query, 'test.task', { letter: 3 })
  stop = await startWork()
  await vi.waitFor(
    async () => expect(await countJobs(fresh.pool)).toEqual([{ queue: 'test.task', state: 'failed', count: 1 }]),
    { timeout: 10_000 },
  )
  expect(heard).toEqual(['job failed; it is tried again', 'job given up'])
  const { rows } = await fresh.pool.query(`select output::text from jobs.job where state = 'failed'`)
  expect(rows[0]?.output).toContain(references.at(-1))
  expect(rows[0]?.output).not.toContain('198504122009122003')
})

test('rounds that are no longer declared are taken out', async () => {
  await fresh.pool.query(`insert into jobs.schedule (name, cron) values ('test.task', '* * * * *')`)
  stop = await startWork()
  const { rows } = await fresh.pool.query('select name, cron, timezone from jobs.schedule order by cron')
  expect(rows).toEqual([
    { name: 'test.round', cron: '0 2 * * *', timezone: 'Asia/Jakarta' },
    { name: 'test.beginning', cron: '0 3 * * *', timezone: 'Asia/Jakarta' },
  ])
})

test('a round that says so is done when a worker starts, and not again for others that start with it', async () => {
  await fresh.pool.query(`delete from jobs.job where name = 'test.beginning'`)
  beginnings = 0
  stop = await startWork()
  const others = [await startWork(), await startWork()]
  await vi.waitFor(() => expect(beginnings).toBeGreaterThan(0), { timeout: 10_000 })
  await vi.waitFor(async () =>
    expect(await countJobs(fresh.pool)).not.toContainEqual(expect.objectContaining({ queue: 'test.beginning' })),
  )
  for (const stopOther of others) await stopOther()
  const { rows } = await fresh.pool.query(`select count(*)::int as sent from jobs.job where name = 'test.beginning'`)
  // Two where a minute ended between them.
  expect(rows[0]?.sent).toBeLessThan(3)
})

test('the application may not change the schema of the jobs', async () => {
  await expect(fresh.pool.query('create table jobs.mine (id int)')).rejects.toThrow('permission denied')
})
