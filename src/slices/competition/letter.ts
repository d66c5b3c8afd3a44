import type { Paper } from '#documents/paper.ts'
import { type Day, dayInWords } from '#kit/date.ts'
import type { Edition } from './edition.ts'
import type { Entry } from './entry.ts'

type LetterCheck = Edition['checks'][number]

/** What whoever confirms a signed letter has looked at. */
export const confirmations = ['letterhead', 'signed', 'stamped', 'matching'] as const
export type Confirmation = (typeof confirmations)[number]

/** Surat usulan: a letter of an entry as it was signed: what it says of itself, and what somebody confirmed of it. */
export type EntryLetter = {
  key: string
  number: string
  datedOn: Day | null
  /** The first day of implementation that it names. */
  statedOn: Day | null
  confirmed: Confirmation[]
  revision: number
}

/** The part of the entry under which the scan of a letter is attached. */
export const letterPart = (key: string) => `surat-${key}`

/** The letters of an edition, in its order. */
export const lettersOf = (edition: Edition): LetterCheck[] => edition.checks.filter(({ kind }) => kind === 'letter')

/** What has to be confirmed of this letter: the stamp only where it bears one. */
export const confirmationsFor = ({ stamped }: LetterCheck): Confirmation[] =>
  confirmations.filter((one) => one !== 'stamped' || stamped)

/** What a letter's scan is; null where none is attached. */
type Scan = { size: number; mediaType: string } | null

/**
 * What a letter still lacks: KIPP drops an entry whose letters are missing, unsigned or without letterhead. The day of
 * implementation that it names must be the one that the entry names.
 */
export function lacksOf(check: LetterCheck, letter: EntryLetter | undefined, scan: Scan, entry: Entry): string[] {
  const { label, mostBytes } = check
  if (!scan) return [`Belum ada: ${label}.`]
  const missing = confirmationsFor(check).filter((one) => !letter?.confirmed.includes(one))
  return [
    ...(scan.mediaType === 'application/pdf' ? [] : [`${label} harus berupa PDF.`]),
    ...(mostBytes !== null && scan.size > mostBytes ? [`${label} lebih besar dari ${megabytes(mostBytes)} MB.`] : []),
    ...(letter?.datedOn ? [] : [`Isi tanggal ${label}.`]),
    ...(missing.length > 0 ? [`${label}: pastikan ${missing.map((one) => confirmWords[one]).join(', ')}.`] : []),
    ...(check.letter === 'implementation' && entry.startedOn !== null && letter?.statedOn !== entry.startedOn
      ? [`Tanggal mulai pada ${label} tidak sama dengan identitas usulan.`]
      : []),
  ]
}

const megabytes = (bytes: number) => String(bytes / 1_000_000).replace('.', ',')

export const confirmWords: Record<Confirmation, string> = {
  letterhead: 'berkop instansi',
  signed: 'ditandatangani',
  stamped: 'bermeterai',
  matching: 'isinya cocok',
}

/** Somebody whom a letter names. */
export type Named = { name: string; nip: string | null; position: string; unitName: string }

type Written = {
  kind: NonNullable<LetterCheck['letter']>
  label: string
  stamped: boolean
  /** What the edition has it state, where it has words of its own; who signs it, by position. */
  statement?: string | undefined
  signedBy?: string | undefined
  entry: Pick<Entry, 'title' | 'startedOn' | 'changedAt'>
  agencyName: string
  unitName: string
  signatory: Named
  innovators: Named[]
}

const blank = '………………………………'

/** A letter as a draft to be put on letterhead, signed and scanned: what is not known is left to be filled in. */
export function letterPaper(letter: Written): Paper {
  const { label, stamped, statement = '', signedBy, entry, agencyName, signatory } = letter
  return {
    title: label.toUpperCase(),
    author: agencyName,
    createdAt: entry.changedAt,
    orientation: 'portrait',
    onLetterhead: true,
    blocks: [
      { kind: 'paragraph', text: `Nomor: ${blank}` },
      { kind: 'paragraph', text: 'Yang bertanda tangan di bawah ini:' },
      tableOf([
        ['Nama', signatory.name || blank],
        ['NIP', signatory.nip ?? blank],
        ['Jabatan', signatory.position || blank],
        ['Unit pelayanan publik', signatory.unitName],
        ['Instansi', agencyName],
      ]),
      ...(statement === '' ? [] : filled(statement, letter)),
      ...bodies[letter.kind](letter).slice(statement === '' ? 0 : 1),
      { kind: 'paragraph', text: 'Pernyataan ini dibuat dengan sebenarnya.' },
      { kind: 'paragraph', text: `${blank}, tanggal ${blank}` },
      {
        kind: 'paragraph',
        text: `${stamped ? 'Meterai Rp10.000,00 dan tanda tangan' : 'Tanda tangan'}${signedBy ? ` ${signedBy}` : ''}`,
      },
      { kind: 'paragraph', text: `\n\n${signatory.name || blank}\nNIP ${signatory.nip ?? blank}` },
    ],
  }
}

type Blocks = Paper['blocks']

const tableOf = (rows: string[][]): Blocks[number] => ({
  kind: 'table',
  caption: '',
  columns: [{ header: 'Keterangan' }, { header: 'Isi', share: 2 }],
  rows: rows.map(([name = '', said = '']) => [name, `: ${said}`]),
  isPlain: true,
})

const titleOf = ({ entry }: Written) => entry.title || blank

/** What an edition has a letter state, with what is known of the entry in the places of its words. */
function filled(statement: string, letter: Written): Blocks {
  const known = new Map([
    ['judul', titleOf(letter)],
    ['unit', letter.unitName],
    ['instansi', letter.agencyName],
    ['mulai', letter.entry.startedOn ? dayInWords(letter.entry.startedOn) : blank],
  ])
  return statement
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line.replace(/\{(\w+)\}/g, (word, name) => known.get(name) ?? word) }))
}

/**
 * Each opens with its sentence, in the place of which an edition may have its own. After the samples of KIPP 2023, in our
 * words (domain dossier 2.3).
 */
const bodies: Record<Written['kind'], (letter: Written) => Blocks> = {
  implementation: (letter) => [
    { kind: 'paragraph', text: 'menyatakan bahwa inovasi berikut sudah diterapkan:' },
    tableOf([
      ['Judul inovasi', titleOf(letter)],
      ['Pemilik inovasi', `${letter.unitName}, ${letter.agencyName}`],
      ['Diterapkan sejak', letter.entry.startedOn ? dayInWords(letter.entry.startedOn) : blank],
    ]),
  ],
  innovators: (letter) => [
    {
      kind: 'paragraph',
      text: `menyatakan bahwa inovasi “${titleOf(letter)}” dibuat oleh ${letter.innovators.length > 1 ? 'tim' : 'perorangan'} berikut:`,
    },
    {
      kind: 'table',
      caption: '',
      columns: [
        { header: 'No' },
        { header: 'Nama', share: 3 },
        { header: 'NIP', share: 4 },
        { header: 'Jabatan', share: 3 },
        { header: 'Unit', share: 3 },
      ],
      rows: letter.innovators.map(({ name, nip, position, unitName }, at) => [
        String(at + 1),
        name,
        nip ?? blank,
        position || blank,
        unitName,
      ]),
    },
  ],
  replication: (letter) => [
    {
      kind: 'paragraph',
      text: `menyatakan bersedia inovasi “${titleOf(letter)}” direplikasi oleh unit atau instansi lain menurut ketentuan yang disepakati bersama.`,
    },
  ],
  own: (letter) => [{ kind: 'paragraph', text: `menyatakan mengenai inovasi “${titleOf(letter)}”: ${blank}` }],
}
