import { type GridState, type Group, put, type Row, rowsOf, textsIn } from './grid-state.ts'

export type NewId = () => string

export const emptyRow = (groupId: string, id: string): Row => ({
  ...{ id, groupId, number: '', cells: {} },
  ...{ isNew: true, isGone: false },
})

/** The last row of a group is empty, for the next activity. */
export function withEmptyRow(group: Group, newId: NewId): Group {
  if (group.id === 'lost' || group.rows.some((row) => row.isNew && !row.isGone)) return group
  return { ...group, rows: [...group.rows, emptyRow(group.id, newId())] }
}

/** Adds empty rows below a group until it has so many from this row on. Returns these rows in order. */
export function rowsFrom(state: GridState, id: string, count: number, newId: NewId): { state: GridState; rows: Row[] } {
  const group = state.groups.find(({ rows }) => rows.some((row) => row.id === id))
  if (!group) return { state, rows: [] }
  const at = group.rows.findIndex((row) => row.id === id)
  const more = Math.max(0, at + count - group.rows.length)
  const rows = [...group.rows, ...Array.from({ length: more }, () => emptyRow(group.id, newId()))]
  const groups = state.groups.map((one) => (one.id === group.id ? { ...group, rows } : one))
  return { state: { ...state, groups }, rows: rows.slice(at, at + count) }
}

/** Takes rows away in which nothing stands any more; those that are stored are to go there too. */
export function withdrawn(state: GridState, ids: ReadonlySet<string>, newId: NewId): GridState {
  const going = new Map(
    rowsOf(state).flatMap((row) =>
      ids.has(row.id) && !row.isGone && Object.keys(textsIn(state, row)).length === 0 ? [[row.id, row]] : [],
    ),
  )
  if (going.size === 0) return state
  const [mine, leaving] = [new Map(state.mine), new Map(state.leaving)]
  for (const [id, { groupId, cells, isNew }] of going) {
    mine.delete(id)
    if (!isNew) leaving.set(id, { groupId, cells })
  }
  const groups = state.groups.map((group) =>
    withEmptyRow({ ...group, rows: group.rows.filter(({ id }) => !going.has(id)) }, newId),
  )
  return { ...state, groups, mine, leaving }
}

/** Brings rows back that were withdrawn, with nothing in them, to be written in again. */
export function rejoined(state: GridState, rows: ReadonlyMap<string, string>): GridState {
  const known = new Set(rowsOf(state).map(({ id }) => id))
  const [mine, leaving] = [new Map(state.mine), new Map(state.leaving)]
  const groups = state.groups.map((group) => {
    const back = [...rows].flatMap(([id, groupId]): Row[] => {
      if (groupId !== group.id || known.has(id)) return []
      const stored = leaving.get(id)
      if (!stored) return [emptyRow(groupId, id)]
      // It may have gone already: then the answer says so.
      leaving.delete(id)
      for (const [key, base] of Object.entries(stored.cells)) if (base !== '') put(mine, id, key, { text: '', base })
      return [{ ...emptyRow(groupId, id), cells: stored.cells, isNew: false }]
    })
    const isEmpty = (row: Row) => row.isNew && !mine.has(row.id)
    const end = group.rows.findLastIndex((row) => !isEmpty(row)) + 1
    return back.length === 0 ? group : { ...group, rows: group.rows.toSpliced(end, 0, ...back) }
  })
  return { ...state, groups, mine, leaving }
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
