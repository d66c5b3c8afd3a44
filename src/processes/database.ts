import path from 'node:path'
import { migrateOrHalt } from '#db/server.ts'
import { prepareJobs } from '#jobs'
import { root } from '../root.ts'
import { jobs } from '../worker.ts'

/** Brings the database to this version, tables and queues; the names of the migrations applied. Throws `Halt`. */
export async function updateDatabase(url: string): Promise<string[]> {
  const applied = await migrateOrHalt(url, path.join(root, 'migrations'))
  await prepareJobs(url, jobs)
  return applied
}
