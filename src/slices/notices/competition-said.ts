import type { SaidOf } from './notice.ts'

/** The agent hears what becomes of the project in the competition: event → who is told → what. */
export const competitionSaid: SaidOf = {
  'entry.created': {
    agent: {
      subject: 'Proyek Anda diusulkan ke KIPP',
      sentence: ({ by, title }) =>
        `${by} membuat usulan KIPP untuk proyek “${title}”. Periksa usul isinya, lalu lengkapi bidang demi bidang.`,
      button: 'Lengkapi usulan',
    },
  },
  'entry.declared-ready': {
    agent: {
      subject: 'Usulan KIPP Anda dinyatakan siap',
      sentence: ({ by, title }) => `${by} menyatakan usulan KIPP proyek “${title}” siap dikirim.`,
      button: 'Lihat usulan',
    },
  },
  'entry.reopened': {
    agent: {
      subject: 'Usulan KIPP Anda dibuka lagi',
      sentence: ({ by, title }) => `${by} membuka lagi usulan KIPP proyek “${title}”. Isinya dapat diubah.`,
      button: 'Lihat usulan',
    },
  },
  'entry.withdrawn': {
    agent: {
      subject: 'Usulan KIPP Anda ditarik',
      sentence: ({ by, title }) =>
        `${by} menarik usulan KIPP proyek “${title}”. Alasannya tertulis pada usulan itu; isinya tetap ada.`,
      button: 'Lihat usulan',
    },
  },
  'entry.judged': {
    agent: {
      subject: 'Hasil usulan KIPP Anda',
      sentence: ({ by, title }) => `${by} mencatat hasil tahap nasional usulan KIPP proyek “${title}”.`,
      button: 'Lihat usulan',
    },
  },
  'entry.sent': {
    agent: {
      subject: 'Usulan KIPP Anda dikirim',
      sentence: ({ by, title }) => `${by} mencatat bahwa usulan KIPP proyek “${title}” sudah dikirim ke Sinovik.`,
      button: 'Lihat usulan',
    },
  },
}
