import { widthOf } from '#documents/sheet-text.ts'
import type { Sheet } from '#documents/workbook.ts'
import { type Form, type Typed, typedIn } from '#kit/form.ts'
import type { MatrixColumn } from '../columns.ts'
import { findLayout } from './layout.ts'
import type { Absent } from './propose.ts'
import { type Answers, columnUses, type Layout, type Reading } from './reading.ts'

/** How the table is to be read: as the person corrected it, else as we propose. */
export function layoutIn(typed: Typed, sheet: Sheet, columns: readonly MatrixColumn[]): Layout {
  const found = findLayout(sheet, columns)
  const first = Number(typed.first_row)
  if (!Number.isInteger(first) || first < 1 || first > sheet.cells.length + 1) {
    const blank = Array.from({ length: widthOf(sheet) }, () => null)
    return found ?? { firstRow: Math.min(1, sheet.cells.length), uses: blank }
  }
  const uses = Array.from(
    { length: widthOf(sheet) },
    (_, column) => columnUses.find((use) => use === typed[`use_${column}`]) ?? null,
  )
  return { firstRow: first - 1, uses, isOurs: found?.isOurs ?? false }
}

/** The names that a pattern picks out of what was typed, with what was typed there. */
function named(typed: Typed, pattern: RegExp): { key: string; value: string }[] {
  return Object.entries(typed).flatMap(([name, value]) => {
    const key = pattern.exec(name)?.[1]
    return key === undefined || typeof value !== 'string' ? [] : [{ key, value }]
  })
}

/** What the person answered; an empty correction is none. */
export function answersIn(typed: Typed): Answers {
  const hidden = named(typed, /^row_(\d+)$/)
  const left = [...named(typed, /^leave_(\d+)$/), ...hidden.filter(({ value }) => value === 'leave')]
  const corrections = named(typed, /^correct_([A-Z]+\d+)$/).filter(({ value }) => value.trim() !== '')
  return {
    corrections: Object.fromEntries(corrections.map(({ key, value }) => [key, value])),
    notes: named(typed, /^note_([A-Z]+\d+)$/).map(({ key }) => key),
    leftOut: left.map(({ key }) => Number(key)),
    takenIn: hidden.filter(({ value }) => value === 'take').map(({ key }) => Number(key)),
  }
}

/** Rows (from 1) of which the file's cells are taken also where the plan's are newer. */
export const takesIn = (typed: Typed): number[] => named(typed, /^take_(\d+)$/).map(({ key }) => Number(key))

/** What was typed, with every cell that may be one kept as a note: for a table in which many wait. */
export const allAsNotes = (typed: Typed, { doubts }: Reading): Typed => ({
  ...typed,
  ...Object.fromEntries(doubts.filter(({ mayBeNote }) => mayBeNote).map(({ cell }) => [`note_${cell}`, 'yes'])),
})

/** What becomes of rows that only the plan has: as the person said, else they go where the file is of this plan. */
export const absentIn = (typed: Typed, matched: number): Absent =>
  typed.absent === 'keep' || typed.absent === 'remove' ? typed.absent : matched > 0 ? 'remove' : 'keep'

/** The form with every cell in doubt, and every question that waits, named above it. */
export function reviewForm(typed: Typed, reading: Reading, layoutFaults: readonly string[]): Form {
  const doubts = reading.doubts.map(({ cell, reason }) => [`correct_${cell}`, `Sel ${cell}: ${reason}`])
  const hidden = reading.hidden.map(({ row }) => [`row_${row}`, `Baris ${row} tersembunyi. Pilih apakah diikutkan.`])
  const columns = layoutFaults.map((sentence, index) => [`use_${index}`, sentence])
  // While the columns are in doubt, what was read by them says nothing.
  return { values: typed, errors: Object.fromEntries(columns.length > 0 ? columns : [...doubts, ...hidden]) }
}

/** The sheet or table that is meant: the one chosen, else the only one that may be. */
export function sheetIn(typed: Typed, sheets: readonly Sheet[], candidates: readonly Sheet[]): Sheet | undefined {
  const chosen = typedIn({ values: typed, errors: {} }, 'chosen_sheet')
  if (chosen !== '') return sheets[Number(chosen)]
  return candidates.length === 1 ? candidates[0] : sheets.length === 1 ? sheets[0] : undefined
}
