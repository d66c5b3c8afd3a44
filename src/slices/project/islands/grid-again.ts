import { type NewId, rejoined, withdrawn } from './grid-rows.ts'
import { type Change, type GridState, type Row, rowsOf, textIn, textsIn, write } from './grid-state.ts'

/**
 * Takes an act back, or does it again, in the cells that still say what is to be changed. Rows that it made go with it
 * and come again with it; where somebody else has written in such a row, its name stays. `born`: the rows that were
 * begun here, with their groups. `wrote`: whether an act that stands wrote in a cell.
 */
export function changedAgain(
  from: GridState,
  changes: readonly Change[],
  born: ReadonlyMap<string, string>,
  wrote: (id: string, key: string) => boolean,
  newId: NewId,
): GridState {
  const made = new Map(changes.flatMap(({ id }) => (born.has(id) ? [[id, born.get(id) ?? '']] : [])))
  const state = changes.some(({ before }) => before === '') ? rejoined(from, made) : from
  const rows = new Map(rowsOf(state).map((row) => [row.id, row]))
  const unmet = changes.filter(({ id, key, before }) => {
    const row = rows.get(id)
    return row !== undefined && !row.isGone && textIn(state, row, key) === before
  })
  const own = new Set(unmet.map(({ id, key }) => `${id} ${key}`))
  const isShared = (row: Row | undefined) =>
    row !== undefined &&
    Object.keys(textsIn(state, row)).some((key) => !own.has(`${row.id} ${key}`) && !wrote(row.id, key))
  const shared = new Set([...made.keys()].filter((id) => isShared(rows.get(id))))
  // Over what it was written, so that it leaves alone what somebody else stored there meanwhile.
  const written = unmet
    .filter(({ id, key, text }) => !(key === 'title' && text === '' && shared.has(id)))
    .map(({ id, key, text }) => ({ id, key, text, base: state.mine.get(id)?.[key]?.base }))
  return withdrawn(write(state, written).state, new Set(made.keys()), newId)
}
