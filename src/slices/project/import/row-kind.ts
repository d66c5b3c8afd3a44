import { isLabel } from './label.ts'
import { numberBefore } from './numbering.ts'
import { type ColumnUse, isMarkUse } from './reading.ts'

/** What a row below the header is. */
export type RowKind = 'blank' | 'activity' | 'initiative' | 'passed-over' | 'signature'

type Row = {
  texts: readonly string[]
  uses: readonly (ColumnUse | null)[]
  /** A cell of it is merged over three columns or more. */
  isSpanned: boolean
  /** The number of the row below, "1.1" or "a"; empty where it has none. */
  nextNumber: string
}

const signed =
  /^(?:mengetahui|menyetujui|disetujui|ditetapkan di|pada tanggal|dibuat oleh|disusun oleh|nip\b|a\.?n\.|plt\.|plh\.|tembusan)|^(?:kepala|menteri|sekretaris|ketua|direktur|inspektur)\b.*,$/i
const placeAndDay =
  /^\p{L}[\p{L} ]+, *(?:\d{1,2}|\.+|…)? *(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b/iu
const sum = /^(?:jumlah|total|sub ?total|grand total|rata-rata)\b/i
const remark = /^(?:keterangan|catatan)\s*:?/i

/**
 * Tells what a row is from its texts. Where it might be an activity it is one, so that nothing is lost in silence: it
 * comes back with a cell in doubt, and a person may leave it out.
 */
export function kindOf(row: Row): RowKind {
  const { texts, uses, isSpanned } = row
  const filled = texts.filter((text) => text !== '')
  if (filled.length === 0) return 'blank'
  if (isColumnNumbers(filled) || (filled.length >= 2 && filled.every(isLabel) && !isOnlyMarks(texts, uses)))
    return 'passed-over'
  const at = (use: ColumnUse) => texts[uses.indexOf(use)] ?? ''
  const said = uses.filter((use, column) => use && use !== 'number' && use !== 'line' && texts[column] !== '')
  const isBare = said.every((use) => use === 'title' || use === 'initiative')
  if (filled.some(isSigned) && said.length <= 2 && (isBare || said.length <= 1 || filled.every(isSigned)))
    return 'signature'
  const [first = ''] = filled
  if (sum.test(first) && said.length <= 3) return 'passed-over'
  if (isSpanned && filled.length <= 2) return 'initiative'
  if (said.length === 0 || (said.length === 1 && remark.test(first))) return 'passed-over'
  if (!isBare) return 'activity'
  if (at('title') === '') return 'initiative'
  return at('initiative') === '' && isHeading(at('title'), at('number'), row) ? 'initiative' : 'activity'
}

/** "I. PROGRAM", "A | Manajemen perubahan", or a text over several columns, with nothing else in its row. */
function isHeading(title: string, number: string, { nextNumber }: Row): boolean {
  const mark = numberBefore(number) ?? numberBefore(title) ?? ''
  if (/^\d+$/.test(mark) && (nextNumber.startsWith(`${mark}.`) || /^[a-z]$/.test(nextNumber))) return true
  return /^(?:[IVXL]+|[A-Z])$/.test(mark) || (/\p{Lu}/u.test(title) && !/\p{Ll}/u.test(title))
}

const isSigned = (text: string) => signed.test(text) || placeAndDay.test(text)

/** A row of ticks below months is no header again, although "1" might number one. */
const isOnlyMarks = (texts: readonly string[], uses: readonly (ColumnUse | null)[]) =>
  texts.every((text, column) => text === '' || isMarkUse(uses[column]))

/** "(1) (2) (3)": the row below a header that numbers its columns. */
function isColumnNumbers(filled: string[]): boolean {
  const numbers = filled.map((text) => (/^\(?\d{1,2}\)?\.?$/.test(text) ? Number(text.replace(/\D/g, '')) : Number.NaN))
  return numbers.length >= 3 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1)
}
