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

function open(areas = ['Pelayanan publik']) {
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
    grid.answered(sent, { rows: [], gone: ['a'], left: [], revision: 1 })
    expect(says(0, 'target')).toBe('95')
  })

  test('one’s own save that arrives meanwhile is nobody else’s change', () => {
    const { grid, stand, type, takeAll } = open()
    type(0, 2, '95')
    grid.end(true)
    const answer: SavedRows = {
      rows: [{ id: 'a', saved: { target: '95' }, wrong: {}, theirs: {} }],
      gone: [],
      left: [],
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
  expect(grid.fill([['x'], ['y']])).toBe(true)
  expect(rowsOf(grid.state())).toHaveLength(1)
  expect(grid.waiting()).toEqual([])
  expect(grid.shown().notice).toBe('Kegiatan yang sudah dihapus tidak diisi.')
})

describe('rows that an act made', () => {
  const three = { ...two, 'new-1': { title: 'Mengukur', target: '5' }, 'new-2': { title: 'Menguji', target: '6' } }
  const block = [
    ['Mengukur', '5'],
    ['Menguji', '6'],
  ]
  /** A grid in which a block was pasted that made two rows, stored as the third and fourth. */
  function pasted() {
    const opened = open()
    opened.stand(2, 1)
    opened.grid.fill(block)
    opened.takeAll({ 'new-1': three['new-1'], 'new-2': three['new-2'] }, 2)
    return opened
  }
  const titles = (grid: ReturnType<typeof open>['grid']) =>
    rowsOf(grid.state()).map(({ number, cells, id }) => [number, grid.state().mine.get(id)?.title?.text ?? cells.title])

  test('go when it is taken back, on the server too, and come again with it', () => {
    const { grid } = pasted()
    grid.undo()
    expect(titles(grid)).toEqual([
      ['1.1', 'Melatih'],
      ['1.2', 'Menata'],
      ['', undefined],
    ])
    const sent = grid.waiting()
    expect(sent).toMatchObject([
      {
        id: 'new-1',
        isLeaving: true,
        cells: [
          { key: 'title', from: 'Mengukur' },
          { from: '5', to: '' },
        ],
      },
      { id: 'new-2', isLeaving: true },
    ])
    grid.answered(sent, { rows: [], gone: [], left: ['new-1', 'new-2'], revision: 3 })
    expect(grid.waiting()).toEqual([])
    grid.redo()
    expect(grid.waiting()).toMatchObject([
      {
        id: 'new-1',
        initiativeId: 'p1',
        cells: [
          { from: '', to: 'Mengukur' },
          { from: '', to: '5' },
        ],
      },
      { id: 'new-2' },
    ])
    expect(titles(grid)).toHaveLength(5)
  })

  test('go without a word to the server where it never heard of them', () => {
    const { grid, stand } = open()
    stand(2, 1)
    grid.fill(block)
    grid.undo()
    expect(grid.waiting()).toEqual([])
    expect(titles(grid)).toHaveLength(3)
  })

  test('go too where they were stored while it was taken back', () => {
    const { grid, stand, takeAll } = open()
    stand(2, 1)
    grid.fill(block)
    const sent = grid.waiting()
    grid.undo()
    const rows = ['new-1', 'new-2'] as const
    const saved = rows.map((id) => ({ id, saved: three[id], wrong: {}, theirs: {} }))
    grid.answered(sent, { rows: saved, gone: [], left: [], revision: 2 })
    expect(grid.waiting()).toMatchObject([{ id: 'new-1', isLeaving: true }, { id: 'new-2' }])
    takeAll({}, 2)
    expect(titles(grid)).toHaveLength(3)
  })

  test('come again as they were where they had not gone yet, or are stored anew where they had', () => {
    const { grid } = pasted()
    grid.undo()
    const sent = grid.waiting()
    grid.redo()
    expect(grid.waiting()).toEqual([])
    grid.answered(sent, { rows: [], gone: [], left: ['new-1'], revision: 3 })
    expect(grid.waiting()).toMatchObject([{ id: 'new-1', cells: [{ from: '', to: 'Mengukur' }, { to: '5' }] }])
    expect(titles(grid)).toContainEqual(['1.3', 'Menguji'])
  })

  test('keep their name where somebody else has written in them', () => {
    const { grid } = pasted()
    const touched = { ...three, 'new-2': { ...three['new-2'], areaCodes: 'SDM' } }
    grid.looked({ others: [], grid: stored(touched, 3) })
    grid.undo()
    expect(titles(grid)).toContainEqual(['1.4', 'Menguji'])
    grid.answered(grid.waiting(), { rows: [], gone: [], left: ['new-1'], revision: 4 })
    expect(grid.waiting()).toMatchObject([{ id: 'new-2', cells: [{ key: 'target', from: '6', to: '' }] }])
    expect(titles(grid)).toContainEqual(['1.3', 'Menguji'])
  })

  test('come back where somebody wrote in them before they went', () => {
    const { grid } = pasted()
    grid.undo()
    grid.answered(grid.waiting(), { rows: [], gone: [], left: ['new-1'], revision: 4 })
    // Asked for from the first on: what stands there is not known here.
    expect(grid.state().revision).toBe(0)
    const touched = { ...two, 'new-2': { title: 'Menguji', target: '7' } }
    grid.looked({ others: [], grid: stored(touched, 4) })
    expect(titles(grid)).toContainEqual(['1.3', 'Menguji'])
    expect(grid.waiting()).toEqual([])
  })

  test('go cell by cell where they were written cell by cell', () => {
    const { grid, type, takeAll } = open()
    type(2, 2, '5')
    grid.end(true)
    type(2, 1, 'Mengukur')
    grid.end(true)
    takeAll({ 'new-1': three['new-1'] }, 2)
    grid.undo()
    grid.undo()
    expect(grid.waiting()).toMatchObject([{ id: 'new-1', isLeaving: true }])
    expect(titles(grid)).toHaveLength(3)
  })
})

describe('a block', () => {
  test('that is wider than the sheet is said to have been cut, with what was left out', () => {
    const { grid, stand } = open()
    stand(0, 2)
    expect(
      grid.fill([
        ['95', 'SDM', 'Catatan', ''],
        ['96', '', '', 'Sumber'],
      ]),
    ).toBe(true)
    expect(grid.shown().notice).toBe(
      'Blok ini lebih lebar daripada lembar. Isi 2 kolom di ujung kanannya tidak ditempel: “Catatan”, “Sumber”.',
    )
    expect(grid.waiting()).toMatchObject([{ cells: [{ to: '95' }, { to: 'SDM' }] }, { cells: [{ to: '96' }] }])
    stand(0, 2)
    grid.fill([['97', '', '', '']])
    expect(grid.shown().notice).toBe('')
  })

  test('of whole rows is copied at their numbers, and nothing is emptied there', () => {
    const { grid } = open()
    grid.choose({ anchor: { row: 0, column: 0 }, focus: { row: 1, column: 0 } })
    expect(grid.chosenBlock()).toEqual([
      ['Melatih', '90', ''],
      ['Menata', '', ''],
    ])
    expect(grid.clear()).toBe(false)
    expect(grid.fillDown()).toBe(false)
    expect(grid.waiting()).toEqual([])
  })
})

test('one row is filled with what stands above it', () => {
  const { grid, stand, says } = open()
  stand(1, 2)
  expect(grid.fillDown()).toBe(true)
  expect(says(1, 'target')).toBe('90')
  grid.undo()
  expect(says(1, 'target')).toBe('')
  stand(0, 2)
  expect(grid.fillDown()).toBe(false)
})

test('where a project has no areas there is nothing to tick, and what is pasted can be seen and taken away', () => {
  const { grid, stand, says } = open([])
  stand(0, 3)
  expect(grid.begin(false)).toBe(false)
  expect(grid.isWriting()).toBe(false)
  expect(grid.shown().isWithoutAreas).toBe(true)
  grid.move('ArrowLeft', { isFar: false, isLonger: false })
  expect(grid.shown().isWithoutAreas).toBe(false)
  stand(0, 3)
  grid.fill([['SDM']])
  expect(says(0, 'areaCodes')).toBe('SDM')
  expect(grid.begin(false)).toBe(true)
})

test('a grid that the server closed keeps what was typed and takes nothing more', () => {
  const { grid, stand, type, says } = open()
  type(0, 2, '95')
  grid.end(true)
  type(1, 1, 'Menata ul')
  grid.close()
  expect(grid.isWriting()).toBe(false)
  expect([says(0, 'target'), says(1, 'title')]).toEqual(['95', 'Menata ul'])
  expect(grid.begin(true)).toBe(false)
  expect([grid.clear(), grid.fill([['x']]), grid.undo(), grid.redo()]).toEqual([false, false, false, false])
  stand(0, 2)
  expect(grid.chosenBlock()).toEqual([['95']])
})
