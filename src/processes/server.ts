import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Postgres, type PostgresOptions, startPostgres } from '#db/embedded.ts'
import type { Environment } from '#environment'
import type { Logger } from '#kit/log.ts'
import type { Paths } from './folder.ts'

const betweenTries = 500

/** Where PostgreSQL of our own keeps what, in a data folder. */
export const serverOptions = (paths: Paths, port: number | undefined): PostgresOptions => ({
  folder: paths.postgres,
  secretFolder: paths.secret,
  logFile: path.join(paths.log, 'postgres.log'),
  port,
  say: (sentence) => process.stderr.write(`${sentence}\n`),
})

/** Starts PostgreSQL of our own; whenever it ends unasked it is started again, on the same port. Throws `Halt`. */
export async function keepServer(
  environment: Environment,
  paths: Paths,
  log: Logger,
): Promise<{ url: string; stop(): Promise<void> }> {
  const start = (port: number | undefined) => startPostgres(serverOptions(paths, port))
  let postgres: Postgres = await start(environment.databasePort)
  const { url } = postgres
  let isStopping = false

  async function watch(): Promise<void> {
    while (!isStopping) {
      await postgres.exited
      if (!isStopping) log.error('PostgreSQL died; it is started again')
      while (!isStopping && !(await tryAgain())) await pause(betweenTries)
    }
    await postgres.stop()
  }

  async function tryAgain(): Promise<boolean> {
    try {
      postgres = await start(Number(new URL(url).port))
      return true
    } catch (err) {
      log.error({ err }, 'PostgreSQL does not start; it is tried again')
      return false
    }
  }

  const watching = watch()
  return {
    url,
    async stop() {
      isStopping = true
      await postgres.stop()
      await watching
    },
  }
}
