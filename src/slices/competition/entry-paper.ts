import type { Block, Paper } from '#documents/paper.ts'
import { dayInWords } from '#kit/date.ts'
import { withComma } from '#kit/decimal.ts'
import { numberInWords } from '#kit/text.ts'
import { countWords } from '#kit/words.ts'
import { inBoth } from './called.ts'
import { type Edition, type EditionField, excessOf, fieldsOf } from './edition.ts'
import { type Entry, type EntryAnswer, titleOfEntry } from './entry.ts'
import { letterPart } from './letter.ts'
import { ageSaid, askedOf, closingOf, startPart } from './readiness.ts'
import { asksVideo } from './video.ts'

/** What an entry is written from. */
export type Written = {
  entry: Entry & { unitName: string }
  edition: Edition
  answers: readonly EntryAnswer[]
  files: readonly { part: string; name: string }[]
  agencyName: string
}

/** The entry as a document: who and what, each field with its words and weight, and what goes with it. */
export const paperOf = (written: Written): Paper => ({
  title: titleOfEntry(written.entry),
  author: written.agencyName,
  createdAt: written.entry.changedAt,
  orientation: 'portrait',
  blocks: [
    { kind: 'heading', level: 1, text: 'Identitas' },
    identityOf(written),
    { kind: 'heading', level: 1, text: 'Isi usulan' },
    ...fieldsOf(written.edition).flatMap((field) => blocksOf(field, written)),
    ...endOf(written),
  ],
})

const missing = 'Belum diisi'

/** An answer of the identity block as it is read: 'ya' and 'tidak' are stored as such. */
export const extraInWords = (answer: string | undefined): string =>
  answer === 'ya' ? 'Ya' : answer === 'tidak' ? 'Tidak' : answer || missing

function identityOf({ entry, edition, agencyName, files }: Written): Block {
  const closing = closingOf(entry, edition)
  const category = edition.categories.find(({ key }) => key === entry.category)
  const goals = edition.goals.filter(({ key }) => entry.goals.includes(key)).map(({ key, label }) => `${key}. ${label}`)
  const rows = [
    ['Judul', entry.title || missing],
    ['Edisi', `${edition.label} (${edition.basis})`],
    ['Instansi', agencyName],
    ['Unit kerja', entry.unitName],
    ['Mulai diterapkan', entry.startedOn ? dayInWords(entry.startedOn) : missing],
    ['Bukti tanggal mulai', [entry.startProof, ...namesOf(files, startPart)].filter(Boolean).join('\n') || missing],
    ['Penutupan pendaftaran', closing ? dayInWords(closing) : 'Belum diketahui'],
    ['Umur', ageSaid(entry, edition)],
    ...(edition.categories.length > 0 ? [['Kategori', category ? inBoth(category) : missing]] : []),
    ...(edition.goals.length > 0 ? [['Tujuan TPB', goals.join('\n') || missing]] : []),
    ...(asksVideo(edition, entry) ? [['Tautan video', entry.videoUrl || missing]] : []),
    ...askedOf(edition, entry).map(({ key, label }) => [label, extraInWords(entry.extra[key])]),
  ]
  const columns = [{ header: 'Keterangan' }, { header: 'Isi', share: 3 }]
  return { kind: 'table', caption: '', columns, rows }
}

const namesOf = (files: Written['files'], part: string) =>
  files.filter((file) => file.part === part).map(({ name }) => name)

function blocksOf(field: EditionField, { answers, files }: Written): Block[] {
  const answer = answers.find((one) => one.field === field.key)
  const text = answer?.text.trim() ?? ''
  const proofs = [...(answer?.evidence.split('\n') ?? []), ...namesOf(files, field.key)].filter(
    (line) => line.trim() !== '',
  )
  return [
    { kind: 'heading', level: 2, text: `${field.number}. ${inBoth(field)}` },
    { kind: 'paragraph', text: `${wordsOf(text, field)} ${weightInWords(field)}.` },
    ...(text === '' ? [missing] : text.split(/\n\s*\n/)).map((part) => ({ kind: 'paragraph' as const, text: part })),
    ...(proofs.length > 0
      ? [
          { kind: 'paragraph' as const, text: 'Bukti dukung:' },
          { kind: 'list' as const, ordered: false, entries: proofs },
        ]
      : []),
  ]
}

function wordsOf(text: string, field: EditionField): string {
  const excess = excessOf(text, field)
  const over = excess > 0 ? `, lewat ${numberInWords(excess)} kata` : ''
  const words = numberInWords(countWords(text))
  return field.limit === null
    ? `${words} kata; batasnya belum diketahui.`
    : `${words} dari ${numberInWords(field.limit)} kata${over}.`
}

/** "Bobot 20 %, bersama bidang lain dari aspek yang sama" */
export function weightInWords({ weight, isShared }: Pick<EditionField, 'weight' | 'isShared'>): string {
  if (weight === null) return 'Bobot belum diketahui'
  return `Bobot ${withComma(weight)}%${isShared ? ', bersama bidang lain dari aspek yang sama' : ''}`
}

/** Letters and statements, where the edition asks for any. */
const endOf = (written: Written): Block[] =>
  written.edition.checks.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: 'Surat dan pernyataan' },
        { kind: 'list', ordered: false, entries: checksOf(written) },
      ]

const checksOf = ({ entry, edition, files }: Written): string[] =>
  edition.checks.map(({ key, kind, label }) => {
    if (kind === 'statement') return `${label}: ${entry.checked.includes(key) ? 'ya' : 'belum dinyatakan'}`
    return `${label}: ${files.some(({ part }) => part === letterPart(key)) ? 'terlampir' : 'belum ada'}`
  })
