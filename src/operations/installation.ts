import { addressOfPostgres, startPostgres } from '#db/embedded.ts'
import { checkServer } from '#db/server.ts'
import type { Environment } from '#environment'
import { Halt } from '#kit/halt.ts'
import { openFolder, pathsOf } from '../processes/folder.ts'
import { isHeld } from '../processes/lock.ts'
import { openParts, type Parts } from '../processes/parts.ts'
import { keepSecrets } from '../processes/secrets.ts'
import { serverOptions } from '../processes/server.ts'
import { version } from '../root.ts'

/**
 * Runs `work` with the database's address: of the server that was named, of the Rintis that runs on the same data
 * folder, or of PostgreSQL started for as long as the work takes. `work` may settle a folder that is new; where it
 * doesn't want one, `onlyIfMade` refuses it. Throws `Halt`.
 */
export async function withServer<Result>(
  environment: Environment,
  work: (url: string, settle: () => Promise<void>) => Promise<Result>,
  { onlyIfMade = true } = {},
): Promise<Result> {
  const nothing = async () => undefined
  if (environment.databaseUrl) {
    await checkServer(environment.databaseUrl)
    return work(environment.databaseUrl, nothing)
  }
  const running = await findRunning(environment)
  if (running) return work(running, nothing)
  const folder = await openFolder(environment.data, version)
  try {
    if (folder.isNew && onlyIfMade)
      throw new Halt('folder', `Belum ada data Rintis di ${environment.data}: jalankan npm start dahulu.`)
    await keepSecrets(environment, folder.paths.secret, folder.isNew)
    const postgres = await startPostgres(serverOptions(folder.paths, environment.databasePort))
    return await work(postgres.url, folder.settle).finally(postgres.stop)
  } finally {
    await folder.release()
  }
}

/** The same with all parts opened, for what goes through the application's own code. */
export function withParts<Result>(environment: Environment, work: (parts: Parts) => Promise<Result>): Promise<Result> {
  return withServer(environment, async (databaseUrl) => {
    const parts = await openParts({ ...environment, databaseUrl }, 'cli')
    return work(parts).finally(() => parts.close())
  })
}

/** The database of the Rintis that runs on this data folder; undefined where none does. */
export async function findRunning(environment: Environment): Promise<string | undefined> {
  const paths = pathsOf(environment.data)
  if (!(await isHeld(paths.lock))) return undefined
  return addressOfPostgres({ folder: paths.postgres, secretFolder: paths.secret })
}
