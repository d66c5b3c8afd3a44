import type { Grid } from '../grid/draw.ts'
import { longestText } from '../grid/limits.ts'
import type { WrittenCell } from './grid-draft.ts'

/** What was written in a cell and is not stored yet. */
export type Mine = {
  text: string
  /** What was stored there when the writing began. */
  base: string
  /** Why it can't be saved as it is. */
  reason?: string
  /** What somebody else stored there meanwhile. */
  theirs?: string
}

export type Cells = Readonly<Record<string, string>>
export type Row = {
  id: string
  groupId: string
  /** Empty for a row that is not stored yet. */
  number: string
  cells: Cells
  isNew: boolean
  /** Somebody else deleted it while something was written in it here. */
  isGone: boolean
}
export type Group = { id: string; title: string; rows: Row[] }

/** The whole of an open grid that is not merely looks. */
export type GridState = {
  /** Of the stored matrix. */
  revision: number
  groups: Group[]
  /** By row, then by column. A row whose cells did not change keeps its object. */
  mine: ReadonlyMap<string, Readonly<Record<string, Mine>>>
}

/** A cell with what it is to say. `base`: what was stored there when the writing began, if that was earlier than now. */
export type Written = { id: string; key: string; text: string; base?: string | undefined }
/** A cell with what it says and what it said before, to be undone. */
export type Change = { id: string; key: string; text: string; before: string }

/** Rows as they are sent to be saved. */
export type SentRow = { id: string; initiativeId: string; cells: { key: string; from: string; to: string }[] }
export type SavedRows = {
  rows: { id: string; saved: Cells; wrong: Cells; theirs: Cells }[]
  gone: string[]
  revision: number
}

type NewId = () => string

/** A grid as it came, each group with an empty row below it to write the next activity in. */
export const openGrid = (grid: Grid, newId: NewId): GridState =>
  came({ revision: 0, groups: [], mine: new Map() }, grid, newId)

export const rowsOf = (state: GridState): Row[] => state.groups.flatMap(({ rows }) => rows)

const findRow = (state: GridState, id: string): Row | undefined => rowsOf(state).find((row) => row.id === id)

/** What a cell says now: what was written here, else what is stored. */
export const textAt = (state: GridState, id: string, key: string): string =>
  state.mine.get(id)?.[key]?.text ?? findRow(state, id)?.cells[key] ?? ''

/**
 * Writes into cells. What was written over somebody else's value, which the cell shows, is meant to replace it. Returns
 * what really changed, to be undone.
 */
export function write(state: GridState, written: readonly Written[]): { state: GridState; changes: Change[] } {
  const mine = new Map(state.mine)
  const rows = new Map(rowsOf(state).map((row) => [row.id, row]))
  const changes: Change[] = []
  for (const { id, key, text, base: begun } of written) {
    const row = rows.get(id)
    if (!row) continue
    const old = mine.get(id)?.[key]
    const stored = row.cells[key] ?? ''
    const before = old?.text ?? stored
    const base = begun ?? old?.theirs ?? old?.base ?? stored
    if (before === text || (!old && base === text)) continue
    changes.push({ id, key, text, before })
    put(mine, id, key, base === text ? undefined : met({ text, base, ...tooLong(text) }, stored))
    retry(mine, id, key)
  }
  return { state: changes.length > 0 ? { ...state, mine } : state, changes }
}

const tooLong = (text: string): { reason?: string } =>
  text.length > longestText ? { reason: 'Isi sel ini terlalu panjang. Ringkaskan lebih dahulu.' } : {}

/** Why the other cells of a row were refused may have lain in the one that was written: they are tried again. */
function retry(mine: Map<string, Readonly<Record<string, Mine>>>, id: string, written: string): void {
  for (const [key, { reason, ...own }] of Object.entries(mine.get(id) ?? {}))
    if (key !== written && reason !== undefined) put(mine, id, key, { ...own, ...tooLong(own.text) })
}

/** Decides between two values of a cell: mine over theirs, or theirs. */
export function decide(state: GridState, id: string, key: string, whose: 'mine' | 'theirs'): GridState {
  const own = state.mine.get(id)?.[key]
  if (own?.theirs === undefined) return state
  const mine = new Map(state.mine)
  put(mine, id, key, whose === 'mine' && own.text !== own.theirs ? { text: own.text, base: own.theirs } : undefined)
  return { ...state, mine }
}

/** What can be sent: cells that nobody has to look at first. */
export function waiting(state: GridState): SentRow[] {
  return rowsOf(state).flatMap((row) => {
    if (row.isGone) return []
    const own = Object.entries(state.mine.get(row.id) ?? {})
    // A row that is not there yet begins with its name.
    if (row.isNew && !own.some(([key, { text }]) => key === 'title' && text.trim() !== '')) return []
    const cells = own
      .filter(([, { reason, theirs }]) => reason === undefined && theirs === undefined)
      .map(([key, { text, base }]) => ({ key, from: base, to: text }))
    return cells.length > 0 ? [{ id: row.id, initiativeId: row.groupId, cells }] : []
  })
}

/** The grid after the server said what became of the rows that were sent. */
export function answered(state: GridState, sent: readonly SentRow[], answer: SavedRows, newId: NewId): GridState {
  const mine = new Map(state.mine)
  const stored = new Map<string, Cells>()
  for (const { id, saved, wrong, theirs } of answer.rows) {
    const tried = sent.find((row) => row.id === id)?.cells ?? []
    stored.set(id, { ...saved, ...theirs })
    for (const { key, to } of tried) {
      // Gone from mine while it was on its way: what stood there before was written again.
      const own = mine.get(id)?.[key] ?? back(state, id, key)
      const isSame = own.text === to
      const now = saved[key]
      const other = theirs[key]
      const reason = wrong[key]
      if (now !== undefined) put(mine, id, key, isSame || own.text === now ? undefined : { ...own, base: now })
      else if (other !== undefined) put(mine, id, key, met(own, other))
      else if (reason !== undefined && isSame) put(mine, id, key, { ...own, reason })
    }
  }
  const groups = state.groups.map((group) => withEmptyRow(storedIn(group, stored, answer), newId))
  // Somebody else saved between this and what is known here: the next look brings it.
  const isNext = answer.revision <= state.revision + 1
  return { groups, mine, revision: isNext ? Math.max(answer.revision, state.revision) : state.revision }
}

const back = (state: GridState, id: string, key: string): Mine => {
  const stored = findRow(state, id)?.cells[key] ?? ''
  return { text: stored, base: stored }
}

function storedIn(group: Group, stored: ReadonlyMap<string, Cells>, { gone }: SavedRows): Group {
  const rows = group.rows.map((row) => {
    if (gone.includes(row.id)) return { ...row, isGone: true }
    const cells = stored.get(row.id)
    if (cells === undefined || Object.keys(cells).length === 0) return row
    return { ...row, cells: { ...row.cells, ...cells }, isNew: row.isNew && cells.title === undefined }
  })
  const [head = ''] = group.title.split('.')
  // What was just stored is the group's last on the server; empty rows stand below it.
  const ordered = [...rows.filter(({ isNew }) => !isNew), ...rows.filter(({ isNew }) => isNew)]
  return {
    ...group,
    rows: ordered.map((row, at) => (row.isNew || row.number ? row : { ...row, number: `${head}.${at + 1}` })),
  }
}

/**
 * The grid after a newer one came. What was written here stays, and where somebody else changed the same cell both
 * values are shown. Ask for it only while nothing is on its way, or one's own save would look like somebody else's.
 */
export function came(state: GridState, grid: Grid, newId: NewId): GridState {
  if (grid.revision < state.revision) return state
  const old = new Map(rowsOf(state).map((row) => [row.id, row]))
  const mine = new Map(state.mine)
  const here = new Set<string>()
  const groups = grid.groups.map(({ id, title, rows }) => ({
    id,
    title,
    rows: rows.map((row) => {
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
  return { revision: grid.revision, groups: withRowsLeft(groups, left, mine, newId), mine }
}

/** A cell of mine beside what is stored there now. */
function met(own: Mine, stored: string): Mine | undefined {
  if (stored === own.text) return undefined
  if (stored === own.base) return own
  const { reason: _, ...rest } = own
  return { ...rest, theirs: stored }
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

/** The last row of a group is empty, for the next activity. */
function withEmptyRow(group: Group, newId: NewId): Group {
  if (group.id === 'lost' || group.rows.some((row) => row.isNew && !row.isGone)) return group
  return { ...group, rows: [...group.rows, emptyRow(group.id, newId)] }
}

const emptyRow = (groupId: string, newId: NewId): Row => ({
  ...{ id: newId(), groupId, number: '', cells: {} },
  ...{ isNew: true, isGone: false },
})

/** Adds empty rows below a group until it has so many from this row on. Returns the ids of these rows in order. */
export function rowsFrom(
  state: GridState,
  id: string,
  count: number,
  newId: NewId,
): { state: GridState; ids: string[] } {
  const group = state.groups.find(({ rows }) => rows.some((row) => row.id === id))
  if (!group) return { state, ids: [] }
  const at = group.rows.findIndex((row) => row.id === id)
  const more = Math.max(0, at + count - group.rows.length)
  const rows = [...group.rows, ...Array.from({ length: more }, () => emptyRow(group.id, newId))]
  const groups = state.groups.map((one) => (one.id === group.id ? { ...group, rows } : one))
  return { state: { ...state, groups }, ids: rows.slice(at, at + count).map((row) => row.id) }
}

/** Takes back what was written in a row that is gone, and the row with it. */
export function dropGone(state: GridState, id: string): GridState {
  const mine = new Map(state.mine)
  mine.delete(id)
  const groups = state.groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => !(row.id === id && row.isGone)) }))
    .filter((group) => group.id !== 'lost' || group.rows.length > 0)
  return { ...state, groups, mine }
}

const sameCells = (one: Cells, other: Cells): boolean =>
  Object.keys(other).length === Object.keys(one).length &&
  Object.entries(other).every(([key, text]) => one[key] === text)

function put(mine: Map<string, Readonly<Record<string, Mine>>>, id: string, key: string, own: Mine | undefined): void {
  const { [key]: _, ...rest } = mine.get(id) ?? {}
  const cells = own ? { ...rest, [key]: own } : rest
  if (Object.keys(cells).length > 0) mine.set(id, cells)
  else mine.delete(id)
}

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
