import { weekdayInWords } from '#kit/date.ts'
import type { About, SaidOf } from './notice.ts'

const on = ({ title }: About) => (title ? ` pada proyek “${title}”` : '')

/** Whoever has to do something hears of it, and again when it is not enough. */
export const followUpSaid: SaidOf = {
  'follow-up.agreed': {
    owner: {
      subject: 'Tindak lanjut untuk Anda',
      sentence: (about) =>
        `${about.by} mencatat tindak lanjut${on(about)} yang Anda kerjakan${about.day ? ` sampai ${weekdayInWords(about.day)}` : ''}.`,
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
