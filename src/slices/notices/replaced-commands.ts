import type { Db } from '#db'
import type { Entry } from '#journal'
import { tell } from './commands.ts'
import { findToldRecording, listSecretariat } from './store.ts'

/**
 * Tells the secretariat that the original of a public recording was replaced by somebody who may not vouch for it: it
 * is for the agency alone until one of them has looked.
 */
export async function tellOfReplaced(db: Db, entry: Entry, now: Date): Promise<void> {
  const { wasPublic, access } = entry.details
  const recording = wasPublic === true && access !== 'public' ? await findToldRecording(db, entry.thingId) : undefined
  if (!recording) return
  const words = {
    subject: 'Berkas dokumentasi umum diganti',
    sentence: `Berkas "${recording.title}" diganti, jadi tidak lagi tampil untuk umum. Lihat, lalu buka lagi bila sesuai.`,
    button: 'Lihat dokumentasi',
    path: `/dokumentasi/${recording.code}`,
  }
  for (const to of await listSecretariat(db)) {
    const isTheirs = to.personId === null ? to.accountId === entry.accountId : to.personId === entry.personId
    if (!isTheirs) await tell(db, entry, { to, words }, now)
  }
}
