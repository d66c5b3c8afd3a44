/** What a cell holds. A number is what the file stored as a number: a NIP stored so has lost its last digits. */
export type Cell = string | number | boolean | Date | null

/** A range of merged cells; all four are counted from 0 and belong to it. The first cell holds the value. */
export type Merge = { startRow: number; startColumn: number; endRow: number; endColumn: number }

/** Whether a merge holds more than one cell. */
export const isRange = (merge: Merge): boolean => merge.endRow > merge.startRow || merge.endColumn > merge.startColumn

/** A sheet as it was stored: `cells[row][column]`, counted from 0, no blank rows at the end. */
export type Sheet = {
  name: string
  isHidden: boolean
  cells: Cell[][]
  merges: Merge[]
  hiddenRows: number[]
  hiddenColumns: number[]
  /** Empty cells with a coloured ground, as [row, column]: how some offices mark the months of a schedule. */
  shaded: [number, number][]
}

export type Workbook = { sheets: Sheet[] }

/** A file that was read, or the Indonesian sentence that says why it was not and what to do. */
export type ReadWorkbook = { ok: true; workbook: Workbook } | { ok: false; sentence: string }

/** Limits of a spreadsheet that somebody sends us. */
export const limits = {
  bytes: 10 * 1024 * 1024,
  inflatedBytes: 100 * 1024 * 1024,
  entries: 2_000,
  rows: 5_000,
  columns: 200,
  merges: 5_000,
  shaded: 20_000,
  seconds: 20,
  megabytes: 512,
} as const

/** "C7" for row 6 and column 2, as spreadsheets name their cells. */
export const cellName = (row: number, column: number): string => `${columnLetter(column)}${row + 1}`

/** "A" for 0, "AB" for 27. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter
}
