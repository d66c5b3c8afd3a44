import { detectDelimiter, parseCsv } from 'hucre/csv'
import { decodeText } from './decode-text.ts'
import { tooManyRows, trimmed } from './trim-cells.ts'
import { type Cell, limits, type ReadWorkbook } from './workbook.ts'

/** Reads text with delimiters: every cell is text as written, so nothing in it can lose digits here. */
export function readCsv(bytes: Uint8Array): ReadWorkbook {
  const text = decodeText(bytes)
  // Excel writes the delimiter on a first line of its own where it may be doubted.
  const said = /^sep=(.)\r?\n/i.exec(text)
  const body = said ? text.slice(said[0].length) : text
  const rows = parseCsv(body, { delimiter: said?.[1] ?? detectDelimiter(body) })
  const cells = trimmed(rows as Cell[][])
  if (cells.length > limits.rows) return { ok: false, sentence: tooManyRows }
  const sheet = { name: 'CSV', isHidden: false, cells, merges: [], hiddenRows: [], hiddenColumns: [], shaded: [] }
  return { ok: true, workbook: { sheets: [sheet] } }
}
