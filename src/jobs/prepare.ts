import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { type Job, schema } from './job.ts'

/** A worker says every 15 s that it still has a job; one that was not heard of for 30 s is dead. */
const heartbeatSeconds = 30
const usualRetries = 8
const usualSeconds = 300
const longestPause = 3_600

/**
 * Makes or migrates the schema of the jobs and a queue for each, as owner of the database at `ownerUrl`, and lets
 * `rintis_app` use them: web and worker change rows there, never the schema. Called after each migration.
 */
export async function prepareJobs(ownerUrl: string, jobs: readonly Job<never>[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    schema,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  try {
    await boss.start()
    for (const job of jobs) await prepareQueue(boss, job)
    await client.query(rights)
  } finally {
    await boss.stop({ close: false })
    await client.end()
  }
}

async function prepareQueue(boss: PgBoss, { queue, retries, within, onceByKey }: Job<never>): Promise<void> {
  const options = {
    retryLimit: retries ?? usualRetries,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: longestPause,
    expireInSeconds: within ?? usualSeconds,
    heartbeatSeconds,
  }
  await boss.createQueue(queue, { ...options, ...(onceByKey && { policy: 'exclusive' as const }) })
  await boss.updateQueue(queue, options)
}

const rights = `
  grant usage on schema ${schema} to rintis_app;
  grant select, insert, update, delete on all tables in schema ${schema} to rintis_app;
  grant usage on all sequences in schema ${schema} to rintis_app;
  grant execute on all functions in schema ${schema} to rintis_app;
`
