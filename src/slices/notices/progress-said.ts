import type { SaidOf } from './notice.ts'

/** Of progress the agent is told what was sent back; that something waits for verification stands on the desk. */
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
}
