import type { Grid } from '../grid/draw.ts'
import type { WrittenCell } from './grid-draft.ts'
import { emptyRow, type NewId, withEmptyRow } from './grid-rows.ts'
import {
  type Cells,
  type GridState,
  type Group,
  type Mine,
  met,
  noRows,
  put,
  type Row,
  rowsOf,
  type SavedRows,
  type SentRow,
  tooLong,
} from './grid-state.ts'

/** A grid as it came, each group with an empty row below it to write the next activity in. */
export const openGrid = (grid: Grid, newId: NewId): GridState => came(noRows, grid, newId)

/** The grid after the server said what became of the rows that were sent. */
export function answered(state: GridState, sent: readonly SentRow[], answer: SavedRows, newId: NewId): GridState {
  const [mine, leaving] = [new Map(state.mine), new Map(state.leaving)]
  const stored = new Map<string, Cells>()
  const known = new Map(rowsOf(state).map((row) => [row.id, row]))
  const asked = new Map(sent.map((row) => [row.id, row]))
  for (const { id, isLeaving } of sent) if (isLeaving) leaving.delete(id)
  for (const { id, saved, wrong, theirs } of answer.rows) {
    const { cells: tried = [], initiativeId = '' } = asked.get(id) ?? {}
    const row = known.get(id)
    if (!row) {
      // Withdrawn while it was on its way.
      const { groupId, cells } = leaving.get(id) ?? { groupId: initiativeId, cells: {} }
      if (leaving.has(id) || saved.title) leaving.set(id, { groupId, cells: { ...cells, ...saved } })
      continue
    }
    stored.set(id, { ...saved, ...theirs })
    for (const { key, to } of tried) {
      // Gone from mine while it was on its way: what stood there before was written again.
      const own = mine.get(id)?.[key] ?? back(row, key)
      const isSame = own.text === to
      const now = saved[key]
      const other = theirs[key]
      const reason = wrong[key]
      if (now !== undefined) put(mine, id, key, isSame || own.text === now ? undefined : { ...own, base: now })
      else if (other !== undefined) put(mine, id, key, met(own, other))
      else if (reason !== undefined && isSame) put(mine, id, key, { ...own, reason })
    }
  }
  for (const id of answer.left) begunAgain(known.get(id), mine)
  const groups = state.groups.map((group) => withEmptyRow(storedIn(group, stored, answer), newId))
  // Somebody else saved between this and what is known here, or in a row that was to go: the next look brings it.
  const isNext = answer.revision <= state.revision + 1
  const isKept = sent.some(({ id, isLeaving }) => isLeaving && !answer.left.includes(id))
  const revision = isKept ? 0 : isNext ? Math.max(answer.revision, state.revision) : state.revision
  return { groups, mine, leaving, revision }
}

const back = (row: Row, key: string): Mine => {
  const stored = row.cells[key] ?? ''
  return { text: stored, base: stored }
}

/** A row that came back while its leaving was on its way: all that it says is to be stored anew. */
function begunAgain(row: Row | undefined, mine: Map<string, Readonly<Record<string, Mine>>>): void {
  if (!row) return
  const texts = { ...row.cells, ...mapped(mine.get(row.id) ?? {}, ({ text }) => text) }
  mine.delete(row.id)
  for (const [key, text] of Object.entries(texts)) if (text !== '') put(mine, row.id, key, { text, base: '' })
}

const mapped = <From, To>(cells: Readonly<Record<string, From>>, by: (from: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, by(value)]))

function storedIn(group: Group, stored: ReadonlyMap<string, Cells>, { gone, left }: SavedRows): Group {
  const rows = group.rows.map((row) => {
    if (gone.includes(row.id)) return { ...row, isGone: true }
    if (left.includes(row.id)) return emptyRow(row.groupId, row.id)
    const cells = stored.get(row.id)
    if (cells === undefined || Object.keys(cells).length === 0) return row
    return { ...row, cells: { ...row.cells, ...cells }, isNew: row.isNew && cells.title === undefined }
  })
  const [head = ''] = group.title.split('.')
  // What was just stored is the group's last on the server; empty rows stand below it.
  const ordered = [...rows.filter(({ isNew }) => !isNew), ...rows.filter(({ isNew }) => isNew)]
  const there = ordered.filter(({ isNew, isGone }) => !isNew && !isGone)
  const numbers = new Map(there.map(({ id }, at) => [id, `${head}.${at + 1}`]))
  return {
    ...group,
    rows: ordered.map((row) => {
      const number = numbers.get(row.id)
      return number === undefined || row.number === number ? row : { ...row, number }
    }),
  }
}

/**
 * The grid after a newer one came. What was written here stays, and where somebody else changed the same cell both
 * values are shown. Ask for it only while nothing is on its way, or one's own save would look like somebody else's.
 */
export function came(state: GridState, grid: Grid, newId: NewId): GridState {
  if (grid.revision < state.revision) return state
  const old = new Map(rowsOf(state).map((row) => [row.id, row]))
  const [mine, leaving] = [new Map(state.mine), new Map(state.leaving)]
  const here = new Set<string>()
  const groups = grid.groups.map(({ id, title, rows }) => ({
    id,
    title,
    rows: rows.flatMap((row) => {
      // Somebody wrote in it before it went: it stays.
      if (!sameWords(leaving.get(row.id)?.cells, row.cells)) leaving.delete(row.id)
      if (leaving.has(row.id)) return []
      here.add(row.id)
      for (const [key, own] of Object.entries(mine.get(row.id) ?? {}))
        put(mine, row.id, key, met(own, row.cells[key] ?? ''))
      const was = old.get(row.id)
      const isSame = was !== undefined && !was.isNew && !was.isGone && was.groupId === id && was.number === row.number
      return isSame && sameCells(was.cells, row.cells) ? was : { ...row, groupId: id, isNew: false, isGone: false }
    }),
  }))
  // An empty row stays the same one: somebody may be writing in it.
  const left = rowsOf(state).filter((row) => !here.has(row.id) && (mine.has(row.id) || (row.isNew && !row.isGone)))
  return { revision: grid.revision, groups: withRowsLeft(groups, left, mine, newId), mine, leaving }
}

/** Rows with something written in them that the stored matrix has not: new ones, and those that somebody deleted. */
function withRowsLeft(groups: Group[], left: Row[], mine: GridState['mine'], newId: NewId): Group[] {
  const known = new Set(groups.map(({ id }) => id))
  const lost = left.filter((row) => !known.has(row.groupId) && (!row.isNew || mine.has(row.id)))
  const of = (group: Group) => left.filter((row) => row.groupId === group.id)
  const whole = groups.map((group) =>
    withEmptyRow(
      { ...group, rows: [...group.rows, ...of(group).map((row) => (row.isNew ? row : { ...row, isGone: true }))] },
      newId,
    ),
  )
  if (lost.length === 0) return whole
  const rows = lost.map((row) => ({ ...row, isGone: true }))
  return [...whole, { id: 'lost', title: 'Program yang sudah dihapus', rows }]
}

/** Whether both say the same; what a row that is going does not say is nothing. */
const sameWords = (one: Cells = {}, other: Cells): boolean =>
  Object.entries({ ...one, ...other }).every(([key]) => (one[key] ?? '') === (other[key] ?? ''))

const sameCells = (one: Cells, other: Cells): boolean =>
  Object.keys(other).length === Object.keys(one).length &&
  Object.entries(other).every(([key, text]) => one[key] === text)

/** Puts back cells that this browser kept. Where something else is stored by now than what they were written over, both are shown. */
export function restored(state: GridState, cells: readonly WrittenCell[], newId: NewId): GridState {
  const known = new Map(rowsOf(state).map((row) => [row.id, row]))
  const mine = new Map(state.mine)
  const left = new Map<string, Row>()
  for (const { id, groupId, key, base, text } of cells) {
    const row = known.get(id)
    // Every cell of a row that was never stored was written over nothing.
    const isNew = !row && cells.every((cell) => cell.id !== id || cell.base === '')
    if (!row) left.set(id, { ...{ id, groupId, number: '', cells: {} }, isNew, isGone: !isNew })
    put(mine, id, key, met({ text, base, ...tooLong(text) }, row?.cells[key] ?? base))
  }
  const groups = state.groups.map((group) => ({
    ...group,
    rows: group.rows.filter((row) => !row.isNew || mine.has(row.id)),
  }))
  return { ...state, mine, groups: withRowsLeft(groups, [...left.values()], mine, newId) }
}
