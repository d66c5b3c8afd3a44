import { forAgency } from '#db'
import type { Round } from '#jobs'
import { settleUpload } from './arrive.ts'
import type { Files } from './files.ts'
import { listUnchecked } from './quarantine-store.ts'
import { pruneUploads } from './sweep.ts'

/** Before the offices open. */
export const pruneJob: Round<{ files: Files }> = {
  queue: 'files.prune',
  cron: '40 4 * * *',
  zone: 'Asia/Jakarta',
  within: 3600,
  run: async (database, now, { files }) => {
    await pruneUploads(database, files, now)
  },
}

/** Milliseconds for which a round begins checks: the last one ends before the queue gives the round up. */
const roundLasts = 40 * 60_000

/**
 * Asks the virus scanner about what came in while it was away, or while whoever asked first was ended: about one after
 * the other, each until it is answered.
 */
export const quarantineJob: Round<{ files: Files }> = {
  queue: 'files.quarantine',
  cron: '* * * * *',
  zone: 'Asia/Jakarta',
  within: 3600,
  run: async (database, now, { files }) => {
    const until = performance.now() + roundLasts
    for (const upload of await listUnchecked(database)) {
      if (performance.now() > until || (await files.scanner?.whyAway()) !== null) return
      await settleUpload(forAgency(database, upload.agencyId), files, upload, now, { waits: true })
    }
  },
}
