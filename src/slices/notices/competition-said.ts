import { capital } from '#kit/text.ts'
import type { About, SaidOf, Words } from './notice.ts'

/** What becomes of an entry, said by the edition that it answers: "usulan UNPSA", "situs UNPSA". */
type EntryAbout = Pick<About, 'by' | 'title'> & NonNullable<About['entry']>

type EntrySaid = { subject: (called: string) => string; sentence: (about: EntryAbout) => string; button: string }

const unknown = { code: '', called: 'usulan', receiver: 'penyelenggara', authorIds: [] }

const said = ({ subject, sentence, button }: EntrySaid) => ({
  subject: ({ entry }: About): Words['subject'] => subject((entry ?? unknown).called),
  sentence: (about: About) => sentence({ ...about, ...(about.entry ?? unknown) }),
  button,
})

/** Those who write an entry hear what becomes of it in the competition: event → who is told → what. */
export const competitionSaid: SaidOf = {
  'entry.created': {
    authors: said({
      subject: (called) => `Proyek Anda punya ${called}`,
      sentence: ({ by, title, called }) =>
        `${by} membuat ${called} untuk proyek “${title}”. Periksa usul isinya, lalu lengkapi bidang demi bidang.`,
      button: 'Lengkapi usulan',
    }),
  },
  'entry.declared-ready': {
    authors: said({
      subject: (called) => `${capital(called)} dinyatakan siap`,
      sentence: ({ by, title, called }) => `${by} menyatakan ${called} proyek “${title}” siap dikirim.`,
      button: 'Lihat usulan',
    }),
  },
  'entry.reopened': {
    authors: said({
      subject: (called) => `${capital(called)} dibuka lagi`,
      sentence: ({ by, title, called }) => `${by} membuka lagi ${called} proyek “${title}”. Isinya dapat diubah.`,
      button: 'Lihat usulan',
    }),
  },
  'entry.withdrawn': {
    authors: said({
      subject: (called) => `${capital(called)} ditarik`,
      sentence: ({ by, title, called }) =>
        `${by} menarik ${called} proyek “${title}”. Alasannya tertulis pada usulan itu; isinya tetap ada.`,
      button: 'Lihat usulan',
    }),
  },
  'entry.judged': {
    authors: said({
      subject: (called) => `Hasil ${called}`,
      sentence: ({ by, title, called }) => `${by} mencatat hasil satu tahap ${called} proyek “${title}”.`,
      button: 'Lihat hasil',
    }),
  },
  'entry.sent': {
    authors: said({
      subject: (called) => `${capital(called)} dikirim`,
      sentence: ({ by, title, called, receiver }) =>
        `${by} mencatat bahwa ${called} proyek “${title}” sudah dikirim ke ${receiver}.`,
      button: 'Lihat usulan',
    }),
  },
  'entry.remarked': Object.fromEntries(
    (['authors', 'secretariat'] as const).map((part) => [
      part,
      said({
        subject: (called) => `Catatan pada ${called}`,
        sentence: ({ by, title, called }) =>
          `${by} menulis catatan pada ${called} proyek “${title}”. Baca, perbaiki bila perlu, lalu tandai sudah dijawab.`,
        button: 'Baca catatan',
      }),
    ]),
  ),
  'entry.remark-settled': {
    remarker: said({
      subject: (called) => `Catatan Anda pada ${called} dijawab`,
      sentence: ({ by, title, called }) =>
        `${by} menandai catatan Anda pada ${called} proyek “${title}” sudah dijawab.`,
      button: 'Lihat catatan',
    }),
  },
}
