import type { Round } from '#jobs'
import { noteAppearances } from './ark-store.ts'

/** What an embargo or a change of access opened is noted within a quarter of an hour; what was published, at once. */
export const appearanceJob: Round = {
  queue: 'gallery.appearances',
  cron: '*/15 * * * *',
  zone: 'Asia/Jakarta',
  run: noteAppearances,
}
