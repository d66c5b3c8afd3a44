import type pg from 'pg'
import { openDatabase, openPool } from '#db/connect.ts'
import { openVault } from '#db/vault.ts'
import { readEnvironment } from '#environment'
import { createApp } from '../src/app.tsx'
import { findRunning } from '../src/operations/installation.ts'
import { openFiles } from '../src/processes/files.ts'
import { pathsOf } from '../src/processes/folder.ts'
import { keepSecrets } from '../src/processes/secrets.ts'
import type { Statement } from './load.ts'

/** The same application in this process, over the same database, so that what a page asks of it can be heard. */
export async function listenIn(data: string, address: string) {
  const environment = readEnvironment({ RINTIS_DATA: data, RINTIS_URL: address })
  const url = await findRunning(environment)
  if (!url) throw new Error(`nothing runs on ${data}`)
  const paths = pathsOf(data)
  const secrets = await keepSecrets(environment, paths.secret, false)
  const pool: pg.Pool = openPool(url, () => undefined)
  const heard: Statement[] = []
  const nobody = async () => undefined
  const database = openDatabase(pool, {
    publish: nobody,
    send: nobody,
    vault: openVault(secrets.fieldKey, secrets.indexKey),
    log: ({ query }) => heard.push({ sql: query.sql, parameters: query.parameters }),
  })
  const { now } = environment
  const files = openFiles(environment, paths)
  const log = { error: (...facts: unknown[]) => console.error(...facts) }
  const app = createApp({ database, files, url: address, secrets, now, log, development: true })
  return {
    pool,
    /** What the page asks of the database, in order; its second answer counts, when nothing is new any more. */
    async statementsOf(path: string, headers: Record<string, string>): Promise<Statement[]> {
      for (let time = 0; time < 2; time += 1) {
        heard.length = 0
        const answer = await app.request(path, { headers })
        if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`)
        await answer.text()
      }
      return heard.filter(({ sql }) => !/^(begin|commit|start transaction|set )/i.test(sql))
    },
  }
}
