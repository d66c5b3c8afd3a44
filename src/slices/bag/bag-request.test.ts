import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isThere, keptUntil, percentOf } from './bag-request.ts'

const now = new Date('2026-11-24T02:00:00Z')

test('a bag is there for seven days, to the second, and only once it is made', () => {
  const until = keptUntil(now)
  expect(until.toISOString()).toBe('2026-12-01T02:00:00.000Z')
  expect(isThere({ state: 'done', keptUntil: until }, new Date(until.getTime() - 1000))).toBe(true)
  expect(isThere({ state: 'done', keptUntil: until }, until)).toBe(false)
  expect(isThere({ state: 'removed', keptUntil: until }, now)).toBe(false)
  expect(isThere({ state: 'running', keptUntil: null }, now)).toBe(false)
})

test('how far a bag has come never says more than there is, nor that it is whole before it is kept', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), (a, b, all) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      expect(percentOf(less, all)).toBeLessThanOrEqual(percentOf(more, all))
      expect(percentOf(more, all)).toBeLessThanOrEqual(99)
    }),
  )
  expect([percentOf(1, 2), percentOf(5, 0)]).toEqual([50, 0])
})
