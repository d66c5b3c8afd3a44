import { access, constants, readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import { type Scanner, waitsSince } from '#files'
import { findFfmpeg } from '#media'
import type { Checks, Condition } from '#web/health.ts'
import { root } from '../root.ts'
import { openStorages } from './files.ts'
import type { Parts } from './parts.ts'

const toolsKeptFor = 60_000

/** How each part of this installation is, asked anew whenever a check is called. */
export function checksOf({ pool, paths, environment, database, files }: Parts): Checks {
  const bucket = openStorages(environment, paths).s3
  return {
    database: async () => {
      await pool.query('select 1')
      return 'ok'
    },
    migrations: async () => {
      const { rows } = await pool.query<{ name: string }>('select name from schema_migration')
      const wanted = (await readdir(path.join(root, 'migrations'))).filter((name) => name.endsWith('.sql'))
      return rows.length === wanted.length && rows.every(({ name }) => wanted.includes(name)) ? 'ok' : 'failed'
    },
    files: async () => {
      // Also where files lie in a bucket, uploads come through the folders of this machine.
      for (const folder of [paths.files, paths.uploads]) await access(folder, constants.W_OK)
      if (environment.files === 's3') await bucket?.blobs.agencies()
      return 'ok'
    },
    jobs: async () => {
      const { rows } = await pool.query<{ isMade: boolean }>(`select to_regclass('jobs.job') is not null as "isMade"`)
      return rows[0]?.isMade ? 'ok' : 'failed'
    },
    mail: () => (environment.smtpUrl ? answers(new URL(environment.smtpUrl)) : Promise.resolve('degraded')),
    media: keptFor(toolsKeptFor, async () => ((await findFfmpeg(environment.ffmpegPath)) ? 'ok' : 'degraded')),
    ...(files.scanner && { scanner: scannerCheck(files.scanner, database) }),
  }
}

/** Minutes that an upload may wait for the scanner before that is an alarm. */
const longestWait = 15

/** Failed: it does not work, and what comes in waits. Degraded: it works, but something has waited long. */
const scannerCheck = (scanner: Scanner, database: Parts['database']) => async (): Promise<Condition> => {
  if ((await scanner.whyAway()) !== null) return 'failed'
  const since = await waitsSince(database)
  return since !== null && Date.now() - since.getTime() > longestWait * 60_000 ? 'degraded' : 'ok'
}

/** Whether somebody listens at the address of the mail server. */
function answers({ hostname, port, protocol }: URL): Promise<Condition> {
  const usual = protocol === 'smtps:' ? 465 : 587
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port) || usual, hostname, () => {
      socket.end()
      resolve('ok')
    })
    socket.once('error', reject)
    socket.setTimeout(2_000, () => socket.destroy(new Error('The mail server does not answer.')))
  })
}

/** Asks once in so many milliseconds, and in between gives the same answer. */
function keptFor<Answer>(milliseconds: number, ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked = Number.NEGATIVE_INFINITY
  let answer: Promise<Answer> | undefined
  return () => {
    if (answer === undefined || performance.now() - asked > milliseconds) {
      asked = performance.now()
      answer = ask()
    }
    return answer
  }
}
