import type { SaidOf } from './notice.ts'

/** Whoever worked on the project that was chosen hears of it. */
export const assessmentSaid: SaidOf = {
  'assessment.decided': {
    agent: {
      subject: 'Proyek Anda dipilih sebagai yang terbaik',
      sentence: ({ by, title }) => `${by} memutuskan proyek “${title}” sebagai proyek terbaik dalam penilaian.`,
      button: 'Lihat proyek',
    },
    head: {
      subject: 'Proyek di unit kerja Anda dipilih sebagai yang terbaik',
      sentence: ({ by, title }) => `${by} memutuskan proyek “${title}” sebagai proyek terbaik dalam penilaian.`,
      button: 'Lihat proyek',
    },
  },
}
