import * as z from 'zod'
import { limits, type Sheet } from './workbook.ts'

// Sheets travel in the form itself while a person looks at what was read: nothing of a rejected file is ever stored.
// What comes back is judged anew, as if it had been uploaded.
const rowNumber = z.number().int().min(0).max(20_000)
const cell = z.union([z.string().max(32_767), z.number(), z.boolean(), z.null()])
const sheet = z.object({
  name: z.string().max(120),
  isHidden: z.boolean(),
  cells: z.array(z.array(cell).max(limits.columns)).max(limits.rows),
  merges: z
    .array(z.object({ startRow: rowNumber, startColumn: rowNumber, endRow: rowNumber, endColumn: rowNumber }))
    .max(limits.merges),
  hiddenRows: z.array(rowNumber).max(20_000),
  hiddenColumns: z.array(rowNumber).max(20_000),
  shaded: z.array(z.tuple([rowNumber, rowNumber])).max(limits.shaded),
})

/** Sheets as the text of a form's field; a date is its day. */
export const packSheets = (sheets: readonly Sheet[]): string =>
  JSON.stringify(sheets, (_, value) => (typeof value === 'string' ? value.replace(/T00:00:00\.000Z$/, '') : value))

/** The sheets again; undefined when the text is not whole. */
export function unpackSheets(text: string): Sheet[] | undefined {
  try {
    return z.array(sheet).max(100).parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
