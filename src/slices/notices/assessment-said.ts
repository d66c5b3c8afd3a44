import type { About, SaidOf, Words } from './notice.ts'

const takenBack = ({ by, title }: About) =>
  `${by} menarik putusan bahwa proyek “${title}” terbaik dalam penilaian. Panel memutuskannya lagi.`

/** Whoever worked on the project that was chosen hears of it, and when the choice is taken back. */
export const assessmentSaid: SaidOf = {
  'assessment.choice-withdrawn': {
    agent: { subject: 'Putusan proyek terbaik ditarik', sentence: takenBack, button: 'Lihat proyek' },
    head: { subject: 'Putusan proyek terbaik ditarik', sentence: takenBack, button: 'Lihat proyek' },
  },
  'assessment.decided': {
    agent: {
      subject: 'Proyek Anda dipilih sebagai yang terbaik',
      sentence: ({ by, title }) =>
        `${by} memutuskan proyek “${title}” sebagai proyek terbaik dalam penilaian. Surat umpan baliknya ada di halaman Penilaian.`,
      button: 'Lihat proyek',
    },
    head: {
      subject: 'Proyek di unit kerja Anda dipilih sebagai yang terbaik',
      sentence: ({ by, title }) => `${by} memutuskan proyek “${title}” sebagai proyek terbaik dalam penilaian.`,
      button: 'Lihat proyek',
    },
  },
}

/** What the other agents read: how their own project was judged is there to be read. */
export const letterWords = (title: string): Words => ({
  subject: 'Umpan balik penilaian tersedia',
  sentence: `Penilaian sudah diputuskan. Surat umpan balik untuk proyek “${title}” dapat dibaca di halaman Penilaian.`,
  button: 'Baca umpan balik',
  path: '/penilaian',
})

/** What a judge reads: that there is something to mark, and that a conflict of interest is to be said first. */
export const judgingWords = ({ id, title }: { id: string; title: string }): Words => ({
  subject: 'Lembar penilaian menunggu Anda',
  sentence: `Anda penilai dalam “${title}”. Nyatakan dahulu bila Anda mempunyai benturan kepentingan dengan suatu proyek, lalu nilai yang lain.`,
  button: 'Buka penilaian',
  path: `/penilaian/${id}`,
})
