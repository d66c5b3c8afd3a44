import type { Fields } from '#web/autosave/saver.ts'
import { type GridState, rowsOf } from './grid-state.ts'

/** A cell that was written and not acknowledged, with the row to which it belongs and what was stored there then. */
export type WrittenCell = { id: string; groupId: string; key: string; base: string; text: string }

/** What is not stored yet, as the browser keeps it: one field for each cell. */
export const draftOf = (state: GridState): Fields =>
  rowsOf(state).flatMap(({ id, groupId }) =>
    Object.entries(state.mine.get(id) ?? {}).map(([key, { base, text }]): [string, string] => [
      `${groupId} ${id} ${key}`,
      JSON.stringify([base, text]),
    ]),
  )

/** The cells of a draft; what nobody of ours wrote is passed over. */
export const writtenIn = (fields: Fields): WrittenCell[] =>
  fields.flatMap(([name, value]) => {
    const [groupId, id, key] = name.split(' ')
    const [base, text] = JSON.parse(value) as [unknown, unknown]
    if (!groupId || !id || !key || typeof base !== 'string' || typeof text !== 'string') return []
    return [{ id, groupId, key, base, text }]
  })
