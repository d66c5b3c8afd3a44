import { describe, expect, test } from 'vitest'
import { makeReport } from './make-progress.ts'
import { isLate, type ProgressLine, percentOf, summaryOf } from './summary.ts'

test.each([
  [[], null],
  [[0, 0], 0],
  [[100, 100, 100], 100],
  [[100, 100, 99], 99],
  [[50, 25], 37],
])('activities at %j make a project at %s', (percents, whole) => {
  expect(percentOf(percents)).toBe(whole)
})

test.each([
  [99, '2026-11-23', true],
  [99, '2026-11-24', false],
  [100, '2026-11-23', false],
  [0, null, false],
])('at %s percent with its last day on %s, late is %s on 24 November', (percent, endsOn, late) => {
  expect(isLate(percent, endsOn, '2026-11-24')).toBe(late)
})

describe('the summary of a project', () => {
  const line = (but: Partial<ProgressLine>): ProgressLine => ({
    projectId: 'project',
    lineId: 'line',
    endsOn: '2026-11-01',
    latest: null,
    evidence: { all: 0, verified: 0, waiting: [], sentBack: [] },
    ...but,
  })

  test('takes an activity without a report as nothing, and no line of another project', () => {
    const lines = [
      line({ latest: makeReport({ percent: 100, state: 'verified' }) }),
      line({ lineId: 'silent' }),
      line({ projectId: 'other', latest: makeReport() }),
    ]
    expect(summaryOf('project', lines, '2026-11-24')).toMatchObject({ percent: 50, late: 1, waiting: 0, sentBack: 0 })
  })

  test('counts reports and evidence that wait, those that were sent back, and the last report', () => {
    const early = new Date('2026-10-01T02:00:00Z')
    const last = new Date('2026-10-09T02:00:00Z')
    const lines = [
      line({
        latest: makeReport({ reportedAt: early }),
        evidence: { all: 4, verified: 1, waiting: ['a', 'b'], sentBack: ['c'] },
      }),
      line({ latest: makeReport({ state: 'returned', reportedAt: last }) }),
    ]
    const summary = summaryOf('project', lines, '2026-11-24')
    expect(summary).toMatchObject({ waiting: 3, sentBack: 2, lastReportedAt: last })
  })

  test('counts a piece of evidence that serves two activities once', () => {
    const evidence = { all: 1, verified: 0, waiting: ['a'], sentBack: ['b'] }
    const lines = [line({ evidence }), line({ lineId: 'second', evidence })]
    expect(summaryOf('project', lines, '2026-11-24')).toMatchObject({ waiting: 1, sentBack: 1 })
  })
})
