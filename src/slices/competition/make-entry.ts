import { type Edition, fieldsOf } from './edition.ts'
import type { Entry, EntryAnswer } from './entry.ts'
import { confirmationsFor, type EntryLetter, letterPart, lettersOf } from './letter.ts'
import { editionOf } from './shipped.ts'
import type { ProjectFacts } from './source-text.ts'

/** The edition that tests enter into. */
export function anEdition(): Edition {
  const edition = editionOf('2023-umum')
  if (!edition) throw new Error('there is no edition')
  return edition
}

/** An entry for tests: a draft whose identity lacks nothing, but for what the test says. */
export const makeEntry = (but: Partial<Entry> = {}): Entry => ({
  agencyId: 'agency',
  id: 'entry',
  code: 'b7k3m9qt',
  projectId: 'project',
  edition: anEdition().key,
  editionVersion: null,
  state: 'draft',
  title: 'Jawab satu jam',
  startedOn: '2021-02-22',
  startProof: 'Surat perintah tugas nomor 12',
  closingOn: null,
  category: 'pendidikan',
  videoUrl: 'https://www.youtube.com/watch?v=jawab',
  recordingId: null,
  extra: { 'pernah-finalis': 'tidak', 'berupa-aplikasi': 'tidak' },
  goals: ['4'],
  checked: anEdition().checks.map(({ key }) => key),
  draftSince: new Date('2023-04-01T02:00:00Z'),
  readyAt: null,
  sentOn: null,
  sentNumber: '',
  withdrawnAt: null,
  withdrawnReason: '',
  revision: 1,
  changedAt: new Date('2023-04-04T02:00:00Z'),
  ...but,
})

/** An answer to each field, each with its proof. */
export const makeAnswers = (): EntryAnswer[] =>
  fieldsOf(anEdition()).map(({ key }) => ({
    field: key,
    text: `Jawaban ${key} yang cukup.`,
    evidence: 'Laporan evaluasi 2022',
    filledFrom: [],
    revision: 1,
  }))

/** Each letter of the edition, signed and confirmed, and its scan. */
export const makeLetters = (): EntryLetter[] =>
  lettersOf(anEdition()).map((check) => ({
    ...{ key: check.key, number: 'B/12/2023', datedOn: '2023-04-20', statedOn: '2021-02-22', revision: 1 },
    confirmed: confirmationsFor(check),
  }))
export const makeScans = () =>
  makeLetters().map(({ key }) => ({
    part: letterPart(key),
    name: `${key}.pdf`,
    size: 240_000,
    mediaType: 'application/pdf',
  }))

/** What is known of a project, but for what the test says. */
export const makeFacts = (but: Partial<ProjectFacts> = {}): ProjectFacts => ({
  presentCondition: 'Jawaban rata-rata 31 jam.',
  problem: 'Tidak ada satu antrean.\nPetugas menjawab berulang.',
  wantedCondition: '',
  innovationKind: 'adapted',
  matrix: [],
  team: [],
  finalValues: [],
  before: '',
  after: '',
  integratedBy: null,
  replicatedBy: [],
  ...but,
})
