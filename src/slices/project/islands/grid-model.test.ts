import { describe, expect, test } from 'vitest'
import type { Grid } from '../grid/draw.ts'
import { makeGrid } from './grid-model.ts'
import { rowsOf, type SavedRows } from './grid-state.ts'

const columns = [
  { key: 'title', label: 'Kegiatan', kind: 'text' },
  { key: 'target', label: 'Target', kind: 'number' },
  { key: 'areaCodes', label: 'Area perubahan', kind: 'areas' },
] as const
const stored = (rows: Record<string, Record<string, string>>, revision = 1): Grid => ({
  revision,
  groups: [
    {
      ...{ id: 'p1', title: '1. Layanan' },
      rows: Object.entries(rows).map(([id, cells], index) => ({ id, number: `1.${index + 1}`, cells })),
    },
  ],
})
const two = { a: { title: 'Melatih', target: '90' }, b: { title: 'Menata', target: '' } }

function open() {
  let minted = 0
  const grid = makeGrid(columns, () => {
    minted += 1
    return `new-${minted}`
  })
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
    grid.answered(sent, { rows, gone: [], revision })
  }
  const says = (row: number, key: string) => {
    const { id = '', cells = {} } = rowsOf(grid.state())[row] ?? {}
    return grid.state().mine.get(id)?.[key]?.text ?? cells[key]
  }
  return { grid, stand, type, takeAll, says }
}

describe('while a cell is written', () => {
  test('a matrix that came leaves the row that is being begun, and what is typed in it', () => {
    const { grid, type } = open()
    type(2, 1, 'Mengukur')
    grid.looked({ others: [], grid: stored({ ...two, c: { title: 'Menguji' } }, 2) })
    expect(grid.isWriting()).toBe(true)
    expect(grid.choice().focus).toEqual({ row: 3, column: 1 })
    grid.end(true)
    expect(grid.waiting()).toMatchObject([{ cells: [{ key: 'title', to: 'Mengukur' }] }])
  })

  test('a row that somebody else deletes keeps what is typed in it, to be seen and taken away', () => {
    const { grid, type, says } = open()
    type(0, 2, '95')
    grid.looked({ others: [], grid: stored({ b: two.b }, 2) })
    expect(grid.isWriting()).toBe(false)
    expect(grid.shown().troubles).toBe(1)
    const { row } = grid.choice().focus
    expect(rowsOf(grid.state())[row]).toMatchObject({ id: 'a', isGone: true })
    expect(says(row, 'target')).toBe('95')
  })

  test('a save that says that the row is gone keeps it too', () => {
    const { grid, type, says } = open()
    type(0, 1, 'Melatih petugas')
    grid.end(true)
    const sent = grid.waiting()
    type(0, 2, '95')
    grid.answered(sent, { rows: [], gone: ['a'], revision: 1 })
    expect(says(0, 'target')).toBe('95')
  })

  test('one’s own save that arrives meanwhile is nobody else’s change', () => {
    const { grid, stand, type, takeAll } = open()
    type(0, 2, '95')
    grid.end(true)
    const answer: SavedRows = {
      rows: [{ id: 'a', saved: { target: '95' }, wrong: {}, theirs: {} }],
      gone: [],
      revision: 2,
    }
    const sent = grid.waiting()
    stand(0, 2)
    grid.begin(false)
    grid.typed('96')
    grid.answered(sent, answer)
    grid.end(true)
    expect(grid.shown().troubles).toBe(0)
    expect(grid.waiting()).toMatchObject([{ cells: [{ from: '95', to: '96' }] }])
    takeAll({ a: { target: '96' } }, 3)
    expect(grid.waiting()).toEqual([])
  })

  test('what somebody else stores over a value that waits is not written over unseen', () => {
    const { grid, stand, type } = open()
    type(0, 2, '95')
    grid.end(true)
    stand(0, 2)
    grid.begin(false)
    grid.typed('96')
    grid.looked({ others: [], grid: stored({ ...two, a: { ...two.a, target: '80' } }, 2) })
    grid.end(true)
    expect(grid.shown().troubles).toBe(1)
    expect(grid.waiting()).toEqual([])
  })

  test('areas begin with those that are ticked, by whatever key', () => {
    const { grid, stand } = open()
    stand(0, 3)
    grid.fill([['SDM']])
    grid.begin(true)
    expect(grid.shown().writing?.text).toBe('SDM')
  })

  test('what is typed counts as unsaved before the cell is left', () => {
    const { grid, type } = open()
    type(0, 2, '95')
    expect(grid.unsaved().mine.get('a')?.target).toEqual({ base: '90', text: '95' })
    expect(grid.waiting()).toEqual([])
  })
})

describe('an act is taken back', () => {
  test('also where the server stored it in its own words', () => {
    const { grid, type, takeAll, says } = open()
    type(0, 2, '1.250')
    grid.end(true)
    takeAll({ a: { target: '1250' } }, 2)
    grid.undo()
    expect(says(0, 'target')).toBe('90')
    takeAll({ a: { target: '90' } }, 3)
    grid.redo()
    expect(says(0, 'target')).toBe('1250')
  })

  test('without writing over what somebody else stored there meanwhile', () => {
    const { grid, type, says } = open()
    type(0, 2, '95')
    grid.end(true)
    grid.looked({ others: [], grid: stored({ ...two, a: { ...two.a, target: '80' } }, 2) })
    grid.undo()
    expect(grid.waiting()).toEqual([])
    expect(says(0, 'target')).toBe('80')
  })
})

test('what is chosen stays chosen when it is emptied', () => {
  const { grid } = open()
  const choice = { anchor: { row: 1, column: 2 }, focus: { row: 0, column: 1 } }
  grid.choose(choice)
  expect(grid.clear()).toBe(true)
  expect(grid.choice()).toEqual(choice)
})

test('a row that is gone takes no block', () => {
  const { grid, type } = open()
  type(0, 2, '95')
  grid.looked({ others: [], grid: { revision: 2, groups: [] } })
  expect(grid.fill([['x'], ['y']])).toBe(false)
  expect(rowsOf(grid.state())).toHaveLength(1)
})
