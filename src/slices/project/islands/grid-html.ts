import { type Block, type Copied, dayHere, numberHere } from './grid-clipboard.ts'

/**
 * Reads the table that Excel, Word, Google Sheets, LibreOffice or a page put on the clipboard; undefined where there is
 * none. Word's plain text breaks a row at every line of a cell, its table does not. A merged cell speaks in the first of
 * its places. Rows and columns that are hidden in a sheet stay out, with those that only carry widths.
 */
export function readHtml(html: string): Copied | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return undefined
  const isPointed = /mso-displayed-decimal-separator:\s*"\\?\."/.test(html)
  const block: Block = []
  const left = { rows: 0, columns: 0 }
  const hidden = hiddenColumns(table)
  const isSpoken = new Set<number>()
  const taken: boolean[][] = []
  for (const [at, row] of Array.from(table.rows).entries()) {
    const line: string[] = []
    let column = 0
    for (const cell of Array.from(row.cells)) {
      while (taken[at]?.[column]) column += 1
      const width = Math.min(cell.colSpan, 50)
      for (let down = 0; down < Math.min(cell.rowSpan || 1, 500); down += 1) {
        taken[at + down] ??= []
        for (let right = 0; right < width; right += 1) (taken[at + down] ?? [])[column + right] = true
      }
      line[column] = shownIn(cell, isPointed)
      // What is merged over a hidden column speaks in the first that is seen.
      const seen = Array.from({ length: width }, (_, right) => column + right).find((one) => !hidden.has(one))
      if (seen !== undefined && seen !== column) [line[seen], line[column]] = [line[column] ?? '', '']
      column += width
    }
    const isSaying = line.some((text) => text)
    if (isHidden(row) || (row.getAttribute('height') === '0' && !isSaying)) {
      if (isSaying) left.rows += 1
      continue
    }
    for (const one of hidden) if (line[one]) isSpoken.add(one)
    const length = Math.max(line.length, taken[at]?.length ?? 0)
    block.push(Array.from({ length }, (_, index) => line[index] ?? '').filter((_, index) => !hidden.has(index)))
  }
  return { block, left: { ...left, columns: isSpoken.size } }
}

/** Read from the attribute: our content security policy lets no style of a clipboard take effect. */
const isHidden = (part: HTMLElement): boolean => /display:\s*none/i.test(part.getAttribute('style') ?? '')

function hiddenColumns(table: HTMLTableElement): Set<number> {
  const hidden = new Set<number>()
  let column = 0
  for (const col of table.querySelectorAll('col')) {
    const end = column + Math.min(col.span || 1, 500)
    for (; column < end; column += 1) if (isHidden(col)) hidden.add(column)
  }
  return hidden
}

/** The words of a cell; a number or a day that was written the English way is written as here. */
function shownIn(cell: HTMLTableCellElement, isPointed: boolean): string {
  const value = numberBehind(cell)
  const isNumber = value !== undefined || cell.align === 'right'
  if (value !== undefined && value > 0 && value < lastDay && isDay(cell)) return dayHere(value)
  const words = wordsOf(cell)
  return isNumber ? numberHere(words, value, isPointed) : words
}

/** The number that stands behind what a cell shows, where its program says it; each says it in its own way. */
function numberBehind(cell: HTMLTableCellElement): number | undefined {
  const said = cell.getAttribute('sdval') || cell.getAttribute('x:num') || inSheets(cell.dataset.sheetsValue)
  return said && Number.isFinite(Number(said)) ? Number(said) : undefined
}

/** Sheets count days from 1900 to 9999. */
const lastDay = 2_958_466

/** LibreOffice names the format of a day ("1033;0;MM/DD/YY"), Google its kind. */
const isDay = (cell: HTMLTableCellElement): boolean =>
  /;[^;]*D[^;]*Y/i.test(cell.getAttribute('sdnum') ?? '') ||
  (cell.dataset.sheetsNumberformat ?? '').startsWith('{"1":5,')

/** Google's `{"1":3,"3":90.5}`; its texts are `{"1":2,"2":"…"}`. */
const inSheets = (json: string | undefined): string | undefined =>
  json === undefined ? undefined : /^\{"1":3,"3":([-\d.eE+]+)\}$/.exec(json)?.[1]

/** The text of a cell: paragraphs and line breaks begin a line, the breaks of its source do not. */
function wordsOf(cell: HTMLTableCellElement): string {
  // Marks of Word's review: what was struck out, and where somebody remarked on something.
  for (const mark of cell.querySelectorAll('del, .msoDel, .msocomanchor, .MsoCommentReference')) mark.remove()
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
    text.textContent = (text.textContent ?? '').replace(/\s+/g, ' ')
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\n')
  for (const part of cell.querySelectorAll('p, div, li, tr')) part.append('\n')
  return (cell.textContent ?? '').replace(/ ?\n[ \n]*/g, '\n').trim()
}
