import { work } from '#jobs'
import { openMailer } from '#mail'
import { jobs } from '../worker.ts'
import type { Parts } from './parts.ts'

/** Works on jobs; returns what ends it. */
export async function startWorker(parts: Parts): Promise<() => Promise<void>> {
  const { pool, database, log, environment, paths } = parts
  const { url, now, smtpUrl, mailFrom } = environment
  const tools = { mailer: openMailer({ smtpUrl, from: mailFrom, outbox: paths.outbox }), url }
  const stop = await work({ pool, database, jobs, tools, log, now })
  return async () => {
    await stop()
    await parts.close()
  }
}
