import { dayInWords } from '#kit/date.ts'
import { numberInWords } from '#kit/text.ts'
import { type Age, ageOf } from './age.ts'
import { competitionOf } from './called.ts'
import { type Edition, excessOf, fieldsOf } from './edition.ts'
import type { Entry, EntryAnswer } from './entry.ts'
import { type EntryLetter, lacksOf, letterPart, lettersOf } from './letter.ts'
import type { EditionPart } from './provenance.ts'
import { type Film, findingsOf } from './video.ts'

/**
 * What keeps an entry from being declared ready: a sentence, the page below the entry's where it is mended, and the part
 * of the edition that asks for it.
 */
export type Gap = { sentence: string; at: string | null; part: EditionPart }

/** Where the identity of an entry is said. */
export const identityPage = 'identitas'

/** Where all fields are written, and files attached to each. */
const writePage = 'tulis'

/** The part under which the proof of the start is attached. */
export const startPart = 'mulai'

/** Everything that readiness looks at. */
export type Judged = {
  entry: Entry
  answers: readonly EntryAnswer[]
  edition: Edition
  isPublicService: boolean
  /** What is attached to the entry, each to one of its parts. */
  files: readonly { part: string; name: string; size: number; mediaType: string }[]
  letters: readonly EntryLetter[]
  /** The film that the link leads to, as far as it is known. */
  film: Film | null
}

/** The day of closing: the edition's own, or the one that was entered where the edition does not know. */
export const closingOf = (entry: Pick<Entry, 'closingOn'>, edition: Edition) => edition.closingOn ?? entry.closingOn

/**
 * How old the innovation will be, as far as it is known. A form that asks no age is satisfied with whatever has begun,
 * also where nobody knows when it closes.
 */
export const ageOfEntry = (entry: Entry, edition: Edition): Age =>
  ageOf(
    entry.startedOn,
    edition.minimumYears,
    closingOf(entry, edition) ?? (edition.minimumYears === 0 ? entry.startedOn : null),
  )

/**
 * What is missing before an entry is ready; empty when nothing is. It says that the entry is complete and that it is
 * let in, not that it is good.
 */
export const gapsOf = (judged: Judged): Gap[] => [
  ...gapsOfIdentity(judged),
  ...gapsOfLetters(judged),
  ...gapsOfFields(judged),
]

/** Where the letters of an entry are attached and confirmed. */
export const lettersPage = 'surat'

function gapsOfIdentity({ entry, edition, isPublicService, files, film }: Judged): Gap[] {
  const here = (isMissing: boolean, sentence: string, part: EditionPart): Gap[] =>
    isMissing ? [{ sentence, at: identityPage, part }] : []
  const age = ageOfEntry(entry, edition)
  const proofs = files.filter(({ part }) => fieldsOf(edition).some(({ key }) => key === part)).length
  return [
    ...(isPublicService || !edition.needsPublicService
      ? []
      : [
          {
            sentence: `Proyek ini tidak menyangkut pelayanan publik, jadi tidak dapat diusulkan ke ${competitionOf(edition)}.`,
            at: null,
            part: 'groups' as const,
          },
        ]),
    ...here(entry.title === '', 'Isi judul inovasi.', 'questions'),
    ...here(entry.startedOn === null, 'Isi tanggal mulai diterapkan.', 'age'),
    // Where no age is asked, nobody asks for its proof.
    ...here(
      edition.minimumYears !== 0 && entry.startProof === '' && !files.some(({ part }) => part === startPart),
      'Sebut atau lampirkan bukti tanggal mulai.',
      'age',
    ),
    ...here(age.state !== 'enough' && entry.startedOn !== null, ageInWords(age), lacksClosing(age) ? 'dates' : 'age'),
    ...here(edition.categories.length > 0 && entry.category === null, 'Pilih kategori.', 'categories'),
    ...here(edition.goals.length > 0 && entry.goals.length === 0, 'Pilih paling sedikit satu tujuan TPB.', 'goals'),
    ...findingsOf(edition.video, entry.videoUrl, film).flatMap(({ state, sentence }) =>
      here(state === 'wrong', sentence, 'video'),
    ),
    ...askedOf(edition, entry).flatMap(({ key, label, required }) =>
      here(required && !entry.extra[key], `Jawab pertanyaan identitas: ${label}`, 'identity'),
    ),
    ...askedOf(edition, entry).flatMap(({ key, label, bars }) =>
      here(
        bars !== undefined && isSaid(entry.extra[key], bars),
        `${competitionOf(edition)} tidak menerima usulan yang menjawab “${bars}” pada “${label}”.`,
        'identity',
      ),
    ),
    ...edition.checks.flatMap(({ key, kind, label }) =>
      here(kind === 'statement' && !entry.checked.includes(key), `Belum dinyatakan: ${label}.`, 'letters'),
    ),
    ...edition.checks.flatMap(({ label, leastFiles = 0 }) =>
      proofs < leastFiles
        ? [{ sentence: `${label}: baru ${proofs} dari ${leastFiles} berkas.`, at: writePage, part: 'letters' as const }]
        : [],
    ),
  ]
}

const lacksClosing = (age: Age) => age.state === 'unknown' && age.lacks === 'closing'

const gapsOfLetters = ({ entry, edition, files, letters }: Judged): Gap[] =>
  lettersOf(edition).flatMap((check) => {
    const scan = files.find(({ part }) => part === letterPart(check.key)) ?? null
    const letter = letters.find(({ key }) => key === check.key)
    return lacksOf(check, letter, scan, entry).map((sentence) => ({
      ...{ sentence, at: `${lettersPage}/${check.key}` },
      part: 'letters' as const,
    }))
  })

function gapsOfFields({ answers, edition, files }: Judged): Gap[] {
  return fieldsOf(edition).flatMap((field) => {
    const answer = answers.find((one) => one.field === field.key)
    if (!answer || answer.text.trim() === '')
      return [{ sentence: `Isi bidang ${field.label}.`, at: field.key, part: 'questions' }]
    const excess = excessOf(answer.text, field)
    const isUnproven = field.needsEvidence && answer.evidence === '' && !files.some(({ part }) => part === field.key)
    return [
      ...(excess > 0
        ? [
            {
              sentence: `${field.label} lewat ${numberInWords(excess)} kata dari batas ${numberInWords(field.limit ?? 0)} kata.`,
              at: field.key,
              part: 'limits' as const,
            },
          ]
        : []),
      ...(isUnproven
        ? [{ sentence: `Sebut atau lampirkan bukti bidang ${field.label}.`, at: field.key, part: 'questions' as const }]
        : []),
    ]
  })
}

/** The questions of the identity block that are asked of this entry: some hang on the answer to another. */
export const askedOf = (edition: Edition, { extra }: Pick<Entry, 'extra'>) =>
  edition.identity.filter(({ onlyIf }) => onlyIf === null || isSaid(extra[onlyIf.key], onlyIf.is))

/** Whoever writes an edition writes "Ya" as well as "ya". */
const isSaid = (answer: string | undefined, said: string) => answer?.toLowerCase() === said.toLowerCase()

const unknown = {
  rule: 'aturan edisi ini tentang umur paling sedikit belum diketahui',
  start: 'tanggal mulai diterapkan belum diisi',
  closing: 'tanggal penutupan pendaftaran belum diketahui. Isi tanggal menurut pengumuman resmi',
}

/** What is said of the age of an entry: by the edition's own words where it asks none. */
export const ageSaid = (entry: Entry, edition: Edition): string =>
  edition.minimumYears === 0 ? edition.ageNote || 'Tidak ada batas umur.' : ageInWords(ageOfEntry(entry, edition))

/** What can be said of an innovation's age. */
export function ageInWords(age: Age): string {
  if (age.state === 'unknown') return `Umur inovasi belum diketahui: ${unknown[age.lacks]}.`
  const ripe = dayInWords(age.ripeOn)
  return age.state === 'enough'
    ? `Cukup umur mulai ${ripe}.`
    : `Belum cukup umur: baru cukup pada ${ripe}, sesudah penutupan ${dayInWords(age.closingOn)}.`
}
