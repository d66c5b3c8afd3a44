import type { MatrixColumn } from '../columns.ts'

/** A block of cells, row by row. */
export type Block = string[][]

/** A block that was copied elsewhere, and how many rows and columns with words in them were hidden there. */
export type Copied = { block: Block; left: { rows: number; columns: number } }

/** Reads tab-separated text as spreadsheets copy it: a cell with a line break or a quote in it stands in quotes. */
export function readTabs(text: string): Block {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y
  const rows: Block = [[]]
  for (let at = 0; at <= plain.length; at += 1) {
    cell.lastIndex = at
    const found = cell.exec(plain)
    rows.at(-1)?.push(found?.[1] === undefined ? (found?.[2] ?? '') : found[1].replaceAll('""', '"'))
    at += found?.[0].length ?? 0
    if (plain[at] === '\n') rows.push([])
  }
  return rows
}

/** Writes a block as spreadsheets read it: every row ends its line, but a text that is copied alone. */
export function writeTabs(block: Block): string {
  const [[text = '', ...others] = [], ...rows] = block
  if (others.length + rows.length === 0 && text !== '') return quoted(text)
  return block.map((row) => `${row.map(quoted).join('\t')}\n`).join('')
}

const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** What marks a table as a block of a grid: its plain text says it to the letter, so that is what is pasted. */
const mark = 'data-lembar-rintis'

/** A table of a grid and nothing else. */
export const isOfGrid = (html: string): boolean => html.includes(mark)

/**
 * Writes a block as a table, which spreadsheets take before plain text. Texts are marked as such: "=1+1" becomes no
 * formula, "007" keeps its zeros, and a day is not read month first. A number says its value beside its comma.
 */
export function writeHtml(block: Block, kinds: readonly MatrixColumn['kind'][]): string {
  const cellOf = (text: string, kind: MatrixColumn['kind'] | undefined) => {
    const value = kind === 'number' ? /^-?\d+(,\d+)?$/.exec(text)?.[0] : undefined
    const how = value ? numbered(value.replace(',', '.')) : asText
    return `<td ${how}>${escaped(text).replaceAll('\n', '<br style="mso-data-placement:same-cell;">')}</td>`
  }
  const rows = block.map((row) => `<tr>${row.map((text, at) => cellOf(text, kinds[at])).join('')}</tr>`)
  const names = 'xmlns:x="urn:schemas-microsoft-com:office:excel"'
  return `<html ${names}><head><meta charset="utf-8"></head><body><table ${mark}>${rows.join('')}</table></body></html>`
}

/** For Excel and for LibreOffice, which does not know what the other says. */
const asText = `style='mso-number-format:"\\@"' sdnum="1033;0;@"`
const numbered = (value: string) => `x:num="${value}" sdval="${value}" sdnum="1033;"`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * A number as it is written here, with a comma: "1,250.5" of an English sheet is "1.250,5". `value` is the number that
 * stands behind it, where that is known; else `isPointed` says that its sheet has a point before its decimals.
 */
export function numberHere(shown: string, value: number | undefined, isPointed: boolean): string {
  if (!/^[-+]?\d[\d.,]* ?%?$/.test(shown)) return shown
  const swapped = shown.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'))
  // "31.12.2026" is none.
  if (!/^[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)? ?%?$/.test(swapped)) return shown
  if (value === undefined) return isPointed ? swapped : shown
  return !isRounded(shown, value) && isRounded(swapped, value) ? swapped : shown
}

/** Whether a number that is written with a comma shows this value, to as many decimals as it has. */
function isRounded(shown: string, value: number): boolean {
  const [whole = '', decimals = ''] = shown.replace(/ ?%$/, '').replaceAll('.', '').split(',')
  const wanted = shown.endsWith('%') ? value * 100 : value
  return Math.abs(Number(`${whole}.${decimals || '0'}`) - wanted) <= 0.5000001 * 10 ** -decimals.length
}

/** A day that spreadsheets keep as a number of days, as it is written here. */
export const dayHere = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .toReversed()
    .join('/')

/**
 * The block for as many rows and columns as are chosen: a copied block that fits in evenly fills all of it, as
 * spreadsheets do; any other comes once, as it is.
 */
export function fitted(block: Block, rows: number, columns: number): Block {
  const [height, width] = [block.length, Math.max(0, ...block.map((row) => row.length))]
  if (height === 0 || width === 0 || rows % height !== 0 || columns % width !== 0) return block
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => block[row % height]?.[column % width] ?? ''),
  )
}
