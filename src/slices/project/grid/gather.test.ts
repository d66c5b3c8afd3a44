import { expect, test } from 'vitest'
import { goesOn } from './gather.ts'

const from = new Date('2026-11-24T02:00:00Z')

test('what goes on is another entry after half an hour, by somebody else, or for somebody else', () => {
  const said = { event: 'action-plan.edited', accountId: 'a', onBehalfOf: 'p' }
  const last = { ...said, at: from }
  const minutesOn = (minutes: number) => new Date(from.getTime() + minutes * 60_000)
  expect(goesOn(last, said, minutesOn(29))).toBe(true)
  expect(goesOn(last, said, minutesOn(30))).toBe(false)
  expect(goesOn(undefined, said, from)).toBe(false)
  expect(goesOn(last, { ...said, accountId: 'b' }, from)).toBe(false)
  expect(goesOn(last, { ...said, onBehalfOf: 'q' }, from)).toBe(false)
  expect(goesOn({ ...last, event: 'action-plan.returned' }, said, from)).toBe(false)
})
