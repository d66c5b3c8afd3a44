import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dueOn } from '#kit/date.ts'
import { dueOf, inForceOn, proposeStages, type Stage, wrongDates, yearsOf } from './programme.ts'

const stages: Stage[] = [{ kind: 'approval', dueOn: '2026-03-31' }]

test('a stage is late from the day after its due day', () => {
  const due = dueOf(stages, 'approval') ?? ''
  expect(dueOn(due, '2026-03-31')).toEqual({ state: 'soon', days: 0 })
  expect(dueOn(due, '2026-04-01')).toEqual({ state: 'late', days: 1 })
})

test('a stage without a due day is never late', () => {
  expect(dueOf(stages, 'running')).toBeNull()
})

test('of two programmes that overlap, the one that began last is in force', () => {
  const old = { fromOn: '2025-07-01', untilOn: '2027-06-30' }
  const young = { fromOn: '2026-07-01', untilOn: '2027-06-30' }
  expect(inForceOn([old, young], '2026-06-30')).toBe(old)
  expect(inForceOn([old, young], '2026-07-01')).toBe(young)
  expect(inForceOn([old, young], '2027-07-01')).toBeUndefined()
})

test('the due days that are proposed are right for every term of one month to three years', () => {
  const terms = fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 30, max: 1095 }))
  fc.assert(
    fc.property(terms, ([start, length]) => {
      const fromOn = addDays('2020-01-01', start)
      const untilOn = addDays(fromOn, length)
      const proposed = proposeStages(fromOn, untilOn)
      expect(wrongDates({ fromOn, untilOn, stages: proposed })).toEqual({})
      expect(dueOf(proposed, 'entry')).toBe(untilOn)
    }),
  )
})

test('dates that cannot be are named by their field', () => {
  const term = { fromOn: '2026-07-01', untilOn: '2027-06-30' }
  const wrong = (stages: Stage[], but: Partial<typeof term> = {}) =>
    Object.keys(wrongDates({ ...term, ...but, stages }))
  expect(wrong([], { untilOn: '2026-07-01' })).toEqual(['untilOn'])
  expect(wrong([], { untilOn: '2029-07-05' })).toEqual(['untilOn'])
  expect(wrong([{ kind: 'preparing', dueOn: '2026-06-30' }])).toEqual(['preparing'])
  expect(wrong([{ kind: 'entry', dueOn: '2027-12-31' }])).toEqual([])
  expect(wrong([{ kind: 'entry', dueOn: '2028-07-05' }])).toEqual(['entry'])
  expect(
    wrong([
      { kind: 'preparing', dueOn: '2026-09-30' },
      { kind: 'approval', dueOn: '2026-09-29' },
    ]),
  ).toEqual(['approval'])
})

test.each([
  ['2021-01-04', '2021-12-31', '2021'],
  ['2026-08-18', '2027-08-17', '2026-2027'],
])('a programme from %s to %s is found at /program/%s', (fromOn, untilOn, years) => {
  expect(yearsOf({ fromOn, untilOn })).toBe(years)
})
