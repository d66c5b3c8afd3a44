import { expect, test } from 'vitest'
import { dueOn } from '#kit/date.ts'
import { dueOf, inForceOn, type Stage } from './programme.ts'

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
