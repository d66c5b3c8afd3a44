import { longestText } from '../grid/limits.ts'

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
  /** Rows that are no longer shown, since what made them was taken back, with what is stored in them until they go. */
  leaving: ReadonlyMap<string, { groupId: string; cells: Cells }>
}

export const noRows: GridState = { revision: 0, groups: [], mine: new Map(), leaving: new Map() }

/** A cell with what it is to say. `base`: what was stored there when the writing began, if that was earlier than now. */
export type Written = { id: string; key: string; text: string; base?: string | undefined }
/** A cell with what it says and what it said before, to be undone. */
export type Change = { id: string; key: string; text: string; before: string }

/** Rows as they are sent to be saved. */
export type SentRow = {
  id: string
  initiativeId: string
  cells: { key: string; from: string; to: string }[]
  /** It is to go, if it still says what its cells said. */
  isLeaving?: true
}
export type SavedRows = {
  rows: { id: string; saved: Cells; wrong: Cells; theirs: Cells }[]
  gone: string[]
  left: string[]
  revision: number
}

export const rowsOf = (state: GridState): Row[] => state.groups.flatMap(({ rows }) => rows)

/** What a cell of a row says now: what was written here, else what is stored. */
export const textIn = ({ mine }: GridState, row: Row, key: string): string =>
  mine.get(row.id)?.[key]?.text ?? row.cells[key] ?? ''

/** What stands in a row now, by column; cells without words are left out. */
export function textsIn({ mine }: GridState, row: Row): Cells {
  const own = Object.entries(mine.get(row.id) ?? {}).map(([key, { text }]): [string, string] => [key, text])
  return Object.fromEntries(
    Object.entries({ ...row.cells, ...Object.fromEntries(own) }).filter(([, text]) => text !== ''),
  )
}

/** Whether something was written in a row that can't be stored before it has a name. */
export const isNameless = ({ mine }: GridState, { id, isNew, isGone }: Row): boolean =>
  isNew && !isGone && mine.has(id) && (mine.get(id)?.title?.text ?? '').trim() === ''

/** How many cells say something here that is not stored. */
export const unsavedIn = ({ mine }: GridState): number =>
  [...mine.values()].reduce((sum, cells) => sum + Object.keys(cells).length, 0)

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

export const tooLong = (text: string): { reason?: string } =>
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

/** What can be sent: cells that nobody has to look at first, and before them the rows that are to go. */
export function waiting(state: GridState): SentRow[] {
  if (state.leaving.size > 0) return [...state.leaving].map(([id, { groupId, cells }]) => leave(id, groupId, cells))
  return rowsOf(state).flatMap((row) => {
    if (row.isGone) return []
    const own = Object.entries(state.mine.get(row.id) ?? {})
    if (isNameless(state, row)) return []
    const cells = own
      .filter(([, { reason, theirs }]) => reason === undefined && theirs === undefined)
      .map(([key, { text, base }]) => ({ key, from: base, to: text }))
    return cells.length > 0 ? [{ id: row.id, initiativeId: row.groupId, cells }] : []
  })
}

const leave = (id: string, initiativeId: string, cells: Cells): SentRow => ({
  ...{ id, initiativeId, isLeaving: true },
  cells: Object.entries(cells).flatMap(([key, from]) => (from === '' ? [] : [{ key, from, to: '' }])),
})

/** A cell of mine beside what is stored there now. */
export function met(own: Mine, stored: string): Mine | undefined {
  if (stored === own.text) return undefined
  if (stored === own.base) return own
  const { reason: _, ...rest } = own
  return { ...rest, theirs: stored }
}

export function put(
  mine: Map<string, Readonly<Record<string, Mine>>>,
  id: string,
  key: string,
  own: Mine | undefined,
): void {
  const { [key]: _, ...rest } = mine.get(id) ?? {}
  const cells = own ? { ...rest, [key]: own } : rest
  if (Object.keys(cells).length > 0) mine.set(id, cells)
  else mine.delete(id)
}
