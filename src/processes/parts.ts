import type pg from 'pg'
import { type Database, openDatabase, openPool } from '#db/connect.ts'
import { openVault } from '#db/vault.ts'
import type { Environment } from '#environment'
import type { Files } from '#files'
import { openJobs } from '#jobs'
import { Halt } from '#kit/halt.ts'
import { type Logger, openLog } from '#kit/log.ts'
import { jobs } from '../worker.ts'
import { openFiles } from './files.ts'
import { type Paths, pathsOf } from './folder.ts'
import { keepSecrets, type Secrets } from './secrets.ts'

/** What a web or worker process is made of, each part opened once. */
export type Parts = {
  environment: Environment
  paths: Paths
  secrets: Secrets
  log: Logger
  pool: pg.Pool
  database: Database
  files: Files
  /** Ends what the parts hold open. */
  close(): Promise<void>
}

/** Opens the parts. The data folder must have been made, and the database be up to date. */
export async function openParts(environment: Environment, name: string): Promise<Parts> {
  if (environment.databaseUrl === undefined) throw new Halt('configuration', `Proses ${name} memerlukan DATABASE_URL.`)
  const paths = pathsOf(environment.data)
  const log = openLog(paths.log, environment.logLevel, name)
  const secrets = await keepSecrets(environment, paths.secret, false)
  const pool = openPool(environment.databaseUrl, (err) => log.warn({ err }, 'idle database connection lost'))
  const files = openFiles(environment, paths, log)
  const vault = openVault(secrets.fieldKey, secrets.indexKey)
  const queues = await openJobs(pool, jobs, (err) => log.warn({ err }, 'the queues cannot be reached'))
  const database = openDatabase(pool, { ...queues, vault, arkNaan: environment.arkNaan })
  const close = async () => {
    await queues.stop()
    await pool.end()
  }
  return { environment, paths, secrets, log, pool, database, files, close }
}
