import { widthOf } from '#documents/sheet-text.ts'
import { type Cell, cellName, type Sheet } from '#documents/workbook.ts'
import type { Answers, ColumnUse, Layout } from './reading.ts'

/**
 * A cell as it is read: what it says, and its name in the table. `whole` is the same where a lone dash is no empty cell,
 * as in what we wrote ourselves. A number is what the file kept as one.
 */
export type BodyCell = { text: string; whole: string; number: number | null; name: string; isShaded: boolean }

/** A row below the header; `number` is the table's own, from 1. */
export type BodyRow = { number: number; isHidden: boolean; isSpanned: boolean; cells: BodyCell[] }

/** What a cell says, line for line; a date as its day. */
function linesOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  const lines = String(cell)
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .split(/\r\n?|\n|\v|\u2028/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
  return lines.filter((line) => line !== '').join('\n')
}

/** A dash in place of nothing is nothing. */
const withoutDash = (text: string) => (/^[-–—]+$/.test(text) ? '' : text)

/** The rows below the header, with what a person wrote in place of a cell, and a merged cell's text in each row. */
export function rowsBelow(sheet: Sheet, { firstRow, uses }: Layout, { corrections }: Answers): BodyRow[] {
  const width = Math.max(widthOf(sheet), uses.length)
  const shaded = new Set(sheet.shaded.map(([row, column]) => cellName(row, column)))
  const above = mergedAbove(sheet, firstRow)
  return sheet.cells.slice(firstRow).map((_, index) => {
    const row = firstRow + index
    const cells = Array.from({ length: width }, (_, column): BodyCell => {
      const name = cellName(row, column)
      const stored = sheet.cells[row]?.[column] ?? above.get(name) ?? null
      const cell = corrections[name] ?? stored
      const whole = linesOf(cell)
      const text = withoutDash(whole)
      return { text, whole, number: typeof cell === 'number' ? cell : null, name, isShaded: shaded.has(name) }
    })
    const isSpanned = sheet.merges.some(
      ({ startRow, endRow, startColumn, endColumn }) =>
        startRow === row && endRow === row && endColumn - startColumn >= 2,
    )
    return { number: row + 1, isHidden: sheet.hiddenRows.includes(row), isSpanned, cells }
  })
}

/** Merges do not overlap in a file that an office made; in one that was made to, they end here. */
const mostMerged = 100_000

/** The value of a cell that is merged downwards, for each of the rows below its first. */
function mergedAbove(sheet: Sheet, firstRow: number): Map<string, Cell> {
  const found = new Map<string, Cell>()
  let left = mostMerged
  for (const { startRow, endRow, startColumn } of sheet.merges) {
    if (startRow < firstRow) continue
    const value = sheet.cells[startRow]?.[startColumn] ?? null
    const last = Math.min(endRow, sheet.cells.length - 1, startRow + left)
    left -= last - startRow
    for (let row = startRow + 1; row <= last; row += 1) found.set(cellName(row, startColumn), value)
  }
  return found
}

/** The cells of a row by what they hold. */
export const cellOf = (row: BodyRow, { uses }: Layout, use: ColumnUse): BodyCell | undefined =>
  row.cells[uses.indexOf(use)]
