import { type Block, fitted } from './grid-clipboard.ts'
import { type Choice, cornersOf } from './grid-move.ts'
import { type NewId, rowsFrom } from './grid-rows.ts'
import { type GridState, type Row, rowsOf, textIn, type Written } from './grid-state.ts'
import type { GridColumn } from './grid-table.tsx'
import { leftOutInWords } from './grid-words.ts'

/** The columns that are chosen; the number of a row stands for the whole of it. */
export function columnsOf(choice: Choice, columns: readonly GridColumn[]): readonly GridColumn[] {
  const { left, right } = cornersOf(choice)
  return right === 0 ? columns : columns.slice(Math.max(0, left - 1), right)
}

/** The texts of what is chosen. */
export function blockOf(state: GridState, choice: Choice, columns: readonly GridColumn[]): Block {
  const { top, bottom } = cornersOf(choice)
  return rowsOf(state)
    .slice(top, bottom + 1)
    .map((row) => columnsOf(choice, columns).map(({ key }) => textIn(state, row, key)))
}

export type Filled = {
  /** With the rows that the block needs. */
  state: GridState
  written: Written[]
  /** From the first cell to the last that the block reaches. */
  last: { row: Row; column: number }
  /** What of the block finds no place, in words; empty where all of it does. */
  leftOut: string
}

/** Where a block goes that is pasted at what is chosen; undefined where nothing can be written. */
export function filled(
  state: GridState,
  choice: Choice,
  columns: readonly GridColumn[],
  block: Block,
  newId: NewId,
): Filled | undefined {
  const { top, bottom, left, right } = cornersOf(choice)
  const first = Math.max(1, left)
  const fit = fitted(block, bottom - top + 1, right - first + 1)
  const width = Math.max(0, ...fit.map((line) => line.length))
  const start = rowsOf(state)[top]
  if (!start || width === 0) return undefined
  if (start.isGone)
    return { state, written: [], last: { row: start, column: right }, leftOut: leftOutInWords(0, [], true) }
  // A block over several groups stays in the rows that are chosen; one that is pasted at a cell makes rows below it.
  const isChosen = bottom > top && fit.length <= bottom - top + 1
  const more = isChosen
    ? { state, rows: rowsOf(state).slice(top, top + fit.length) }
    : rowsFrom(state, start.id, fit.length, newId)
  const room = columns.length - first + 1
  const written = fit.flatMap((line, down) => {
    const row = more.rows[down]
    return row && !row.isGone
      ? line.slice(0, room).map((text, across) => ({ id: row.id, key: columns[first - 1 + across]?.key ?? '', text }))
      : []
  })
  const beyond = fit.flatMap((line) => line.slice(room)).filter((text) => text.trim() !== '')
  const isWithoutRow = fit.some((_, down) => more.rows[down]?.isGone ?? true)
  return {
    state: more.state,
    written,
    last: { row: more.rows.at(-1) ?? start, column: Math.min(columns.length, first + width - 1) },
    leftOut: leftOutInWords(width - room, beyond, isWithoutRow),
  }
}
