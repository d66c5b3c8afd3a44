import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAtRest, netChanges, type SlotChange, saidOf } from './gathering.ts'

const now = new Date('2026-11-24T02:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

test.each([
  [[], false],
  [[0], false],
  [[4.9], false],
  [[5], true],
  [[12, 4], false],
  [[12, 6], true],
  [[30, 0], true],
] as const)('what was changed %o minutes ago is at rest: %s', (ages, isRest) => {
  expect(isAtRest(ages.map(ago), now)).toBe(isRest)
})

const places = ['09:00', '09:20', '09:40'].map((beginsAt) => ({ sittingId: 'sitting', beginsAt, minutes: 20 }))
const placeAt = (at: number) => places[at] ?? { sittingId: 'sitting', beginsAt: '10:00', minutes: 20 }
const change = (kind: SlotChange['kind'], to: number, from: number | null = null): SlotChange => ({
  ...{ entryId: `${kind} to ${to}`, presentationId: 'slot', kind, heldOn: '2026-12-02' },
  ...{ ...placeAt(to), from: from === null ? null : placeAt(from) },
})

describe('of several changes is told', () => {
  test.each([
    ['a slot once, where it is in the end', [change('moved', 1, 0), change('moved', 2, 1)], ['moved 09:40']],
    ['a new slot as new, though it moved', [change('scheduled', 0), change('moved', 1, 0)], ['scheduled 09:20']],
    ['nothing of what moved there and back', [change('moved', 1, 0), change('moved', 0, 1)], []],
    ['nothing of what was given and taken', [change('scheduled', 0), change('cancelled', 0)], []],
    [
      'that it was taken, wherever it was meanwhile',
      [change('moved', 1, 0), change('cancelled', 1)],
      ['cancelled 09:20'],
    ],
    ['what became of its sitting, though the hour is the same', [change('moved', 0)], ['moved 09:00']],
  ])('%s', (_, changes, told) => {
    expect(netChanges(changes).map(({ kind, beginsAt }) => `${kind} ${beginsAt}`)).toEqual(told)
  })

  test('of a project that left one sitting for another, that it moved; of others what it is', () => {
    const changes = [
      { ...change('cancelled', 0), code: 'left for another' },
      { ...change('cancelled', 1), code: 'left' },
      { ...change('scheduled', 2), code: 'left for another' },
      { ...change('scheduled', 0), code: 'new' },
    ]
    expect(saidOf(changes).map(({ kind, code }) => [code, kind])).toEqual([
      ['left', 'cancelled'],
      ['left for another', 'moved'],
      ['new', 'scheduled'],
    ])
  })

  test('each slot by itself, however theirs are mixed', () => {
    const moves = fc.array(fc.record({ slot: fc.constantFrom('a', 'b', 'c'), to: fc.integer({ min: 0, max: 2 }) }))
    fc.assert(
      fc.property(moves, (asked) => {
        const at = new Map([...'abc'].map((slot) => [slot, 0]))
        const changes = asked.map(({ slot, to }, index) => {
          const moved = change('moved', to, at.get(slot) ?? 0)
          at.set(slot, to)
          return { ...moved, presentationId: slot, entryId: String(index) }
        })
        const told = netChanges(changes)
        const away = [...at].filter(([, to]) => to !== 0).map(([slot, to]) => [slot, placeAt(to).beginsAt])
        expect(told.map(({ presentationId, beginsAt }) => [presentationId, beginsAt]).toSorted()).toEqual(away)
      }),
    )
  })
})
