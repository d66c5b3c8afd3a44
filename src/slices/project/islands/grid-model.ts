import { type Block, fitted } from './grid-clipboard.ts'
import type { WrittenCell } from './grid-draft.ts'
import type { Writing } from './grid-editor.tsx'
import { makeHistory } from './grid-history.ts'
import { at, type Choice, cornersOf, moved, type Size, tabbed } from './grid-move.ts'
import {
  answered,
  type Change,
  came,
  decide,
  dropGone,
  type GridState,
  restored,
  rowsFrom,
  rowsOf,
  type SavedRows,
  type SentRow,
  textAt,
  type Written,
  waiting,
  write,
} from './grid-state.ts'
import type { GridColumn } from './grid-table.tsx'
import type { Shown } from './grid-view.tsx'
import type { Now } from './grid-wire.ts'

/**
 * An open grid: its cells, what is chosen, what is being written, and what can be taken back. Column 0 is the number
 * of a row, which leads to its form. Knows no page: it is told of keys and answers, and says what is to be shown.
 */
export function makeGrid(columns: readonly GridColumn[], newId: () => string) {
  const history = makeHistory()
  let state: GridState = { revision: 0, groups: [], mine: new Map() }
  let choice: Choice = at({ row: 0, column: 1 })
  let writing: Writing | null = null
  let names: readonly string[] = []
  let others: Shown['others'] = new Map()

  const size = (): Size => ({ rows: rowsOf(state).length, columns: columns.length + 1 })
  const keyAt = (column: number): string | undefined => columns[column - 1]?.key
  const rowAt = (row: number) => rowsOf(state)[row]
  /** The cell that has the focus; undefined at a row's number. */
  const focused = (): { id: string; key: string } | undefined => {
    const [row, key] = [rowAt(choice.focus.row), keyAt(choice.focus.column)]
    return row && key ? { id: row.id, key } : undefined
  }

  /** The state changes; what is chosen stays with its row when rows come and go. */
  function become(next: GridState): void {
    const [anchor, focus] = [rowAt(choice.anchor.row)?.id, rowAt(choice.focus.row)?.id]
    state = next
    const rows = rowsOf(next).map(({ id }) => id)
    const place = (id: string | undefined, old: number) => {
      const found = id === undefined ? -1 : rows.indexOf(id)
      return found === -1 ? Math.min(old, Math.max(0, rows.length - 1)) : found
    }
    choice = {
      anchor: { ...choice.anchor, row: place(anchor, choice.anchor.row) },
      focus: { ...choice.focus, row: place(focus, choice.focus.row) },
    }
  }

  /** As `become`; what is being written in a row that is gone by then stays in it, to be seen. */
  function becomeBy(step: (from: GridState) => GridState): void {
    const written = writtenNow()
    let next = step(state)
    if (written && !rowsOf(next).some(({ id, isGone }) => id === written.id && !isGone)) {
      writing = null
      state = write(state, [written]).state
      next = step(state)
    }
    become(next)
  }

  /** What is being written, as it would be if the cell were left now. */
  function writtenNow(): Written | undefined {
    const cell = focused()
    return writing && cell ? { ...cell, ...writing } : undefined
  }

  function apply(written: readonly Written[]): Change[] {
    const isWritable = new Set(rowsOf(state).flatMap(({ id, isGone }) => (isGone ? [] : [id])))
    const result = write(
      state,
      written.filter(({ id }) => isWritable.has(id)),
    )
    become(result.state)
    return result.changes
  }

  /** Writes as an act that can be taken back; says whether anything changed. */
  function act(written: readonly Written[]): boolean {
    const changes = apply(written)
    history.add(changes)
    return changes.length > 0
  }

  /** An act is taken back only in cells that still say what it made of them. */
  function again(changes: Change[] | undefined): boolean {
    if (!changes) return false
    const unmet = changes.filter(({ id, key, before }) => textAt(state, id, key) === before)
    // Over what it was written, so that it leaves alone what somebody else stored there meanwhile.
    apply(unmet.map(({ id, key, text }) => ({ id, key, text, base: state.mine.get(id)?.[key]?.base })))
    const [first] = changes
    const row = rowsOf(state).findIndex(({ id }) => id === first?.id)
    const column = columns.findIndex(({ key }) => key === first?.key) + 1
    if (row !== -1 && column > 0) choice = at({ row, column })
    return true
  }

  const chosenBlock = (): Block => {
    const { top, bottom, left, right } = cornersOf(choice)
    return rowsOf(state)
      .slice(top, bottom + 1)
      .map((row) => columns.slice(Math.max(0, left - 1), right).map(({ key }) => textAt(state, row.id, key)))
  }

  function fill(block: Block): boolean {
    const { top, bottom, left, right } = cornersOf(choice)
    const first = Math.max(1, left)
    const fit = fitted(block, bottom - top + 1, right - first + 1)
    const start = rowAt(top)
    if (!start || start.isGone) return false
    // A block over several groups stays in the rows that are chosen; one that is pasted at a cell makes rows below it.
    const isChosen = bottom > top && fit.length <= bottom - top + 1
    const more = isChosen
      ? {
          state,
          ids: rowsOf(state)
            .slice(top, top + fit.length)
            .map(({ id }) => id),
        }
      : rowsFrom(state, start.id, fit.length, newId)
    become(more.state)
    const written = fit.flatMap((line, down) =>
      line.flatMap((text, across) => {
        const [id, key] = [more.ids[down], keyAt(first + across)]
        return id && key ? [{ id, key, text }] : []
      }),
    )
    const isDone = act(written)
    const width = Math.max(1, ...fit.map((line) => line.length))
    const end = rowsOf(state).findIndex(({ id }) => id === more.ids.at(-1))
    const [last, lastColumn] = [end === -1 ? top : end, Math.min(columns.length, first + width - 1)]
    if (last !== bottom || lastColumn !== right)
      choice = { anchor: { row: top, column: first }, focus: { row: last, column: lastColumn } }
    return isDone
  }

  return {
    state: () => state,
    waiting: () => waiting(state),
    shown: (): Omit<Shown, 'status'> => ({
      ...{ state, choice, writing, names, others },
      troubles: troublesOf(state).length,
      canUndo: history.canUndo(),
      canRedo: history.canRedo(),
    }),
    choice: () => choice,
    size,
    focused,
    /** The state with what is being written, which the browser keeps. */
    unsaved(): GridState {
      const written = writtenNow()
      return written ? write(state, [written]).state : state
    },
    isWriting: () => writing !== null,

    choose(next: Choice): void {
      choice = next
    },
    /** Follows a key that moves; says whether it was one. */
    move(key: string, how: { isFar: boolean; isLonger: boolean }): boolean {
      const next = moved(choice, key, size(), how)
      if (next) choice = next
      return next !== undefined
    },
    /** To the next cell or the one before; false where Tab is to leave the grid. */
    tab(by: 1 | -1): boolean {
      const next = tabbed(choice, by, size())
      if (next) choice = next
      return next !== undefined
    },

    /** Begins to write in the cell: on what stands there, or on nothing. Says whether it can be written in. */
    begin(isFresh: boolean): boolean {
      const [row, key] = [rowAt(choice.focus.row), keyAt(choice.focus.column)]
      if (!row || !key || row.isGone) return false
      choice = at(choice.focus)
      // Areas are ticked one by one: none of them is given up by beginning.
      const isAreas = columns[choice.focus.column - 1]?.kind === 'areas'
      writing = { text: isFresh && !isAreas ? '' : textAt(state, row.id, key), base: row.cells[key] ?? '' }
      return true
    },
    typed(text: string): void {
      if (writing) writing = { ...writing, text }
    },
    /** Ends the writing; says whether the cell says something else now. */
    end(isTaken: boolean): boolean {
      const written = writtenNow()
      writing = null
      return isTaken && written !== undefined && act([written])
    },
    clear(): boolean {
      return fill(chosenBlock().map((line) => line.map(() => '')))
    },
    chosenBlock,
    fill,
    /** Fills what is chosen with its topmost cells. */
    fillDown(): boolean {
      const [first] = chosenBlock()
      return first !== undefined && fill(chosenBlock().map(() => first))
    },
    undo: () => again(history.undo()),
    redo: () => again(history.redo()),

    decide(whose: 'mine' | 'theirs'): void {
      const cell = focused()
      if (cell) become(decide(state, cell.id, cell.key, whose))
    },
    dropGone(): void {
      const row = rowAt(choice.focus.row)
      if (row) become(dropGone(state, row.id))
    },
    /** Chooses the next cell that waits for a person, from the one that has the focus on. */
    nextTrouble(): void {
      const all = troublesOf(state).map(({ row, key }) => ({
        row,
        column: Math.max(1, columns.findIndex((one) => one.key === key) + 1),
      }))
      const { row, column } = choice.focus
      const next = all.find((one) => one.row > row || (one.row === row && one.column > column)) ?? all[0]
      if (next) choice = at(next)
    },

    answered(sent: readonly SentRow[], answer: SavedRows): void {
      const cell = focused()
      for (const { id, saved } of answer.rows) {
        // One's own words, now stored: whoever is writing there again writes over these.
        if (writing && id === cell?.id) writing = { ...writing, base: saved[cell.key] ?? writing.base }
        for (const { key, to } of sent.find((row) => row.id === id)?.cells ?? [])
          if (saved[key] !== undefined) history.reworded({ id, key }, to, saved[key])
      }
      becomeBy((from) => answered(from, sent, answer, newId))
    },
    looked({ others: there, grid }: Now): void {
      names = there.map(({ name }) => name)
      const places = placesOf(there)
      if (JSON.stringify([...places]) !== JSON.stringify([...others])) others = places
      if (grid) becomeBy((from) => came(from, grid, newId))
    },
    restore(cells: readonly WrittenCell[]): void {
      become(restored(state, cells, newId))
    },
  }
}

export type GridModel = ReturnType<typeof makeGrid>

/** The cells that wait for a person, in reading order of rows. A row that is gone waits as a whole. */
const troublesOf = (state: GridState): { row: number; key: string }[] =>
  rowsOf(state).flatMap(({ id, isGone }, row) => {
    if (isGone) return [{ row, key: 'title' }]
    return Object.entries(state.mine.get(id) ?? {}).flatMap(([key, { reason, theirs }]) =>
      reason !== undefined || theirs !== undefined ? [{ row, key }] : [],
    )
  })

function placesOf(there: Now['others']): Shown['others'] {
  const places = new Map<string, Record<string, string>>()
  for (const { name, at: cell } of there) {
    if (cell) places.set(cell.id, { ...places.get(cell.id), [cell.key]: name })
  }
  return places
}
