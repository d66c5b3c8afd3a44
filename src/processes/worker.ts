import { openOffice } from '#documents/office.ts'
import type { Blobs, FindCopy } from '#files'
import { work } from '#jobs'
import { openMailer } from '#mail'
import { findMedia } from '#media'
import { beginUnbegun, giveArks } from '#recording'
import { copiesIn } from '../backup/index.ts'
import { version } from '../root.ts'
import { jobs, type Tools } from '../worker.ts'
import { openMirror } from './files.ts'
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
    fixity: fixityOf(parts),
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

/** What is read once a week, and the copies by which it is mended: the second storage, then the daily backups. */
function fixityOf({ environment, paths, files }: Parts): Tools['fixity'] {
  const mirror = openMirror(environment)
  const findInBackup = copiesIn(paths.backup)
  const copiesOf = (other: Blobs | undefined): FindCopy =>
    async function* find(agencyId, sha256) {
      if (other && (await other.sizeOf(agencyId, sha256)) !== undefined) yield other.open(agencyId, sha256)
      yield* findInBackup(agencyId, sha256)
    }
  const storages: Tools['fixity']['storages'] = [
    { name: environment.files, blobs: files.blobs, findCopy: copiesOf(mirror) },
  ]
  if (mirror) storages.push({ name: 'mirror', blobs: mirror, findCopy: copiesOf(files.blobs) })
  return { storages, clock: environment.now }
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
