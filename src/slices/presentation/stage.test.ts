import { expect, test } from 'vitest'
import { makePresentation } from './make-presentation.ts'
import { clockLeft, secondsLeft, stageOf, stateOf } from './stage.ts'

const began = new Date('2026-11-24T02:00:00Z')
const slot = (id: string, but: Parameters<typeof makePresentation>[0] = {}) => makePresentation({ id, ...but })
const over = { startedAt: began, endedAt: new Date('2026-11-24T02:20:00Z') }
const ids = ({ shown, previous, next }: ReturnType<typeof stageOf>) => [previous?.id, shown?.id, next?.id]

test('the stage shows who presents, else who comes next, else who was last, or whom one asks for', () => {
  const first = [slot('a', over), slot('b', { startedAt: began }), slot('c')]
  expect(ids(stageOf(first, undefined))).toEqual(['a', 'b', 'c'])
  expect(ids(stageOf(first, 'c'))).toEqual(['b', 'c', undefined])
  expect(ids(stageOf([slot('a', over), slot('b'), slot('c')], undefined))).toEqual(['a', 'b', 'c'])
  expect(ids(stageOf([slot('a', over), slot('b', over)], undefined))).toEqual(['a', 'b', undefined])
  expect(ids(stageOf([], undefined))).toEqual([undefined, undefined, undefined])
})

test('the time runs from the moment that was kept, and below nothing', () => {
  const now = (text: string) => new Date(`2026-11-24T${text}Z`)
  const running = slot('a', { startedAt: began, minutes: 20 })
  expect(secondsLeft(slot('a'), now('09:00:00'))).toBe(1200)
  expect(clockLeft(secondsLeft(running, now('02:07:55')))).toBe('12:05')
  expect(clockLeft(secondsLeft(running, now('02:20:40')))).toBe('−0:40')
})

test('what the room would see changes with each beginning and end, and with nothing else', () => {
  const before = [slot('a'), slot('b')]
  expect(stateOf(before)).toBe(stateOf([slot('a', { revision: 7 }), slot('b')]))
  const running = [slot('a', { startedAt: began }), slot('b')]
  expect(new Set([before, running, [slot('a', over), slot('b')]].map(stateOf)).size).toBe(3)
})
