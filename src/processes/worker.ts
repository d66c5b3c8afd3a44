import { openOffice } from '#documents/office.ts'
import { work } from '#jobs'
import { openMailer } from '#mail'
import { findMedia } from '#media'
import { beginUnbegun, giveArks } from '#recording'
import { version } from '../root.ts'
import { jobs, type Tools } from '../worker.ts'
import { openChecked } from './files.ts'
import type { Parts } from './parts.ts'
import { findOffice } from './tools.ts'

/** Works on jobs; returns what ends it. */
export async function startWorker(parts: Parts): Promise<() => Promise<void>> {
  const { pool, database, log, environment, paths, files } = parts
  const { url, now, smtpUrl, mailFrom } = environment
  const found = await findOffice(environment.sofficePath)
  const office = 'program' in found ? openOffice(found.program) : undefined
  const ending = new AbortController()
  const tools = {
    mailer: openMailer({ smtpUrl, from: mailFrom, outbox: paths.outbox }),
    url,
    files,
    findMedia: () => findMedia(environment),
    stopping: ending.signal,
    office,
    backup: backupOf(parts),
    fixity: { storages: openChecked(environment, paths), clock: now },
  }
  await giveArks(database)
  const stop = await work({ pool, database, jobs, tools, log, now })
  await beginUnbegun(database, tools).catch((err) =>
    log.error({ err }, 'what waits to be worked on was not looked for'),
  )
  return async () => {
    office?.close()
    ending.abort()
    await stop()
    await parts.close()
  }
}

/** What the daily copies are made of, and where they lie. */
function backupOf({ environment, paths, secrets, files }: Parts): Tools['backup'] {
  return {
    databaseUrl: environment.databaseUrl ?? '',
    blobs: files.blobs,
    keys: secrets,
    folder: paths.backup,
    space: files.space,
    version,
    clock: environment.now,
  }
}
