import type { Db } from '#db'
import type { Entry } from '#journal'
import { tell } from './commands.ts'
import { listAdmins } from './store.ts'

const words = {
  subject: 'Berkas tersimpan ada yang rusak',
  sentence:
    'Pemeriksaan keutuhan menemukan berkas yang hilang atau berubah. Lihat berkas mana, dan apakah sudah dipulihkan.',
  button: 'Lihat keutuhan berkas',
  path: '/pengaturan/keutuhan',
}

/** Tells the admins at once that a stored file was found spoilt. */
export async function tellOfSpoilt(db: Db, entry: Entry, now: Date): Promise<void> {
  for (const to of await listAdmins(db)) await tell(db, entry, { to, words }, now)
}
