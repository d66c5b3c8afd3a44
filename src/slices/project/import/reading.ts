import { ownKeys } from '../columns.ts'
import type { ActivityFields } from '../matrix-store.ts'

/** What a column of an office's table may hold. `period` is one cell for both dates; `line` is our own row code. */
export const plainUses = [
  'number',
  'initiative',
  'title',
  'output',
  'indicator',
  'indicatorUnit',
  'baseline',
  'target',
  'period',
  'startsOn',
  'endsOn',
  'inCharge',
  'parties',
  'resources',
  'risk',
  'mitigation',
  'areaCodes',
  ...ownKeys,
  'line',
] as const
type PlainUse = (typeof plainUses)[number]
/** A column of a month or quarter in which a mark says that the activity runs then. */
export type MarkUse = `month-${number}` | `quarter-${number}`
export type ColumnUse = PlainUse | MarkUse

export const isMarkUse = (use: ColumnUse | null | undefined): use is MarkUse => /^(month|quarter)-/.test(use ?? '')

/** All uses that a person may choose for a column. */
export const columnUses: ColumnUse[] = [
  ...plainUses,
  ...Array.from({ length: 12 }, (_, at): MarkUse => `month-${at + 1}`),
  ...Array.from({ length: 4 }, (_, at): MarkUse => `quarter-${at + 1}`),
]

/** How a table is to be read: its first row below the header (from 0), and what each column holds (null: not taken). */
export type Layout = {
  firstRow: number
  uses: (ColumnUse | null)[]
  /** It has the headings of our own export: what stands in its numbered rows was typed by nobody but us. */
  isOurs?: boolean
}

/** A cell that a person has to look at: what stands there, and why it could not be taken as it is. */
export type Doubt = {
  row: number
  cell: string
  use: ColumnUse
  value: string
  reason: string
  /** Whether its text may be kept as a note in the activity's own words instead. */
  mayBeNote: boolean
}

/** A row of the table as it was read; `row` is the table's own number, from 1. */
export type ReadRow = {
  row: number
  initiative: string
  /** The code that our own export gave the row; empty in a table that others made. */
  code: string
  /** What its cells said when it was exported (`mark.ts`); none in a table that others made. */
  marks?: string
  number: string
  /** What the columns of the table say of the activity; null for a programme that has none. */
  fields: Partial<ActivityFields> | null
}

/** What a person answered while the table was being read. */
export type Answers = {
  /** Text in place of a cell's: `{ C7: '…' }`. */
  corrections: Readonly<Record<string, string>>
  /** Cells whose text is kept as a note. */
  notes: readonly string[]
  /** Rows (from 1) that don't count. */
  leftOut: readonly number[]
  /** Hidden rows (from 1) that count. */
  takenIn: readonly number[]
}

export const noAnswers: Answers = { corrections: {}, notes: [], leftOut: [], takenIn: [] }

/** What was found in a table. */
export type Reading = {
  rows: ReadRow[]
  doubts: Doubt[]
  /** Hidden rows of which nobody said yet whether they count. */
  hidden: { row: number; text: string }[]
  /** Rows below the header that hold something and are no activity: headings, sums, the signature. */
  passedOver: { row: number; text: string }[]
}

/** Whether everything was said that must be said: a table is imported as a whole or not at all. */
export const isWhole = ({ rows, doubts, hidden }: Reading): boolean =>
  rows.length > 0 && doubts.length === 0 && hidden.length === 0
