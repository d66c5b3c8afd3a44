import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact } from '#kit/decimal.ts'
import { countingFinals } from './consensus.ts'
import { isLate, type LateChange, movedBy, mustExplain, stillCounts, stoodIn } from './late.ts'
import type { Panel } from './panel.ts'
import type { Ranked } from './ranking.ts'

const ranked = (projectId: string, place: number | null, mean: string | null): Ranked => ({
  ...{ projectId, place, value: mean ? exact(mean) : null, mean: mean ? exact(mean) : null },
  ...{ isFinal: false, totals: [], spread: null, outlierIds: [], needsTalk: false, parting: null },
})

const change = (but: Partial<LateChange> = {}): LateChange => ({
  ...{ id: 'one', kind: 'kept-out', judgeId: 'j', successorId: null, projectId: 'a', reason: 'Kerabat agen.' },
  ...{ changedAt: new Date(10), accountId: 'account', personId: null, before: [] },
  ...but,
})

const panel = (but: Partial<Panel> = {}): Panel => ({
  ...{ state: 'open', judgeIds: ['j'], projectIds: ['a'], sheets: [], recusals: [], assigned: null },
  ...but,
})

describe('a change of the panel', () => {
  const all = [{ projectId: 'a', judgeId: 'j', submittedAt: new Date(1) }]

  test('is late once all marks may be seen, and stays so when an earlier one asked for another sheet', () => {
    expect(isLate(panel(), [])).toBe(false)
    expect(isLate(panel({ sheets: all }), [])).toBe(true)
    expect(isLate(panel(), [change()])).toBe(true)
    expect(isLate(panel({ state: 'preparing' }), [])).toBe(false)
  })

  test('needs a reason then', () => {
    expect(() => mustExplain(true, 'singkat')).toThrow('conflict')
    expect(() => mustExplain(true, 'Sakit sampai akhir bulan.')).not.toThrow()
    expect(() => mustExplain(false, '')).not.toThrow()
  })
})

describe('what a change did to the order', () => {
  const before = stoodIn([ranked('a', 1, '82.5'), ranked('b', 2, '80'), ranked('c', 3, '70')])

  test('names the project it is about and whatever took another place, with mean and place before and after', () => {
    const one = change({ before })
    const now = [ranked('b', 1, '80'), ranked('a', 2, '75'), ranked('c', 3, '70')]
    expect(movedBy(one, [one], now).map((moved) => [moved.projectId, moved.before.place, moved.after?.place])).toEqual([
      ['a', 1, 2],
      ['b', 2, 1],
    ])
    const same = [ranked('a', 1, '82.50'), ranked('b', 2, '80'), ranked('c', 3, '70')]
    expect(movedBy(one, [one], same).map(({ projectId }) => projectId)).toEqual(['a'])
  })

  test('is measured against what was seen next, not against what later changes did', () => {
    const one = change({ before })
    const two = change({ id: 'two', projectId: 'c', before: stoodIn([ranked('a', 1, '81'), ranked('b', 2, '80')]) })
    const covered = change({ id: 'covered', projectId: 'b', before: [] })
    const moved = movedBy(one, [one, covered, two], [ranked('b', 1, '80')])
    expect(moved.find(({ projectId }) => projectId === 'a')?.after).toMatchObject({ place: 1, mean: '81.000000' })
    expect(movedBy(covered, [one, covered, two], [])).toEqual([])
  })

  test('is nothing but the project it is about where nothing moved, in whatever order projects come', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 100 })), {
      minLength: 1,
      selector: ([id]) => id,
    })
    fc.assert(
      fc.property(rows, (all) => {
        const ranking = all.map(([id, mean], at) => ranked(id, at + 1, String(mean)))
        const [first] = all
        const one = change({ projectId: first?.[0] ?? '', before: stoodIn(ranking) })
        expect(movedBy(one, [one], ranking.toReversed()).map(({ projectId }) => projectId)).toEqual([first?.[0]])
      }),
    )
  })
})

test('what the panel agreed on about a project lapses when a judge is kept out of it afterwards, and only then', () => {
  const final = (projectId: string, at: number) => ({ projectId, value: '80', reason: 'r', agreedAt: new Date(at) })
  const late = [change({ changedAt: new Date(10) })]
  expect(stillCounts({ projectId: 'a' }, new Date(9), late)).toBe(false)
  expect(stillCounts({ projectId: 'a' }, new Date(11), late)).toBe(true)
  expect(stillCounts({ projectId: 'b' }, new Date(9), late)).toBe(true)
  const counting = countingFinals([final('a', 11), final('a', 9), final('b', 9)], late)
  expect(counting.map(({ projectId, agreedAt }) => [projectId, agreedAt.getTime()])).toEqual([
    ['a', 11],
    ['b', 9],
  ])
  expect(countingFinals([final('a', 9)], late)).toEqual([])
})
