import { plainWords } from '#documents/sheet-text.ts'
import type { ColumnUse } from './annex.ts'
import { useOf } from './annex-label.ts'
import type { Level } from './seat.ts'

/** What a row below the header is. */
export type RowKind = 'blank' | 'agent' | 'heading' | 'passed-over' | 'signature'

const signed =
  /^(?:ditetapkan|disahkan|ditandatangani|pada tanggal|tembusan|salinan|mengetahui|menyetujui|a\.?n\.|plt\.|plh\.|u\.b\.)|^(?:kepala|menteri|sekretaris|ketua|direktur|inspektur)\b.*,$/i
const placeAndDay =
  /^\p{L}[\p{L} ]+, *(?:\d{1,2}|\.+|…)? *(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b/iu
const headingWord = /\b(?:tingkat|kelompok)\b/i
const headingInCapitals = /^(?:[IVX]+|[A-Z])[.)] [^\p{Ll}]+$/u
const headingMark = /^(?:[IVX]+|[A-Z])[.)]?$/
const remark = /^(?:jumlah|total|keterangan|catatan)\b/i

/**
 * Tells what a row is from its texts. Where it might be an agent it is one, so that nothing is lost in silence: it
 * comes back as a row with faults, which a person may leave out.
 */
export function kindOf(texts: readonly string[], uses: readonly (ColumnUse | null)[]): RowKind {
  const filled = texts.filter((text) => text !== '')
  if (filled.length === 0) return 'blank'
  if (isColumnNumbers(filled) || isHeaderAgain(texts) || isExample(texts, uses)) return 'passed-over'
  const inUse = texts.filter((text, column) => text !== '' && uses[column])
  if (holdsNip(texts, uses) && inUse.length >= 2) return 'agent'
  const name = texts[uses.findIndex(isNameColumn)] ?? ''
  if (filled.some(isSigned) && (inUse.length <= 1 || name === '' || inUse.every(isSigned))) return 'signature'
  if (inUse.length >= 2) return 'agent'
  if (isHeading(filled)) return 'heading'
  return name === '' || remark.test(name) ? 'passed-over' : 'agent'
}

/** Whether the row has a number in its NIP column, even one of a wrong length. */
export const holdsNip = (texts: readonly string[], uses: readonly (ColumnUse | null)[]): boolean =>
  texts.some((text, column) => isNipColumn(uses[column]) && digitsIn(text) >= 9)

/** "A. Tingkat Pusat", "B. SEKRETARIAT UTAMA", or "I" with a heading in the cell beside it. */
const isHeading = (filled: string[]) =>
  filled.some((text) => headingWord.test(text) || headingInCapitals.test(text)) ||
  (filled.length === 2 && headingMark.test(filled[0] ?? ''))

/** The level that a heading sets for the rows below it: "A. Tingkat Pusat". */
export function levelIn(text: string): Level | undefined {
  const words = plainWords(text)
  if (words.includes('pusat')) return 'central'
  return ['unit', 'satuan', 'satker'].some((word) => words.includes(word)) ? 'unit' : undefined
}

const isSigned = (text: string) => signed.test(text) || placeAndDay.test(text)
const isNameColumn = (use: ColumnUse | null) => use === 'name' || use === 'name-and-nip'
const isNipColumn = (use: ColumnUse | null | undefined) => use === 'nip' || use === 'name-and-nip'
const digitsIn = (text: string) => text.replace(/\D/g, '').length

/** "(1) (2) (3)": the row below a header that numbers its columns. */
function isColumnNumbers(filled: string[]): boolean {
  const numbers = filled.map((text) => (/^\(?\d{1,2}\)?\.?$/.test(text) ? Number(text.replace(/\D/g, '')) : Number.NaN))
  return (
    numbers.length >= 2 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  )
}

/** The header repeated, as after a break between pages. */
const isHeaderAgain = (texts: readonly string[]) =>
  new Set(texts.map(useOf).filter((use) => use !== undefined)).size >= 2 && texts.every((text) => digitsIn(text) < 9)

/** The example row of our own template, if it was left in. */
const isExample = (texts: readonly string[], uses: readonly (ColumnUse | null)[]) =>
  texts.some((text, column) => isNameColumn(uses[column] ?? null) && /^contoh\b/i.test(text))
