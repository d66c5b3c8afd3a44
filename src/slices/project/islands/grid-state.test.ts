import { describe, expect, test } from 'vitest'
import type { Grid } from '../grid/draw.ts'
import { answered, came, openGrid, restored } from './grid-merge.ts'
import { dropGone, rowsFrom } from './grid-rows.ts'
import { decide, type GridState, rowsOf, type SavedRows, textIn, waiting, write } from './grid-state.ts'

let minted = 0
const newId = () => {
  minted += 1
  return `new-${minted}`
}
const grid = (but: Record<string, string> = {}, revision = 1): Grid => ({
  revision,
  groups: [
    {
      id: 'p1',
      title: '1. Layanan',
      rows: [
        { id: 'a', number: '1.1', cells: { title: 'Melatih', target: '90', ...but } },
        { id: 'b', number: '1.2', cells: { title: 'Menata', target: '' } },
      ],
    },
  ],
})
const opened = () => openGrid(grid(), newId)
const typed = (state: GridState, id: string, key: string, text: string) => write(state, [{ id, key, text }]).state
const answer = (but: Partial<SavedRows>, revision = 2): SavedRows => ({
  rows: [],
  gone: [],
  left: [],
  revision,
  ...but,
})
const row = (id: string, but: Partial<SavedRows['rows'][number]>) => ({ id, saved: {}, wrong: {}, theirs: {}, ...but })
const textAt = (state: GridState, id: string, key: string) =>
  rowsOf(state).flatMap((one) => (one.id === id ? textIn(state, one, key) : []))[0]
const isEmpty = (state: GridState) => rowsOf(state).map(({ isNew }) => isNew)

describe('an open grid', () => {
  test('ends each group with an empty row', () => {
    expect(isEmpty(opened())).toEqual([false, false, true])
    expect(waiting(opened())).toEqual([])
  })

  test('sends what was written, over what stood there', () => {
    const state = typed(opened(), 'a', 'target', '95')
    expect(textAt(state, 'a', 'target')).toBe('95')
    expect(waiting(state)).toEqual([{ id: 'a', initiativeId: 'p1', cells: [{ key: 'target', from: '90', to: '95' }] }])
    expect(waiting(typed(state, 'a', 'target', '90'))).toEqual([])
  })

  test('tries a refused cell again when another of its row is written', () => {
    const state = typed(typed(opened(), 'a', 'target', 'banyak'), 'a', 'title', '')
    const sent = waiting(state)
    const wrong = { title: 'Isi nama kegiatan.', target: 'Isi nama kegiatan ini lebih dahulu.' }
    const refused = answered(state, sent, answer({ rows: [row('a', { wrong })] }, 1), newId)
    expect(waiting(refused)).toEqual([])
    const again = waiting(typed(refused, 'a', 'title', 'Melatih petugas'))
    expect(again[0]?.cells.map(({ key }) => key).sort()).toEqual(['target', 'title'])
  })

  test('keeps a text that is too long to be sent, and says so', () => {
    const state = typed(typed(opened(), 'a', 'title', 'x'.repeat(10_001)), 'a', 'target', '95')
    expect(state.mine.get('a')?.title?.reason).toContain('terlalu panjang')
    expect(waiting(state)[0]?.cells.map(({ key }) => key)).toEqual(['target'])
  })

  test('says what was changed, to be undone', () => {
    const { changes } = write(opened(), [
      { id: 'a', key: 'target', text: '95' },
      { id: 'b', key: 'title', text: 'Menata' },
    ])
    expect(changes).toEqual([{ id: 'a', key: 'target', text: '95', before: '90' }])
  })

  test('takes the words of the server for what was saved', () => {
    const state = typed(opened(), 'a', 'target', '95 %')
    const next = answered(state, waiting(state), answer({ rows: [row('a', { saved: { target: '95' } })] }), newId)
    expect(textAt(next, 'a', 'target')).toBe('95')
    expect(next).toMatchObject({ revision: 2, mine: new Map() })
  })

  test('keeps what was written while a save was on its way, and sends it over that save', () => {
    const first = typed(opened(), 'a', 'target', '95')
    const later = typed(first, 'a', 'target', '97')
    const next = answered(later, waiting(first), answer({ rows: [row('a', { saved: { target: '95' } })] }), newId)
    expect(waiting(next)[0]?.cells).toEqual([{ key: 'target', from: '95', to: '97' }])
  })

  test('sends what stood there before, when it was written again while a save was on its way', () => {
    const first = typed(opened(), 'a', 'target', '95')
    const later = typed(first, 'a', 'target', '90')
    const next = answered(later, waiting(first), answer({ rows: [row('a', { saved: { target: '95' } })] }), newId)
    expect(textAt(next, 'a', 'target')).toBe('90')
    expect(waiting(next)[0]?.cells).toEqual([{ key: 'target', from: '95', to: '90' }])
  })

  test('holds what is wrong back until it is written anew', () => {
    const state = typed(opened(), 'a', 'target', 'banyak')
    const next = answered(
      state,
      waiting(state),
      answer({ rows: [row('a', { wrong: { target: 'Isi angka.' } })] }, 1),
      newId,
    )
    expect(next.mine.get('a')?.target).toMatchObject({ text: 'banyak', reason: 'Isi angka.' })
    expect(waiting(next)).toEqual([])
    expect(waiting(typed(next, 'a', 'target', '9'))).toHaveLength(1)
  })

  test('shows both values of a cell that two changed, and loses neither', () => {
    const state = typed(opened(), 'a', 'target', '95')
    const next = answered(state, waiting(state), answer({ rows: [row('a', { theirs: { target: '80' } })] }, 1), newId)
    expect(next.mine.get('a')?.target).toMatchObject({ text: '95', theirs: '80' })
    expect(waiting(next)).toEqual([])
    expect(waiting(decide(next, 'a', 'target', 'mine'))[0]?.cells).toEqual([{ key: 'target', from: '80', to: '95' }])
    expect(textAt(decide(next, 'a', 'target', 'theirs'), 'a', 'target')).toBe('80')
    expect(waiting(typed(next, 'a', 'target', '99'))[0]?.cells).toEqual([{ key: 'target', from: '80', to: '99' }])
  })

  test('shows both values where the other one came while this one was being written', () => {
    const state = came(opened(), grid({ target: '80' }, 2), newId)
    const next = write(state, [{ id: 'a', key: 'target', text: '95', base: '90' }]).state
    expect(next.mine.get('a')?.target).toMatchObject({ text: '95', theirs: '80' })
    expect(write(state, [{ id: 'a', key: 'target', text: '90', base: '90' }]).changes).toEqual([])
    expect(write(state, [{ id: 'a', key: 'target', text: '80', base: '90' }]).changes).toEqual([])
  })

  test('asks for what somebody else saved when a save jumps over a revision', () => {
    const state = typed(opened(), 'a', 'target', '95')
    const next = answered(state, waiting(state), answer({ rows: [row('a', { saved: { target: '95' } })] }, 3), newId)
    expect(next.revision).toBe(1)
  })
})

describe('a newer grid', () => {
  test('brings what others wrote, and leaves what is written here', () => {
    const state = typed(opened(), 'b', 'title', 'Menata ulang')
    const next = came(state, grid({ target: '80' }, 2), newId)
    expect(textAt(next, 'a', 'target')).toBe('80')
    expect(textAt(next, 'b', 'title')).toBe('Menata ulang')
    expect(waiting(next)).toHaveLength(1)
  })

  test('shows both values where the same cell was written here', () => {
    const next = came(typed(opened(), 'a', 'target', '95'), grid({ target: '80' }, 2), newId)
    expect(next.mine.get('a')?.target).toMatchObject({ text: '95', theirs: '80' })
  })

  test('asks nothing where both wrote the same', () => {
    const next = came(typed(opened(), 'a', 'target', '95'), grid({ target: '95' }, 2), newId)
    expect(next.mine.size).toBe(0)
  })

  test('that is older than what is known says nothing', () => {
    const state = came(opened(), grid({ target: '80' }, 3), newId)
    expect(came(state, grid({}, 2), newId)).toBe(state)
  })

  test('leaves rows that did not change as they are', () => {
    const state = opened()
    const [first, second] = rowsOf(came(state, grid({ target: '80' }, 2), newId))
    expect(second).toBe(rowsOf(state)[1])
    expect(first).not.toBe(rowsOf(state)[0])
  })

  test('without a row in which something is written keeps it to be read, and sends none of it', () => {
    const without = {
      revision: 2,
      groups: [{ id: 'p1', title: '1. Layanan', rows: grid().groups[0]?.rows.slice(1) ?? [] }],
    }
    const next = came(typed(opened(), 'a', 'target', '95'), without, newId)
    const gone = rowsOf(next).find(({ id }) => id === 'a')
    expect(gone).toMatchObject({ isGone: true, cells: { title: 'Melatih', target: '90' } })
    expect(textAt(next, 'a', 'target')).toBe('95')
    expect(waiting(next)).toEqual([])
    expect(rowsOf(dropGone(next, 'a')).map(({ id }) => id)).not.toContain('a')
  })

  test('without the group in which something is written keeps the row under a heading of its own', () => {
    const next = came(typed(opened(), 'a', 'target', '95'), { revision: 2, groups: [] }, newId)
    expect(next.groups).toMatchObject([{ title: 'Program yang sudah dihapus', rows: [{ id: 'a', isGone: true }] }])
    expect(dropGone(next, 'a').groups).toEqual([])
  })
})

describe('new rows', () => {
  test('are sent once they have a name', () => {
    const state = opened()
    const id = rowsOf(state).at(-1)?.id ?? ''
    const output = typed(state, id, 'target', '5')
    expect(waiting(output)).toEqual([])
    expect(waiting(typed(output, id, 'title', 'Baru'))).toEqual([
      {
        id,
        initiativeId: 'p1',
        cells: [
          { key: 'target', from: '', to: '5' },
          { key: 'title', from: '', to: 'Baru' },
        ],
      },
    ])
  })

  test('are rows like any other once they are stored, and another empty one follows', () => {
    const id = rowsOf(opened()).at(-1)?.id ?? ''
    const before = opened()
    const own = rowsOf(before).at(-1)?.id ?? id
    const state = typed(before, own, 'title', 'Baru')
    const next = answered(state, waiting(state), answer({ rows: [row(own, { saved: { title: 'Baru' } })] }), newId)
    expect(rowsOf(next).map(({ number }) => number)).toEqual(['1.1', '1.2', '1.3', ''])
    expect(isEmpty(next)).toEqual([false, false, false, true])
    expect(rowsOf(came(next, grid({}, 2), newId)).map(({ id: one }) => one)).not.toContain(own)
  })

  test('are made for a block that is longer than its group', () => {
    const { state, rows } = rowsFrom(opened(), 'b', 4, newId)
    expect(rows).toHaveLength(4)
    expect(rows[0]?.id).toBe('b')
    expect(isEmpty(state)).toEqual([false, false, true, true, true])
  })
})

describe('cells that the browser kept', () => {
  const kept = (but: object) => ({ id: 'a', groupId: 'p1', key: 'target', base: '90', text: '95', ...but })

  test('are put back, and sent', () => {
    expect(waiting(restored(opened(), [kept({})], newId))).toHaveLength(1)
  })

  test('stand beside what is stored by now', () => {
    const state = restored(openGrid(grid({ target: '80' }), newId), [kept({})], newId)
    expect(state.mine.get('a')?.target).toMatchObject({ text: '95', theirs: '80' })
    expect(waiting(state)).toEqual([])
  })

  test('come back with a row that was never stored', () => {
    const cells = [kept({ id: 'c', base: '', key: 'title', text: 'Baru' }), kept({ id: 'c', base: '' })]
    const state = restored(opened(), cells, newId)
    expect(waiting(state)).toMatchObject([{ id: 'c', cells: [{ key: 'title' }, { key: 'target' }] }])
  })

  test('of a row that is gone are there to be read', () => {
    const state = restored(opened(), [kept({ id: 'c' })], newId)
    expect(rowsOf(state).find(({ id }) => id === 'c')).toMatchObject({ isGone: true })
    expect(waiting(state)).toEqual([])
  })
})
