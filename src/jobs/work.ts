import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { type JobWithMetadata, PgBoss } from 'pg-boss'
import { type Database, forAgency } from '#db'
import { findEntry } from '#journal'
import { isAnswer, isRound, type Job, type Published, Stopped, schema } from './job.ts'

const secondsBetweenLooks = 1
const secondsBetweenRounds = 15
/** How long a job that runs may take to end when the worker is told to. */
const grace = 8_000

type Log = Record<'error' | 'warn' | 'info', (facts: object, message: string) => void>

export type Work<Tools> = {
  pool: pg.Pool
  database: Database
  jobs: readonly Job<Tools>[]
  tools: Tools
  log: Log
  now: () => Date
}

/** Works on all jobs until the returned function has ended it. Several workers share the queues. */
export async function work<Tools>(work: Work<Tools>): Promise<() => Promise<void>> {
  const { pool, jobs, log } = work
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema,
    migrate: false,
    // Rebuilding an index is the owner's to do, and this role is not the owner.
    reindex: false,
    registerInstance: false,
    superviseIntervalSeconds: secondsBetweenRounds,
    monitorIntervalSeconds: secondsBetweenRounds,
  })
  boss.on('error', (err) => log.error({ err }, 'the queues cannot be reached'))
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'the queues warn'))
  await boss.start()
  await keepRounds(boss, jobs)
  for (const job of jobs) await workOn(boss, job, work)
  // What a worker that died has left is found now, not at the first round.
  await boss.supervise()
  return () => boss.stop({ close: false, timeout: grace })
}

async function workOn<Tools>(boss: PgBoss, job: Job<Tools>, work: Work<Tools>): Promise<void> {
  const options = { includeMetadata: true, pollingIntervalSeconds: secondsBetweenLooks } as const
  const id = await boss.work<object, void, typeof options>(job.queue, options, async ([taken]) => {
    if (taken) await attempt(job, taken, work)
    // Where one job was there may be more: look again at once.
    boss.notifyWorker(id)
  })
}

/** Does the job. What went wrong is in our log; the database keeps only the reference to it. */
async function attempt<Tools>(job: Job<Tools>, taken: JobWithMetadata<object>, work: Work<Tools>): Promise<void> {
  try {
    await carryOut(job, taken.data, work)
  } catch (err) {
    if (err instanceof Stopped) {
      work.log.info({ queue: job.queue, job: taken.id }, 'job left for another worker, as this one ends')
      throw new Error('Its worker was told to end.')
    }
    const reference = randomBytes(4).toString('hex')
    const isLast = taken.retryCount >= taken.retryLimit
    const facts = { err, reference, queue: job.queue, job: taken.id, attempt: taken.retryCount + 1 }
    work.log.error(facts, isLast ? 'job given up' : 'job failed; it is tried again')
    throw new Error(`The log says why, under ${reference}.`)
  }
}

async function carryOut<Tools>(job: Job<Tools>, data: object, { database, tools, now }: Work<Tools>): Promise<void> {
  if (isRound(job)) return job.run(database, now(), tools)
  if (!isAnswer(job)) return job.take(database, data, now(), tools)
  const { agencyId, entryId } = data as Published
  const db = forAgency(database, agencyId)
  const entry = await findEntry(db, entryId)
  // An entry goes only when its whole agency is removed (the demonstration): then there is nobody to answer.
  if (entry) await job.answer(db, entry, now(), tools)
}

/** What is done by the clock is what is declared now; rounds of an older version are taken out. */
async function keepRounds<Tools>(boss: PgBoss, jobs: readonly Job<Tools>[]): Promise<void> {
  const rounds = jobs.filter(isRound)
  for (const { name } of await boss.getSchedules()) {
    if (!rounds.some(({ queue }) => queue === name)) await boss.unschedule(name)
  }
  for (const { queue, cron, zone, atStart } of rounds) {
    await boss.schedule(queue, cron, null, { tz: zone })
    // Workers that start together, or again and again, ask for it once.
    if (atStart) await boss.send(queue, null, { singletonKey: 'start', singletonSeconds: 60 })
  }
}
