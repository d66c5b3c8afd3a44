import { describe, expect, test } from 'vitest'
import { rowsOf, type SavedRows } from './grid-state.ts'
import { openModel, stored, two } from './make-grid.ts'

describe('while a cell is written', () => {
  test('a matrix that came leaves the row that is being begun, and what is typed in it', () => {
    const { grid, type } = openModel()
    type(2, 1, 'Mengukur')
    grid.looked({ others: [], grid: stored({ ...two, c: { title: 'Menguji' } }, 2) })
    expect(grid.isWriting()).toBe(true)
    expect(grid.choice().focus).toEqual({ row: 3, column: 1 })
    grid.end(true)
    expect(grid.waiting()).toMatchObject([{ cells: [{ key: 'title', to: 'Mengukur' }] }])
  })

  test('a row that somebody else deletes keeps what is typed in it, to be seen and taken away', () => {
    const { grid, type, says } = openModel()
    type(0, 2, '95')
    grid.looked({ others: [], grid: stored({ b: two.b }, 2) })
    expect(grid.isWriting()).toBe(false)
    expect(grid.shown().troubles).toBe(1)
    const { row } = grid.choice().focus
    expect(rowsOf(grid.state())[row]).toMatchObject({ id: 'a', isGone: true })
    expect(says(row, 'target')).toBe('95')
  })

  test('a save that says that the row is gone keeps it too', () => {
    const { grid, type, says } = openModel()
    type(0, 1, 'Melatih petugas')
    grid.end(true)
    const sent = grid.waiting()
    type(0, 2, '95')
    grid.answered(sent, { rows: [], gone: ['a'], left: [], revision: 1 })
    expect(says(0, 'target')).toBe('95')
  })

  test('one’s own save that arrives meanwhile is nobody else’s change', () => {
    const { grid, stand, type, takeAll } = openModel()
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
    const { grid, stand, type } = openModel()
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
    const { grid, stand } = openModel()
    stand(0, 3)
    grid.fill([['SDM']])
    grid.begin(true)
    expect(grid.shown().writing?.text).toBe('SDM')
  })

  test('what is typed counts as unsaved before the cell is left', () => {
    const { grid, type } = openModel()
    type(0, 2, '95')
    expect(grid.unsaved().mine.get('a')?.target).toEqual({ base: '90', text: '95' })
    expect(grid.waiting()).toEqual([])
  })
})

describe('an act is taken back', () => {
  test('also where the server stored it in its own words', () => {
    const { grid, type, takeAll, says } = openModel()
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
    const { grid, type, says } = openModel()
    type(0, 2, '95')
    grid.end(true)
    grid.looked({ others: [], grid: stored({ ...two, a: { ...two.a, target: '80' } }, 2) })
    grid.undo()
    expect(grid.waiting()).toEqual([])
    expect(says(0, 'target')).toBe('80')
  })
})

test('what is chosen stays chosen when it is emptied', () => {
  const { grid } = openModel()
  const choice = { anchor: { row: 1, column: 2 }, focus: { row: 0, column: 1 } }
  grid.choose(choice)
  expect(grid.clear()).toBe(true)
  expect(grid.choice()).toEqual(choice)
})

test('a row that is gone takes no block', () => {
  const { grid, type } = openModel()
  type(0, 2, '95')
  grid.looked({ others: [], grid: { revision: 2, groups: [] } })
  expect(grid.fill([['x'], ['y']])).toBe(true)
  expect(rowsOf(grid.state())).toHaveLength(1)
  expect(grid.waiting()).toEqual([])
  expect(grid.shown().notice).toBe('Kegiatan yang sudah dihapus tidak diisi.')
})

describe('a block', () => {
  test('that is wider than the sheet is said to have been cut, with what was left out', () => {
    const { grid, stand } = openModel()
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
    const { grid } = openModel()
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
  const { grid, stand, says } = openModel()
  stand(1, 2)
  expect(grid.fillDown()).toBe(true)
  expect(says(1, 'target')).toBe('90')
  grid.undo()
  expect(says(1, 'target')).toBe('')
  stand(0, 2)
  expect(grid.fillDown()).toBe(false)
})

test('where a project has no areas there is nothing to tick, and what is pasted can be seen and taken away', () => {
  const { grid, stand, says } = openModel([])
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
  const { grid, stand, type, says } = openModel()
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
