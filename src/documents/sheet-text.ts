import type { Cell, Sheet } from './workbook.ts'

/** What a cell says: spaces of any kind as one, a date as its day, a dash in place of nothing as nothing. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  const text = String(cell)
    .replace(/[\s\u200b]+/g, ' ')
    .trim()
  return /^[-–—]+$/.test(text) ? '' : text
}

/** The texts of a row, with the value of a merged range in each of its cells. */
export function mergedTexts(sheet: Sheet, row: number, width: number): string[] {
  const texts = Array.from({ length: width }, (_, column) => textOf(sheet.cells[row]?.[column]))
  for (const merge of sheet.merges) {
    if (row < merge.startRow || row > merge.endRow) continue
    const text = textOf(sheet.cells[merge.startRow]?.[merge.startColumn])
    for (let column = merge.startColumn; column <= Math.min(merge.endColumn, width - 1); column += 1)
      texts[column] = text
  }
  return texts
}

/** The number of columns that the sheet fills. */
export const widthOf = (sheet: Sheet): number => Math.max(0, ...sheet.cells.map((row) => row.length))

/** Words without punctuation and capitals, "&" as "dan": what two spellings of one thing have in common. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' dan ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
