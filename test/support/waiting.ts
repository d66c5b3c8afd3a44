import pg from 'pg'
import { afterAll } from 'vitest'
import type { TestDatabase } from './database.ts'

/**
 * Counts the transactions that wait for another one, so that a test can force two to meet. Asks as the database's
 * owner: the application's role sees nobody wait.
 */
export function watchWaiting({ url }: TestDatabase): () => Promise<number> {
  const watcher = new pg.Client({ connectionString: url })
  const connected = watcher.connect()
  afterAll(() => watcher.end())
  return async () => {
    await connected
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    return (await watcher.query(waiting)).rows.length
  }
}
