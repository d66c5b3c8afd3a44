import type { Db } from '#db'
import type { Entry } from '#journal'
import { isAuthor, tell } from './commands.ts'
import type { Words } from './notice.ts'
import { findToldRecording, listApprovers } from './store.ts'

/**
 * Tells the admins and the leadership that it was proposed to destroy a recording, since one of them other than the
 * proposer has to confirm it (settled: to destroy takes two people).
 */
export async function tellOfRetention(db: Db, entry: Entry, now: Date): Promise<void> {
  if (entry.details.verdict !== 'destroy') return
  const recording = await findToldRecording(db, entry.thingId)
  if (!recording) return
  const words: Words = {
    subject: 'Usul musnah menunggu persetujuan',
    sentence: `Dokumentasi "${recording.title}" diusulkan musnah. Setujui atau tolak usulnya setelah membaca berita acaranya.`,
    button: 'Lihat usulnya',
    path: `/dokumentasi/${recording.code}/retensi`,
  }
  for (const to of await listApprovers(db)) if (!isAuthor(entry, to)) await tell(db, entry, { to, words }, now)
}
