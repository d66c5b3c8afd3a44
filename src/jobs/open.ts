import type pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Publish, Send } from '#db/connect.ts'
import { isAnswer, type Job, schema } from './job.ts'

/** Jobs as those see them who hand them out. */
export type Jobs = { publish: Publish; send: Send; stop(): Promise<void> }

const triesToStart = 4

/**
 * Opens the queues for sending, under `rintis_app`. Waits for the database: what is published must find its queues
 * without a second connection, since transactions that wait for one may hold them all.
 */
export async function openJobs(
  pool: pg.Pool,
  jobs: readonly Job<never>[],
  failed: (error: Error) => void,
): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', failed)
  await boss.start({ attempts: triesToStart })
  const queuesOf = Map.groupBy(
    jobs.filter(isAnswer).flatMap(({ queue, events }) => events.map((event) => ({ queue, event }))),
    ({ event }) => event,
  )
  const send: Send = async (query, queue, data, { key, priority } = {}) => {
    const how = { ...(key !== undefined && { singletonKey: key }), ...(priority !== undefined && { priority }) }
    await boss.send(queue, data, { ...how, db: fromKysely(query.withoutPlugins()) })
  }
  return {
    send,
    publish: async (query, event, entry) => {
      for (const { queue } of queuesOf.get(event) ?? []) await send(query, queue, entry)
    },
    stop: () => boss.stop({ close: false, graceful: false }),
  }
}
