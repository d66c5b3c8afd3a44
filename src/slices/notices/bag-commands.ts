import type { Db } from '#db'
import type { Entry } from '#journal'
import { person, tell } from './commands.ts'

const made = {
  subject: 'Kantong arsip siap diunduh',
  sentence: 'Kantong arsip yang Anda minta sudah selesai dibuat. Unduh dalam tujuh hari; setelah itu dihapus.',
  button: 'Lihat kantong arsip',
  path: '/arsip',
}
const failed = {
  ...made,
  subject: 'Kantong arsip tidak dapat dibuat',
  sentence: 'Kantong arsip yang Anda minta tidak dapat dibuat. Sebabnya dan yang dapat dilakukan ada di halamannya.',
}

/** Tells whoever asked for a bag that it is there, or why not. */
export async function tellOfBag(db: Db, entry: Entry, now: Date): Promise<void> {
  const { personId, accountId } = entry.details
  const words = entry.event === 'bag.made' ? made : failed
  if (typeof personId === 'string') return void (await tell(db, entry, { to: person(personId), words }, now))
  if (typeof accountId === 'string') await tell(db, entry, { to: { personId: null, accountId }, words }, now)
}
