import type { Level } from './seat.ts'

/** What a column of an annex may hold; `name-and-nip` is one cell with both, the number below or behind the name. */
export const columnUses = ['name', 'nip', 'name-and-nip', 'position', 'grade', 'unit', 'level', 'email'] as const
export type ColumnUse = (typeof columnUses)[number]

/** How a sheet is to be read: the row of its first agent (from 0), and what each column holds (null: not taken). */
export type Layout = { firstRow: number; uses: (ColumnUse | null)[] }

/** A cell that does not hold what it should, with its place as spreadsheets name it. Never logged: it shows an NIP. */
export type Fault = { row: number; column: string; cell: string; value: string; reason: string }

/** Baris lampiran: one agent whom a decree appoints, as its annex says; `row` is the sheet's own number, from 1. */
export type AnnexRow = {
  row: number
  titlesBefore: string
  name: string
  titlesAfter: string
  nip: string
  position: string
  grade: string
  /** As written; units are known by `unitKey`. */
  unit: string
  level: Level
  email: string | null
}

/** What a person answered while the annex was being read. */
export type Answers = {
  /** Text in place of a cell's: `{ C7: '…' }`. */
  corrections: Readonly<Record<string, string>>
  /** Rows (from 1) that don't count. */
  leftOut: readonly number[]
  /** Hidden rows (from 1) that count. */
  takenIn: readonly number[]
  /** The level of agents of whom the annex says none. */
  level: Level
}

export const noAnswers: Answers = { corrections: {}, leftOut: [], takenIn: [], level: 'central' }

/** What was found in an annex. */
export type Reading = {
  rows: AnnexRow[]
  faults: Fault[]
  /** Unlikely, but let pass. */
  warnings: Fault[]
  /** Hidden rows of which nobody said yet whether they count. */
  hidden: { row: number; text: string }[]
  /** Rows below the header that hold something and are no agent: headings, notes, the signature. */
  passedOver: { row: number; text: string }[]
}
