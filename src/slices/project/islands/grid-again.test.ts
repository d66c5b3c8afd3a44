import { describe, expect, test } from 'vitest'
import { rowsOf } from './grid-state.ts'
import { openModel, stored, two } from './make-grid.ts'

describe('rows that an act made', () => {
  const three = { ...two, 'new-1': { title: 'Mengukur', target: '5' }, 'new-2': { title: 'Menguji', target: '6' } }
  const block = [
    ['Mengukur', '5'],
    ['Menguji', '6'],
  ]
  /** A grid in which a block was pasted that made two rows, stored as the third and fourth. */
  function pasted() {
    const opened = openModel()
    opened.stand(2, 1)
    opened.grid.fill(block)
    opened.takeAll({ 'new-1': three['new-1'], 'new-2': three['new-2'] }, 2)
    return opened
  }
  const titles = (grid: ReturnType<typeof openModel>['grid']) =>
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
    const { grid, stand } = openModel()
    stand(2, 1)
    grid.fill(block)
    grid.undo()
    expect(grid.waiting()).toEqual([])
    expect(titles(grid)).toHaveLength(3)
  })

  test('go too where they were stored while it was taken back', () => {
    const { grid, stand, takeAll } = openModel()
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
    const { grid, type, takeAll } = openModel()
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
