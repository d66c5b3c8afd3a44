import { changedAgain } from './grid-again.ts'
import type { Block } from './grid-clipboard.ts'
import type { WrittenCell } from './grid-draft.ts'
import type { Writing } from './grid-editor.tsx'
import { blockOf, columnsOf, filled } from './grid-fill.ts'
import { makeHistory } from './grid-history.ts'
import { answered, came, restored } from './grid-merge.ts'
import { at, type Choice, cornersOf, moved, type Size, tabbed } from './grid-move.ts'
import { dropGone, type NewId } from './grid-rows.ts'
import {
  type Change,
  decide,
  type GridState,
  isNameless,
  noRows,
  rowsOf,
  type SavedRows,
  type SentRow,
  textIn,
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
export function makeGrid(columns: readonly GridColumn[], newId: NewId, areas: readonly string[]) {
  const history = makeHistory()
  /** The rows that were begun here, with their groups. */
  const born = new Map<string, string>()
  let state: GridState = noRows
  let choice: Choice = at({ row: 0, column: 1 })
  let writing: Writing | null = null
  let names: readonly string[] = []
  let others: Shown['others'] = new Map()
  /** What is to be said of the last act. */
  let notice = ''
  let isClosed = false

  const size = (): Size => ({ rows: rowsOf(state).length, columns: columns.length + 1 })
  const keyAt = (column: number): string | undefined => columns[column - 1]?.key
  const rowAt = (row: number) => rowsOf(state)[row]
  /** The cell that has the focus; undefined at a row's number. */
  const focused = (): { id: string; key: string } | undefined => {
    const [row, key] = [rowAt(choice.focus.row), keyAt(choice.focus.column)]
    return row && key ? { id: row.id, key } : undefined
  }

  /** The cell that has the focus is for areas, and there are none to tick. */
  function isWithoutAreas(): boolean {
    const [row, column] = [rowAt(choice.focus.row), columns[choice.focus.column - 1]]
    return row !== undefined && column?.kind === 'areas' && areas.length === 0 && textIn(state, row, column.key) === ''
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
    if (isClosed) return false
    notice = ''
    const isNew = new Map(rowsOf(state).flatMap((row) => (row.isNew ? [[row.id, row.groupId]] : [])))
    const changes = apply(written)
    for (const { id } of changes) {
      const groupId = isNew.get(id)
      if (groupId !== undefined) born.set(id, groupId)
    }
    history.add(changes)
    return changes.length > 0
  }

  function again(changes: Change[] | undefined): boolean {
    if (!changes) return false
    notice = ''
    become(changedAgain(state, changes, born, history.wrote, newId))
    const [first] = changes
    const row = rowsOf(state).findIndex(({ id }) => id === first?.id)
    const column = columns.findIndex(({ key }) => key === first?.key) + 1
    if (row !== -1 && column > 0) choice = at({ row, column })
    return true
  }

  const chosenBlock = (): Block => blockOf(state, choice, columns)
  const chosenKinds = () => columnsOf(choice, columns).map(({ kind }) => kind)

  /** `said` is to be told of the block beside what finds no place. */
  function fill(block: Block, said = ''): boolean {
    const { top, bottom, right } = cornersOf(choice)
    const place = filled(state, choice, columns, block, newId)
    if (!place || isClosed) return false
    become(place.state)
    const isDone = act(place.written)
    notice = [place.leftOut, said].filter(Boolean).join(' ')
    const end = rowsOf(state).findIndex(({ id }) => id === place.last.row.id)
    const last = { row: end === -1 ? top : end, column: place.last.column }
    const first = { row: top, column: Math.max(1, cornersOf(choice).left) }
    if (last.row !== bottom || last.column !== right) choice = { anchor: first, focus: last }
    return isDone || notice !== ''
  }

  return {
    state: () => state,
    waiting: () => waiting(state),
    shown: (): Omit<Shown, 'status' | 'closed' | 'isKept'> => ({
      ...{ state, choice, writing, names, others, notice },
      isWithoutAreas: isWithoutAreas(),
      troubles: troublesOf(state, rowAt(choice.focus.row)?.id).length,
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
      if (!row || !key || row.isGone || isClosed || isWithoutAreas()) return false
      choice = at(choice.focus)
      // Areas are ticked one by one: none of them is given up by beginning.
      const isAreas = columns[choice.focus.column - 1]?.kind === 'areas'
      writing = { text: isFresh && !isAreas ? '' : textIn(state, row, key), base: row.cells[key] ?? '' }
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
    /** Empties what is chosen; the number of a row is not the row. */
    clear(): boolean {
      return cornersOf(choice).right > 0 && fill(chosenBlock().map((line) => line.map(() => '')))
    },
    chosenBlock,
    chosenKinds,
    fill,
    /** Fills what is chosen with its topmost cells; one row alone with what stands above it in its group. */
    fillDown(): boolean {
      const { top, bottom, left, right } = cornersOf(choice)
      if (right === 0) return false
      const above = top === bottom && rowAt(top - 1)?.groupId === rowAt(top)?.groupId ? top - 1 : top
      const [first] = blockOf(
        state,
        { anchor: { row: above, column: left }, focus: { row: above, column: right } },
        columns,
      )
      return first !== undefined && fill(chosenBlock().map(() => first))
    },
    undo: () => !isClosed && again(history.undo()),
    redo: () => !isClosed && again(history.redo()),
    /** The server takes nothing more: what is being written stays to be seen, and nothing more can be written. */
    close(): void {
      const written = writtenNow()
      writing = null
      if (written) apply([written])
      isClosed = true
    },

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
      const all = troublesOf(state, undefined).map(({ row, key }) => ({
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

/**
 * The cells that wait for a person, in reading order of rows. A row that is gone waits as a whole, one without a name
 * for that, unless somebody is writing in it.
 */
const troublesOf = (state: GridState, focused: string | undefined): { row: number; key: string }[] =>
  rowsOf(state).flatMap((one, row) => {
    const { id, isGone } = one
    if (isGone) return [{ row, key: 'title' }]
    if (isNameless(state, one)) return id === focused ? [] : [{ row, key: 'title' }]
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
