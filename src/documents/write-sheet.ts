import type { DataValidation, PageSetup } from 'hucre'
import { writeCsv as writeHucreCsv } from 'hucre/csv'
import { writeXlsx } from 'hucre/xlsx'
import { type Cell, cellName } from './workbook.ts'

/**
 * A column of a sheet that we write. `text` keeps what people type into it as text (a NIP); `choices` are offered;
 * `locked` is what somebody reads who types over what stands there; `wraps` long words within its width.
 */
export type OutColumn = {
  header: string
  width: number
  format?: 'text' | 'day'
  choices?: string[]
  locked?: string
  wraps?: boolean
}

/** A sheet that we write: bold, frozen headers and then rows, printed on A4 across. Days are `Date`s at UTC midnight. */
export type OutSheet = { name: string; columns: OutColumn[]; rows: Cell[][] }

const formats = { text: '@', day: 'dd/mm/yyyy' }

/** An XLSX file: the same sheets at the same moment give the same bytes. A text stays text, whatever it opens with. */
export function writeWorkbook(sheets: OutSheet[], at: Date): Promise<Uint8Array> {
  return writeXlsx({
    namedRanges: sheets.map(({ name }) => headerOnEachPage(sheetName(name))),
    sheets: sheets.map((sheet) => ({
      name: sheetName(sheet.name),
      columns: sheet.columns.map(({ width, format, wraps }) => ({
        ...{ width, ...(format && { numFmt: formats[format] }), ...(wraps && { style: wrapped }) },
      })),
      rows: [sheet.columns.map(({ header }) => header), ...sheet.rows],
      cells: new Map(sheet.columns.map(({ header }, column) => [`0,${column}`, { value: header, style: bold }])),
      dataValidations: validationsOf(sheet),
      freezePane: { rows: 1 },
      pageSetup: onPaper,
    })),
    properties: { creator: 'Rintis', created: at, modified: at },
  })
}

/** As wide as one page, and as long as it is. */
const onPaper: PageSetup = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
}

/** Named by hand: where the library names it, a sheet's name with a space in it makes the file unsound. */
const headerOnEachPage = (sheet: string) => ({
  name: '_xlnm.Print_Titles',
  range: `'${sheet.replaceAll("'", "''")}'!$1:$1`,
  scope: sheet,
})

const wrapped = { alignment: { wrapText: true, vertical: 'top' as const } }

const bold = { font: { bold: true } }

const validationsOf = ({ columns, rows }: OutSheet) =>
  columns.flatMap(({ choices, locked }, column): DataValidation[] => {
    const range = `${cellName(1, column)}:${cellName(rows.length, column)}`
    if (rows.length === 0) return []
    if (choices) return [{ type: 'list', values: choices, range }]
    const refusal = { showErrorMessage: true, errorStyle: 'stop' as const, errorMessage: locked ?? '' }
    return locked ? [{ type: 'custom', formula1: 'FALSE', range, ...refusal }] : []
  })

/** Spreadsheets refuse some characters in the name of a sheet, and more than 31. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

/**
 * CSV for offices (semicolons, a byte order mark, CRLF) or for machines (commas, none). A cell that a spreadsheet
 * would run as a formula gets an apostrophe, after its spaces are taken off, which would hide it.
 */
export function writeCsv(rows: Cell[][], reader: 'office' | 'machine'): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.trim() : cell)))
  const dialect = reader === 'office' ? { delimiter: ';', bom: true } : { delimiter: ',' }
  return writeHucreCsv(safe, { ...dialect, escapeFormulae: true })
}
