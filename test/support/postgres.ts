import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { prepareJobs } from '#jobs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database from which each test file clones its own; nobody may be connected to it. */
    templateUrl: string
    /** A folder that is taken away after the run, with all that test files put into it. */
    scratch: string
  }
}

/** What a test may lose when the machine stops it need not keep. */
const careless = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_connections=200',
]

/** Starts one PostgreSQL for the whole run, and builds what works apart; returns what ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rintis-test-'))
  const building = promisify(execFile)(process.execPath, ['bin/build.mjs', '--apart'])
  const postgres = await startPostgres({
    folder: path.join(folder, 'postgres'),
    secretFolder: path.join(folder, 'secret'),
    logFile: path.join(folder, 'postgres.log'),
    settings: careless,
  })
  await migrate(postgres.url)
  await prepareJobs(postgres.url, [])
  await building
  project.provide('templateUrl', postgres.url)
  project.provide('scratch', folder)
  return async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
