import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDay } from '#kit/date.ts'
import { can } from '#kit/policy.ts'
import { actor } from '#test/actor.ts'
import { addYears, refuseVerdict, retentionDue } from './retention.ts'
import { retentionPolicy } from './retention-policy.ts'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const years = fc.integer({ min: 0, max: 100 })

describe('years later', () => {
  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2000-02-29', 100, '2100-02-28'],
    ['2025-02-28', 3, '2028-02-28'],
    ['2021-12-31', 5, '2026-12-31'],
    ['2024-02-29', 0, '2024-02-29'],
  ])('%s and %i', (from, count, until) => expect(addYears(from, count)).toBe(until))

  test('it is a day of that year, the same but for 29 February, and never out of order', () => {
    fc.assert(
      fc.property(day, day, years, (one, other, count) => {
        const later = addYears(one, count)
        expect(isDay(later)).toBe(true)
        expect(Number(later.slice(0, 4))).toBe(Number(one.slice(0, 4)) + count)
        if (!one.endsWith('-02-29')) expect(later.slice(4)).toBe(one.slice(4))
        const [first = one, second = other] = [one, other].toSorted()
        expect(addYears(first, count) <= addYears(second, count)).toBe(true)
      }),
    )
  })
})

test('the years run from the day that the rule names, and an extension counts alone', () => {
  const rule = { activeYears: 2, inactiveYears: 3 }
  const said = { programmeUntil: '2021-12-31', recordedOn: '2021-02-01', keptOn: '2021-03-05', keptUntil: null }
  expect(retentionDue({ ...rule, basis: 'programme-end' }, said)).toBe('2026-12-31')
  expect(retentionDue({ ...rule, basis: 'recorded' }, said)).toBe('2026-02-01')
  expect(retentionDue({ ...rule, basis: 'recorded' }, { ...said, recordedOn: null })).toBe('2026-03-05')
  expect(retentionDue({ ...rule, basis: 'recorded' }, { ...said, keptUntil: '2030-01-01' })).toBe('2030-01-01')
})

test('nothing is destroyed before its years are over or without minutes, and what is settled is not decided again', () => {
  const now = new Date('2026-11-24T02:00:00Z')
  const today = '2026-11-24'
  const due = { dueOn: today, settledAt: null, destroyedAt: null, isProposed: false }
  const destroy = { verdict: 'destroy', untilOn: null, hasPaper: true } as const
  expect(() => refuseVerdict(due, destroy, today)).not.toThrow()
  expect(() => refuseVerdict(due, { ...destroy, hasPaper: false }, today)).toThrow(/berita acara/)
  expect(() => refuseVerdict({ ...due, dueOn: '2026-11-25' }, destroy, today)).toThrow(/masa retensinya/)
  expect(() => refuseVerdict({ ...due, dueOn: null }, destroy, today)).toThrow(/masa retensinya/)
  for (const over of [{ settledAt: now }, { destroyedAt: now }, { isProposed: true }])
    expect(() => refuseVerdict({ ...due, ...over }, { ...destroy, verdict: 'permanent' }, today)).toThrow(/^conflict/)
  const extend = { verdict: 'extend', untilOn: today, hasPaper: false } as const
  expect(() => refuseVerdict(due, extend, today)).toThrow(/setelah hari ini/)
  expect(() => refuseVerdict(due, { ...extend, untilOn: '2026-11-25' }, today)).not.toThrow()
})

const who = {
  admin: actor(['admin']),
  secretariat: actor(['secretariat']),
  leadership: actor(['leadership']),
  evaluator: actor(['evaluator']),
  steward: actor([], ['steward', 'project']),
  nobody: actor([]),
}
type Who = keyof typeof who
const table: Record<keyof typeof retentionPolicy, Who[]> = {
  read: ['admin', 'secretariat', 'leadership', 'evaluator'],
  schedule: ['admin', 'secretariat'],
  decide: ['admin', 'secretariat'],
  confirm: ['admin', 'leadership'],
  refuse: ['admin', 'secretariat', 'leadership'],
}
describe.each(Object.keys(table) as (keyof typeof table)[])('to %s', (act) => {
  const proposedBy = { accountId: 'somebody', personId: 'somebody' }
  test.each(Object.keys(who) as Who[])('%s', (name) => {
    expect(can(retentionPolicy, who[name], act, { agencyId: 'agency', proposedBy })).toBe(table[act].includes(name))
  })
  test('nobody confirms what they proposed themselves', () => {
    const { accountId, personId } = who.admin
    for (const own of [
      { accountId, personId: null },
      { accountId: 'another', personId: personId ?? 'x' },
    ]) {
      if (personId === null && own.accountId === 'another') continue
      expect(can(retentionPolicy, who.admin, 'confirm', { agencyId: 'agency', proposedBy: own })).toBe(false)
    }
  })
})
