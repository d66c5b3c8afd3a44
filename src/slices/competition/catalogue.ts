import type { Day } from '#kit/date.ts'
import { type Edition, fieldsOf } from './edition.ts'
import type { Entry, EntryAnswer } from './entry.ts'
import { extraInWords } from './entry-paper.ts'
import { letterPart, lettersOf } from './letter.ts'
import { askedOf } from './readiness.ts'

/** What a catalogue of innovations takes of an entry: one line, each value under its heading. */
type Catalogued = {
  entry: Entry & { unitName: string }
  edition: Edition
  answers: readonly EntryAnswer[]
  files: readonly { part: string; name: string }[]
  agencyName: string
  /** What was last heard of the innovation; null where nobody asked. */
  news: { year: number; state: string } | null
  /** How a day is written: for people in words, for programs as it is. */
  writeDay: (day: Day) => string
}

/**
 * The columns of the national network's record (domain dossier 4: title, start, group, film, category, goals, letters,
 * then text and file of each question), with what the catalogue says of each innovation: whether it goes on.
 */
export function catalogueOf({
  entry,
  edition,
  answers,
  files,
  agencyName,
  news,
  writeDay,
}: Catalogued): [string, string][] {
  const named = (part: string) => files.filter((file) => file.part === part).map(({ name }) => name)
  const goals = edition.goals.filter(({ key }) => entry.goals.includes(key)).map(({ key, label }) => `${key}. ${label}`)
  return [
    ['Kode', entry.code],
    ['Judul', entry.title],
    ['Instansi', agencyName],
    ['Unit', entry.unitName],
    ['Edisi', edition.label],
    ['Tanggal Mulai', entry.startedOn ? writeDay(entry.startedOn) : ''],
    ['Kelompok', edition.group],
    ['Tautan Video', entry.videoUrl],
    ['Kategori', edition.categories.find(({ key }) => key === entry.category)?.label ?? ''],
    ['TPB', goals.join('; ')],
    ...askedOf(edition, entry).map(({ key, label }): [string, string] => [
      label,
      entry.extra[key] ? extraInWords(entry.extra[key]) : '',
    ]),
    ...lettersOf(edition).map(({ key, label }): [string, string] => [
      `Berkas ${label}`,
      named(letterPart(key)).join('; '),
    ]),
    ...fieldsOf(edition).flatMap((field): [string, string][] => {
      const answer = answers.find((one) => one.field === field.key)
      const proofs = [...(answer?.evidence.split('\n').filter(Boolean) ?? []), ...named(field.key)]
      return [
        [field.label, answer?.text ?? ''],
        [`Bukti ${field.label}`, proofs.join('; ')],
      ]
    }),
    ['Status', news ? `${news.state} (${news.year})` : ''],
    ['Dikirim', entry.sentOn ? writeDay(entry.sentOn) : ''],
    ['Nomor Kiriman', entry.sentNumber],
  ]
}

/** Rows of different forms as one table: each heading once, in the order in which it first comes. */
export function catalogueTable(rows: readonly [string, string][][]): { headers: string[]; cells: string[][] } {
  const headers = [...new Set(rows.flatMap((row) => row.map(([header]) => header)))]
  const cells = rows.map((row) => {
    const values = new Map(row)
    return headers.map((header) => values.get(header) ?? '')
  })
  return { headers, cells }
}
