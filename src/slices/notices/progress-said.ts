import { weekdayInWords } from '#kit/date.ts'
import { periodInWords } from '#progress'
import type { About, SaidOf } from './notice.ts'

const report = ({ period, title }: About) =>
  `${period ? `Laporan ${periodInWords({ code: period })}` : 'Laporan kemajuan'} proyek “${title}”`
const due = ({ day }: About) => (day ? weekdayInWords(day) : 'batasnya')

/**
 * Of progress the agent is told what was sent back and what is owed, the head who has been late for three days; that
 * something waits for verification stands on the desk.
 */
export const progressSaid: SaidOf = {
  'progress.returned': {
    agent: {
      subject: 'Laporan kemajuan Anda dikembalikan',
      sentence: ({ by, title }) =>
        `${by} mengembalikan laporan kemajuan proyek “${title}”. Baca catatannya, lalu kirim laporan yang baru.`,
      button: 'Lihat kemajuan',
    },
  },
  'evidence.returned': {
    agent: {
      subject: 'Eviden Anda dikembalikan',
      sentence: ({ by, title }) =>
        `${by} mengembalikan eviden proyek “${title}”. Baca catatannya, lalu kirim penggantinya.`,
      button: 'Lihat kemajuan',
    },
  },
  'progress.reminded': {
    agent: {
      subject: 'Laporan kemajuan Anda ditunggu',
      sentence: (about) => `${report(about)} ditunggu paling lambat ${due(about)}.`,
      button: 'Laporkan kemajuan',
    },
  },
  'progress.overdue': {
    agent: {
      subject: 'Laporan kemajuan Anda terlambat',
      sentence: (about) => `${report(about)} belum lengkap, padahal batasnya ${due(about)}. Laporkan yang belum.`,
      button: 'Laporkan kemajuan',
    },
  },
  'progress.escalated': {
    agent: {
      subject: 'Laporan kemajuan Anda terlambat',
      sentence: (about) => `${report(about)} belum lengkap sejak ${due(about)}. Atasan Anda ikut diberi tahu.`,
      button: 'Laporkan kemajuan',
    },
    head: {
      subject: 'Agen di unit kerja Anda terlambat melapor',
      sentence: (about) => `${report(about)} belum lengkap sejak ${due(about)}.`,
      button: 'Lihat kemajuan',
    },
  },
}
