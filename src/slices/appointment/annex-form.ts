import { widthOf } from '#documents/sheet-text.ts'
import type { Sheet } from '#documents/workbook.ts'
import { type Form, type Typed, typedIn } from '#kit/form.ts'
import { type Answers, columnUses, type Layout, type Reading } from './annex.ts'
import { findLayout } from './annex-layout.ts'

/** How the sheet is to be read: as the person corrected it, else as we propose. */
export function layoutIn(typed: Typed, read: Sheet): Layout {
  const width = widthOf(read)
  const said = (column: number) => columnUses.find((use) => use === typed[`use_${column}`]) ?? null
  const uses = Array.from({ length: width }, (_, column) => said(column))
  const first = Number(typed.first_row)
  if (Number.isInteger(first) && first >= 1 && first <= read.cells.length + 1) return { firstRow: first - 1, uses }
  return findLayout(read) ?? { firstRow: Math.min(1, read.cells.length), uses: uses.map(() => null) }
}

/** What the person answered; an empty correction is none. */
export function answersIn(typed: Typed): Answers {
  const named = (pattern: RegExp) =>
    Object.entries(typed).flatMap(([name, value]) => {
      const key = pattern.exec(name)?.[1]
      return key === undefined || typeof value !== 'string' ? [] : [{ key, value }]
    })
  const hidden = named(/^row_(\d+)$/)
  const left = [...named(/^leave_(\d+)$/), ...hidden.filter(({ value }) => value === 'leave')]
  const corrections = named(/^correct_([A-Z]+\d+)$/).filter(({ value }) => value.trim() !== '')
  return {
    corrections: Object.fromEntries(corrections.map(({ key, value }) => [key, value])),
    leftOut: left.map(({ key }) => Number(key)),
    takenIn: hidden.filter(({ value }) => value === 'take').map(({ key }) => Number(key)),
    level: typed.level === 'unit' ? 'unit' : 'central',
  }
}

/** Which unit each unknown name means, by its key; what was not answered is created. */
export function unitAnswersIn(typed: Typed, unknown: readonly { key: string }[]): Map<string, string> {
  const said = new Map<string, string>()
  for (let index = 0; typeof typed[`unit_key_${index}`] === 'string'; index += 1)
    said.set(String(typed[`unit_key_${index}`]), String(typed[`unit_${index}`] ?? ''))
  return new Map(unknown.map(({ key }) => [key, said.get(key) || 'new']))
}

/** Below which unit the new ones stand: as the person answered, else the one at the top where there is but one. */
export function parentIn(typed: Typed, units: readonly { id: string; parentId: string | null }[]): string | null {
  const said = typed.parent_id
  if (typeof said === 'string') return units.some(({ id }) => id === said) ? said : null
  const [top, ...others] = units.filter(({ parentId }) => parentId === null)
  return others.length === 0 ? (top?.id ?? null) : null
}

/** The form with every cell at fault, and every question that waits, named above it. */
export function reviewForm(typed: Typed, reading: Reading, layoutFaults: readonly string[]): Form {
  const faults = reading.faults.map(({ cell: name, reason }) => [`correct_${name}`, `Sel ${name}: ${reason}`])
  const hidden = reading.hidden.map(({ row }) => [`row_${row}`, `Baris ${row} tersembunyi. Pilih apakah diikutkan.`])
  const columns = layoutFaults.map((sentence, index) => [`use_${index}`, sentence])
  // While the columns are in doubt, what was read by them says nothing.
  const errors = Object.fromEntries(columns.length > 0 ? columns : [...faults, ...hidden])
  return { values: typed, errors }
}

/** The sheet that is meant: the one chosen, else the only one that may be. */
export function sheetIn(typed: Typed, sheets: readonly Sheet[], candidates: readonly Sheet[]): Sheet | undefined {
  const chosen = typedIn({ values: typed, errors: {} }, 'chosen_sheet')
  if (chosen !== '') return sheets[Number(chosen)]
  return candidates.length === 1 ? candidates[0] : sheets.length === 1 ? sheets[0] : undefined
}
