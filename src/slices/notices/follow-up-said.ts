import { weekdayInWords } from '#kit/date.ts'
import type { About, SaidOf } from './notice.ts'

const on = ({ title }: About) => (title ? ` pada proyek “${title}”` : '')

const until = ({ day }: About) => (day ? ` sampai ${weekdayInWords(day)}` : '')
const since = ({ day }: About) => (day ? ` dengan batas ${weekdayInWords(day)}` : '')

/** Whoever has to do something hears of it, and again when it is not enough. */
export const followUpSaid: SaidOf = {
  'follow-up.agreed': {
    owner: {
      subject: 'Tindak lanjut untuk Anda',
      sentence: (about) => `${about.by} mencatat tindak lanjut${on(about)} yang Anda kerjakan${until(about)}.`,
      button: 'Lihat tindak lanjut',
    },
  },
  'follow-up.changed': {
    owner: {
      subject: 'Tindak lanjut Anda dikoreksi',
      sentence: (about) =>
        `${about.by} mengoreksi pemilik atau batas waktu tindak lanjut${on(about)}. Sekarang Anda yang mengerjakannya${until(about)}.`,
      button: 'Lihat tindak lanjut',
    },
  },
  'follow-up.overdue': {
    owner: {
      subject: 'Tindak lanjut Anda terlambat',
      sentence: (about) => `Tindak lanjut${on(about)} yang Anda kerjakan${since(about)} belum dinyatakan selesai.`,
      button: 'Lihat tindak lanjut',
    },
  },
  'follow-up.overdue-head': {
    ownerHead: {
      subject: 'Tindak lanjut pegawai Anda terlambat',
      sentence: (about) => `Tindak lanjut${on(about)} yang dikerjakan pegawai unit Anda${since(about)} belum selesai.`,
      button: 'Lihat tindak lanjut',
    },
  },
  'follow-up.overdue-secretariat': {
    secretariat: {
      subject: 'Tindak lanjut terlambat',
      sentence: (about) =>
        `Tindak lanjut${on(about)}${since(about)} belum selesai. Pemilik dan atasannya sudah diberi tahu.`,
      button: 'Lihat tindak lanjut',
    },
  },
  'follow-up.reopened': {
    owner: {
      subject: 'Tindak lanjut Anda dikembalikan',
      sentence: (about) => `${about.by} mengembalikan tindak lanjut${on(about)}. Baca alasannya, lalu lengkapi.`,
      button: 'Lihat tindak lanjut',
    },
  },
}
