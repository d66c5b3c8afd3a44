import type { Round } from '#jobs'
import type { Files } from './files.ts'
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
