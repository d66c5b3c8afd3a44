import type { Block } from './grid-clipboard.ts'

/**
 * Reads the table that Word, Excel or a page put on the clipboard; undefined where there is none. Word's plain text
 * breaks a row at every line of a cell, its table does not. A merged cell speaks in the first of its places.
 */
export function readHtml(html: string): Block | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return undefined
  const block: Block = []
  const taken: boolean[][] = []
  for (const [at, row] of Array.from(table.rows).entries()) {
    const line: string[] = []
    let column = 0
    for (const cell of Array.from(row.cells)) {
      while (taken[at]?.[column]) column += 1
      for (let down = 0; down < Math.min(cell.rowSpan || 1, 500); down += 1) {
        taken[at + down] ??= []
        for (let right = 0; right < Math.min(cell.colSpan, 50); right += 1)
          (taken[at + down] ?? [])[column + right] = true
      }
      line[column] = wordsOf(cell)
      column += Math.min(cell.colSpan, 50)
    }
    block.push(Array.from({ length: Math.max(line.length, taken[at]?.length ?? 0) }, (_, index) => line[index] ?? ''))
  }
  return block
}

/** The text of a cell: paragraphs and line breaks begin a line, the breaks of its source do not. */
function wordsOf(cell: HTMLTableCellElement): string {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
    text.textContent = (text.textContent ?? '').replace(/\s+/g, ' ')
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\n')
  for (const part of cell.querySelectorAll('p, div, li')) part.append('\n')
  return (cell.textContent ?? '').replace(/ ?\n[ \n]*/g, '\n').trim()
}
