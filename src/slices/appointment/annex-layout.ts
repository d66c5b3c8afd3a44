import { mergedTexts, widthOf } from '#documents/sheet-text.ts'
import type { Sheet } from '#documents/workbook.ts'
import type { ColumnUse, Layout } from './annex.ts'
import { isLabel, useOf } from './annex-label.ts'

/** Annexes open with a title, the number of the decree and its date; a header further down is none. */
const deepest = 40
const tallest = 3

/**
 * Proposes how a sheet is to be read, for a person to correct; undefined when no row looks like a header with at
 * least the name and one more column. A hidden column is never taken by itself.
 */
export function findLayout(sheet: Sheet): Layout | undefined {
  const width = widthOf(sheet)
  const rows = sheet.cells.slice(0, deepest + tallest).map((_, row) => mergedTexts(sheet, row, width))
  let best: { layout: Layout; score: number; row: number } | undefined
  for (let row = 0; row < rows.length; row += 1) {
    for (let height = 1; height <= Math.min(tallest, rows.length - row); height += 1) {
      const layout = layoutOf(sheet, rows, row, height)
      const score = layout?.uses.filter((use) => use !== null).length ?? 0
      // A second row of labels belongs to the header even where it tells us nothing new.
      const isBetter = score > (best?.score ?? 1) || (score === best?.score && row === best.row)
      if (layout && isBetter) best = { layout, score, row }
    }
  }
  return best?.layout
}

/** The layout when these rows are the header; undefined when they cannot be. */
function layoutOf(sheet: Sheet, rows: string[][], row: number, height: number): Layout | undefined {
  const header = rows.slice(row, row + height)
  const continues = header.every((texts, index) => index === 0 || isContinued(header[index - 1] ?? [], texts))
  if (!continues) return undefined
  const uses = (header[0] ?? []).map((_, column) =>
    sheet.hiddenColumns.includes(column) ? null : columnUse(header.map((texts) => texts[column] ?? '')),
  )
  const own = uses.map((use, column) => (use === 'grade' || uses.indexOf(use) === column ? use : null))
  return own.includes('name') || own.includes('name-and-nip') ? { firstRow: row + height, uses: own } : undefined
}

/** A second header row says only labels, and something new; "Tingkat Pusat" alone is a heading of the rows below. */
function isContinued(above: string[], texts: string[]): boolean {
  const fresh = texts.filter((text, column) => text !== '' && text !== above[column])
  const isHeading = fresh.length === 1 && /\btingkat\b/i.test(fresh[0] ?? '')
  return fresh.length > 0 && fresh.every(isLabel) && !isHeading
}

/** What the labels of a column, from top to bottom, say together; else the lowest that says something. */
function columnUse(labels: string[]): ColumnUse | null {
  const own = labels.filter((label, index) => label !== '' && label !== labels[index - 1])
  return useOf(own.join(' ')) ?? own.map(useOf).findLast((use) => use !== undefined) ?? null
}

/** What is wrong with the columns that a person chose; empty when the annex can be read so. */
export function layoutFaults(uses: readonly (ColumnUse | null)[]): string[] {
  const has = (use: ColumnUse) => uses.includes(use)
  const twice = new Set(uses.filter((use, index) => use !== null && use !== 'grade' && uses.indexOf(use) !== index))
  return [
    has('name') || has('name-and-nip') ? '' : 'Pilih kolom yang berisi nama.',
    has('nip') || has('name-and-nip') ? '' : 'Pilih kolom yang berisi NIP.',
    has('unit') ? '' : 'Pilih kolom yang berisi unit kerja.',
    has('name-and-nip') && (has('name') || has('nip')) ? 'Nama dan NIP dipilih dua kali.' : '',
    twice.size > 0 ? 'Ada isi yang dipilih untuk dua kolom; hanya pangkat dan golongan boleh terpisah.' : '',
  ].filter((sentence) => sentence !== '')
}

/** The sheets that may be meant: visible, with a header. One is taken by itself; of several a person chooses. */
export const candidateSheets = (sheets: readonly Sheet[]): Sheet[] =>
  sheets.filter((sheet) => !sheet.isHidden && findLayout(sheet) !== undefined)
