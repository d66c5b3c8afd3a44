import type { Grid } from '../grid/draw.ts'
import { makeGrid } from './grid-model.ts'
import { rowsOf } from './grid-state.ts'

const columns = [
  { key: 'title', label: 'Kegiatan', kind: 'text' },
  { key: 'target', label: 'Target', kind: 'number' },
  { key: 'areaCodes', label: 'Area perubahan', kind: 'areas' },
] as const
/** A matrix of one group as it comes from the server. */
export const stored = (rows: Record<string, Record<string, string>>, revision = 1): Grid => ({
  revision,
  groups: [
    {
      ...{ id: 'p1', title: '1. Layanan' },
      rows: Object.entries(rows).map(([id, cells], index) => ({ id, number: `1.${index + 1}`, cells })),
    },
  ],
})
export const two = { a: { title: 'Melatih', target: '90' }, b: { title: 'Menata', target: '' } }

/** A grid of two activities, for tests. */
export function openModel(areas = ['Pelayanan publik']) {
  let minted = 0
  const grid = makeGrid(
    columns,
    () => {
      minted += 1
      return `new-${minted}`
    },
    areas,
  )
  grid.looked({ others: [], grid: stored(two) })
  const stand = (row: number, column: number) => grid.choose({ anchor: { row, column }, focus: { row, column } })
  /** Types a cell anew, as far as its end. */
  const type = (row: number, column: number, text: string) => {
    stand(row, column)
    grid.begin(true)
    grid.typed(text)
  }
  /** The server takes all that waits, and stores it in its own words. */
  const takeAll = (saved: Record<string, Record<string, string>>, revision: number) => {
    const sent = grid.waiting()
    const rows = Object.entries(saved).map(([id, cells]) => ({ id, saved: cells, wrong: {}, theirs: {} }))
    grid.answered(sent, { rows, gone: [], left: [], revision })
  }
  const says = (row: number, key: string) => {
    const { id = '', cells = {} } = rowsOf(grid.state())[row] ?? {}
    return grid.state().mine.get(id)?.[key]?.text ?? cells[key]
  }
  return { grid, stand, type, takeAll, says }
}
