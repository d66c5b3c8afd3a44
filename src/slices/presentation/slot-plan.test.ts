import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planSlots, type Wish } from './slot-plan.ts'

const day = '2026-12-01'
const nine = 9 * 60
const room = (id: string, judges: string[] = [], from = nine, until = nine + 60) => ({ id, day, from, until, judges })
const wish = (but: Partial<Wish> = {}): Wish => ({
  ...{ rooms: [room('A')], wanted: [], minutes: 20, gap: 0, breaks: [], occupied: [], busy: [] },
  ...but,
})
const wants = (...of: string[][]) => of.map(([id = '', ...people]) => ({ id, people }))

describe('a schedule', () => {
  test('fills the hours of a room, leaves out its breaks, and says what no longer fits', () => {
    const breaks = [{ from: nine + 20, until: nine + 35 }]
    const plan = planSlots(wish({ wanted: wants(['a'], ['b'], ['c']), breaks }))
    expect(plan.placed.map(({ id, from }) => [id, from - nine])).toEqual([
      ['a', 0],
      ['b', 35],
    ])
    expect(plan.unplaced).toEqual([{ id: 'c', why: 'taken', people: [] }])
  })

  test('moves one who can come later, so that another who cannot has the early hour', () => {
    const busy = [{ personId: 'early', day, from: nine + 20, until: nine + 60 }]
    const plan = planSlots(wish({ wanted: wants(['a'], ['b'], ['c', 'early']), busy }))
    expect(plan.placed.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  })

  test('names who can be there at no hour, and who is elsewhere at the hours that are left', () => {
    const busy = [{ personId: 'away', day, from: 0, until: 1440 }]
    expect(planSlots(wish({ wanted: wants(['a', 'away', 'there']), busy })).unplaced).toEqual([
      { id: 'a', why: 'absent', people: ['away'] },
    ])
    const rooms = [room('A', [], nine, nine + 20), room('B', [], nine, nine + 20)]
    expect(planSlots(wish({ rooms, wanted: wants(['a', 'both'], ['b', 'both']) })).unplaced).toEqual([
      { id: 'b', why: 'taken', people: ['both'] },
    ])
    expect(planSlots(wish({ rooms: [], wanted: wants(['a']) })).unplaced).toMatchObject([{ why: 'full' }])
  })

  test('leaves a pause beside what stays where it is', () => {
    const occupied = [{ roomId: 'A', day, from: nine + 25, until: nine + 40 }]
    const plan = planSlots(wish({ minutes: 15, gap: 5, occupied, wanted: wants(['a'], ['b'], ['c']) }))
    expect(plan.placed.map(({ from }) => from - nine)).toEqual([0, 45])
  })
})

const persons = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6')
const days = fc.constantFrom('2026-12-01', '2026-12-02')
const span = fc
  .record({ day: days, from: fc.integer({ min: 96, max: 130 }), long: fc.integer({ min: 2, max: 24 }) })
  .map(({ day: on, from, long }) => ({ day: on, from: from * 5, until: (from + long) * 5 }))
const arbitrary = fc
  .record({
    rooms: fc.array(fc.record({ at: span, judges: fc.uniqueArray(persons, { maxLength: 2 }) }), { maxLength: 4 }),
    wanted: fc.array(fc.uniqueArray(persons, { maxLength: 3 }), { maxLength: 12 }),
    minutes: fc.constantFrom(10, 15, 20, 30),
    gap: fc.constantFrom(0, 5),
    breaks: fc.array(span, { maxLength: 1 }),
    busy: fc.array(fc.record({ at: span, personId: persons }), { maxLength: 5 }),
  })
  .map(
    ({ rooms, wanted, busy, ...rest }): Wish => ({
      ...rest,
      rooms: rooms.map(({ at, judges }, index) => ({ ...at, judges, id: `room${index}` })),
      wanted: wanted.map((people, index) => ({ id: `w${String(index).padStart(2, '0')}`, people })),
      busy: busy.map(({ at, personId }) => ({ ...at, personId })),
      occupied: [],
    }),
  )

type Slot = { id: string; roomId: string; day: string; from: number }
const meet = (a: { day: string; from: number; until: number }, b: typeof a) =>
  a.day === b.day && a.from < b.until && b.from < a.until

/** Whether this slot could stand beside those, told without the planner. */
function fits(slot: Slot, others: Slot[], { rooms, wanted, minutes, gap, breaks, busy }: Wish): boolean {
  const at = rooms.find(({ id }) => id === slot.roomId)
  const peopleOf = (one: Slot) => [
    ...(wanted.find(({ id }) => id === one.id)?.people ?? []),
    ...(rooms.find(({ id }) => id === one.roomId)?.judges ?? []),
  ]
  const spanOf = (one: Slot, more = 0) => ({ ...one, from: one.from - more, until: one.from + minutes + more })
  const own = spanOf(slot)
  return (
    at !== undefined &&
    own.day === at.day &&
    own.from >= at.from &&
    own.until <= at.until &&
    !breaks.some((pause) => own.from < pause.until && pause.from < own.until) &&
    !busy.some((away) => peopleOf(slot).includes(away.personId) && meet(own, away)) &&
    !others.some((other) => other.roomId === slot.roomId && meet(spanOf(slot, gap), spanOf(other))) &&
    !others.some((other) => meet(own, spanOf(other)) && peopleOf(other).some((one) => peopleOf(slot).includes(one)))
  )
}

describe('whatever is asked', () => {
  test('each is placed once or named, within the hours, and nobody and no room is in two at once', () => {
    fc.assert(
      fc.property(arbitrary, (asked) => {
        const { placed, unplaced } = planSlots(asked)
        expect([...placed, ...unplaced].map(({ id }) => id).toSorted()).toEqual(asked.wanted.map(({ id }) => id))
        for (const [at, slot] of placed.entries()) expect(fits(slot, placed.toSpliced(at, 1), asked)).toBe(true)
      }),
    )
  })

  test('what stays without a slot fits nowhere, not even at an odd hour', () => {
    fc.assert(
      fc.property(arbitrary, (asked) => {
        const { placed, unplaced } = planSlots(asked)
        for (const { id } of unplaced)
          for (const { id: roomId, day: on, from, until } of asked.rooms)
            for (let at = from; at < until; at += asked.minutes)
              expect(fits({ id, roomId, day: on, from: at }, placed, asked)).toBe(false)
      }),
    )
  })

  test('the order in which it is given never matters', () => {
    fc.assert(
      fc.property(arbitrary, (asked) => {
        const turned = { ...asked, rooms: asked.rooms.toReversed(), wanted: asked.wanted.toReversed() }
        expect(planSlots({ ...turned, busy: asked.busy.toReversed() })).toEqual(planSlots(asked))
      }),
    )
  })

  test('where nobody is shared, the most are placed that can be, so that fewer absences never place fewer', () => {
    fc.assert(
      fc.property(arbitrary, (shared) => {
        const rooms = shared.rooms.map((one) => ({ ...one, judges: [] }))
        const wanted = shared.wanted.map(({ id }) => ({ id, people: [id] }))
        const busy = shared.busy.map((one, at) => ({ ...one, personId: wanted[at]?.id ?? '' }))
        const asked = { ...shared, rooms, wanted, busy }
        const count = planSlots(asked).placed.length
        expect(count).toBeGreaterThanOrEqual(largest(asked))
        expect(planSlots({ ...asked, busy: [] }).placed.length).toBeGreaterThanOrEqual(count)
      }),
      { numRuns: 30 },
    )
  })
})

/** How many of these can have one of the hours that a full room has, told by trying each way to shift the others. */
function largest(asked: Wish): number {
  const all = asked.rooms.flatMap(
    ({ id }) =>
      planSlots({ ...asked, rooms: asked.rooms.filter((one) => one.id === id), busy: [], wanted: many }).placed,
  )
  const holder = new Map<number, string>()
  const shift = (id: string, seen: Set<number>): boolean =>
    all.some((hour, at) => {
      if (seen.has(at) || !fits({ ...hour, id }, [], asked)) return false
      seen.add(at)
      const other = holder.get(at)
      if (other !== undefined && !shift(other, seen)) return false
      holder.set(at, id)
      return true
    })
  return asked.wanted.filter(({ id }) => shift(id, new Set())).length
}
const many = Array.from({ length: 40 }, (_, at) => ({ id: `many${at}`, people: [] }))
