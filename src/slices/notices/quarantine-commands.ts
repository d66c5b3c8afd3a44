import type { Db } from '#db'
import type { Entry } from '#journal'
import { tell } from './commands.ts'
import type { Words } from './notice.ts'
import { addresseeOf, listAdmins } from './store.ts'

const list = { button: 'Lihat karantina', path: '/pengaturan/karantina' }
const again = 'Buka formulirnya, pilih berkas yang sama, lalu kirim; berkas itu tidak diunggah ulang.'

const admins: Record<string, Words> = {
  'agency.upload-infected': {
    subject: 'Berkas yang terjangkit virus ditahan',
    sentence: 'Sebuah berkas yang baru diunggah terjangkit virus dan ditahan di karantina. Tidak ada yang membukanya.',
    ...list,
  },
  'agency.upload-too-large': {
    subject: 'Berkas terlalu besar untuk diperiksa dari virus',
    sentence:
      'Sebuah berkas yang baru diunggah terlalu besar bagi pemeriksa virus. Putuskan apakah berkas itu diterima.',
    ...list,
  },
  'agency.upload-lost': {
    subject: 'Berkas unggahan hilang dari server',
    sentence:
      'Sebuah berkas yang menunggu pemeriksaan virus tidak ada lagi di folder unggahan. Pengunggahnya diminta mengunggah lagi; minta pengelola server memeriksa disknya.',
    ...list,
  },
}

const uploader: Record<string, Words> = {
  'agency.upload-infected': {
    subject: 'Berkas Anda terjangkit virus',
    sentence:
      'Berkas yang Anda unggah terjangkit virus dan tidak diterima. Bersihkan perangkat Anda, lalu unggah lagi.',
    button: 'Ke beranda',
    path: '/beranda',
  },
  'agency.upload-let-in': {
    subject: 'Berkas Anda diterima',
    sentence: `Berkas Anda yang terlalu besar untuk diperiksa dari virus sudah diterima admin. ${again}`,
    button: 'Ke beranda',
    path: '/beranda',
  },
  'agency.upload-lost': {
    subject: 'Unggah lagi berkas Anda',
    sentence:
      'Berkas yang Anda unggah hilang dari server sebelum selesai diperiksa dari virus. Buka formulirnya, lalu unggah berkas yang sama lagi.',
    button: 'Ke beranda',
    path: '/beranda',
  },
  'agency.upload-removed': {
    subject: 'Berkas Anda dihapus dari karantina',
    sentence: 'Admin menghapus berkas yang Anda unggah dan yang tertahan di karantina.',
    button: 'Ke beranda',
    path: '/beranda',
  },
}

export const quarantineTold = [...new Set([...Object.keys(admins), ...Object.keys(uploader)])]

/** Tells the admins what is held in quarantine, and whoever uploaded it what became of it. */
export async function tellOfQuarantine(db: Db, entry: Entry, now: Date): Promise<void> {
  const { event, details } = entry
  const { [event]: toAdmins } = admins
  const { [event]: toUploader } = uploader
  if (toAdmins) for (const to of await listAdmins(db)) await tell(db, entry, { to, words: toAdmins }, now)
  const accountId = details.uploaderId ?? entry.accountId
  const to = typeof accountId === 'string' ? await addresseeOf(db, accountId) : undefined
  if (to && toUploader) await tell(db, entry, { to, words: toUploader }, now)
}
