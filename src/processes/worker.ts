import { work } from '#jobs'
import { jobs } from '../worker.ts'
import type { Parts } from './parts.ts'

/** Works on jobs; returns what ends it. */
export async function startWorker(parts: Parts): Promise<() => Promise<void>> {
  const { pool, database, log, environment } = parts
  const stop = await work({ pool, database, jobs, tools: {}, log, now: environment.now })
  return async () => {
    await stop()
    await parts.close()
  }
}
