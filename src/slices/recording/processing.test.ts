import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conditionOf, isCutShort, limitOf, type Processing, priorityOf, stepAfter, stepsOf } from './processing.ts'

const row = (step: Processing['step'], state: Processing['state'], percent = 0): Processing => ({
  ...{ step, state, percent, reason: state === 'failed' ? 'Rusak.' : null },
})

describe('how processing stands', () => {
  test.each([
    ['nothing was begun', [], { state: 'waiting', percent: 0 }],
    ['the first step is done', [row('look', 'done', 100)], { state: 'waiting', percent: 5 }],
    ['the second is half done', [row('look', 'done'), row('light', 'running', 50)], { state: 'running', percent: 25 }],
    ['all is done', [row('look', 'done'), row('light', 'done'), row('ladder', 'done')], { state: 'done' }],
    ['one failed', [row('look', 'done'), row('light', 'failed')], { state: 'failed', reason: 'Rusak.' }],
    ['the disk is full', [{ ...row('look', 'waiting'), reason: 'Penuh.' }], { state: 'held', reason: 'Penuh.' }],
    ['there is no ffmpeg', [row('look', 'toolless')], { state: 'toolless' }],
  ])('when %s', (_, rows, condition) => {
    expect(conditionOf('film', rows)).toEqual(condition)
  })

  test('sound and pictures are looked into alone, and of a document nothing is made', () => {
    expect(conditionOf('sound', [row('look', 'done')])).toEqual({ state: 'done' })
    expect(conditionOf('picture', [row('look', 'done')])).toEqual({ state: 'done' })
    expect(conditionOf('document', [])).toBeNull()
    expect(stepsOf('document')).toEqual([])
  })
})

test('each step of a film is followed by the next, and the last by none', () => {
  expect(stepsOf('film').map((step) => stepAfter('film', step))).toEqual(['light', 'ladder', undefined])
})

test('a shorter film never waits behind a longer one, and has no more time than that', () => {
  const films = fc.tuple(fc.nat(400_000), fc.nat(400_000)).map((pair) => pair.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(films, ([short = 0, long = 0]) => {
      expect(priorityOf(short)).toBeGreaterThanOrEqual(priorityOf(long))
      expect(limitOf(short)).toBeLessThanOrEqual(limitOf(long))
    }),
  )
  expect([limitOf(0), limitOf(60), limitOf(1e6)]).toEqual([120, 1200, 82_800])
})

test('a film that ends long before its end is cut short; the last second of sound does not count', () => {
  expect([isCutShort(5.4, 12), isCutShort(59, 60), isCutShort(3, 3.07)]).toEqual([true, false, false])
})
