import { mergedTexts, plainWords, textOf, widthOf } from '#documents/sheet-text.ts'
import type { Sheet } from '#documents/workbook.ts'
import type { MatrixColumn } from '../columns.ts'
import { lineHeader, planSheet } from '../plan-sheet.ts'
import { isAboutTime, isLabel, markUseOf, useOf } from './label.ts'
import { smallNumber } from './month.ts'
import { type ColumnUse, isMarkUse, type Layout } from './reading.ts'

/** Plans open with a title, a name and a unit; a header further down is none. */
const deepest = 40
const tallest = 3

/**
 * Proposes how a table is to be read, for a person to correct; undefined when no row looks like a header with at least
 * the activity and two more columns. A hidden column is never taken by itself.
 */
export function findLayout(sheet: Sheet, columns: readonly MatrixColumn[]): Layout | undefined {
  const width = widthOf(sheet)
  const rows = sheet.cells.slice(0, deepest + tallest).map((_, row) => mergedTexts(sheet, row, width))
  let best: { layout: Layout; score: number; row: number } | undefined
  for (let row = 0; row < Math.min(rows.length, deepest); row += 1) {
    for (let height = 1; height <= Math.min(tallest, rows.length - row); height += 1) {
      const layout = layoutOf(sheet, rows.slice(row, row + height), row, columns)
      const score = layout?.uses.filter((use) => use !== null).length ?? 0
      // A further row of labels belongs to the header even where it tells us nothing new.
      const isBetter = score > (best?.score ?? 2) || (score === best?.score && row === best.row)
      if (layout && isBetter) best = { layout, score, row }
    }
  }
  return best?.layout
}

/** The layout when these rows are the header; undefined when they cannot be. */
function layoutOf(sheet: Sheet, header: string[][], row: number, columns: readonly MatrixColumn[]): Layout | undefined {
  const isOurs = header.length === 1 && headersOf(columns).every((text, column) => header[0]?.[column] === text)
  const isHeader = isOurs || (header[0] ?? []).filter((text) => text !== '' && isLabel(text)).length >= 2
  const continues = header.every((texts, at) => at === 0 || isContinued(header[at - 1] ?? [], texts))
  if (!isHeader || !continues) return undefined
  const found = (header[0] ?? []).map((_, column) =>
    sheet.hiddenColumns.includes(column)
      ? null
      : columnUse(
          header.map((texts) => texts[column] ?? ''),
          columns,
        ),
  )
  const uses = found.map((use, column) => (isMarkUse(use) || found.indexOf(use) === column ? use : null))
  return uses.includes('title') ? { firstRow: row + header.length, uses, isOurs } : undefined
}

/** The headings of our own export, but for the last, which Word has not. */
const headersOf = (columns: readonly MatrixColumn[]): string[] =>
  planSheet(1, [], { columns, areaNames: new Map() })
    .columns.map(({ header }) => textOf(header))
    .filter((header) => header !== lineHeader)

/** A second header row says only labels, and something new below a wider one; the row of column numbers says none. */
function isContinued(above: string[], texts: string[]): boolean {
  const fresh = texts.flatMap((text, column) => (text !== '' && text !== above[column] ? [{ text, column }] : []))
  const numbersTime = ({ text, column }: { text: string; column: number }) =>
    smallNumber(text.replace(/[().]/g, '')) === undefined ||
    isAboutTime(above[column] ?? '') ||
    markUseOf(above[column] ?? '') !== undefined
  return fresh.length > 0 && fresh.every(({ text }) => isLabel(text)) && fresh.every(numbersTime)
}

/** What the labels of a column, from top to bottom, say together; else the lowest that says something. */
function columnUse(labels: string[], columns: readonly MatrixColumn[]): ColumnUse | null {
  const own = labels.filter((label, at) => label !== '' && label !== labels[at - 1])
  const called = columns.find(({ label }) => isSameLabel(label, own.at(-1) ?? ''))
  if (called) return called.key
  const mark = own.map(markUseOf).findLast((use) => use !== undefined)
  if (mark) return mark
  const last = smallNumber(own.at(-1) ?? '')
  if (own.length > 1 && last !== undefined && last >= 1 && last <= 12 && own.some(isAboutTime)) return `month-${last}`
  const lowest = own.map(useOf).findLast((use) => use !== undefined)
  return (own.length > 1 ? lowest : useOf(own[0] ?? '')) ?? null
}

/** What the programme itself calls a column goes before what others call so. */
const isSameLabel = (one: string, other: string) => plainWords(one).join(' ') === plainWords(other).join(' ')

/** What is wrong with the columns that a person chose; empty when the table can be read so. */
export function layoutFaults(uses: readonly (ColumnUse | null)[]): string[] {
  const twice = uses.some((use, column) => use !== null && !isMarkUse(use) && uses.indexOf(use) !== column)
  return [
    uses.includes('title') ? '' : 'Pilih kolom yang berisi kegiatan.',
    twice ? 'Ada isi yang dipilih untuk dua kolom; hanya kolom bulan atau triwulan boleh lebih dari satu.' : '',
  ].filter((sentence) => sentence !== '')
}

/** The sheets or tables that may be meant: visible, with a header. Of several, a person chooses. */
export const candidateSheets = (sheets: readonly Sheet[], columns: readonly MatrixColumn[]): Sheet[] =>
  sheets.filter((sheet) => !sheet.isHidden && findLayout(sheet, columns) !== undefined)
