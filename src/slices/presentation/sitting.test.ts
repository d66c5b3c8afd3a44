import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sittingFacts } from './make-presentation.ts'
import { behind, clockOf, exchanged, isElsewhere, minutesOf, minutesOver, shifted, timeOf } from './sitting.ts'

const slots = [
  { beginsAt: '09:00', minutes: 20 },
  { beginsAt: '10:20', minutes: 45 },
]

test('a slot lasts from its hour; the next one begins behind all that are there', () => {
  expect(slots.map(timeOf)).toEqual([
    { from: '09:00', until: '09:20' },
    { from: '10:20', until: '11:05' },
  ])
  expect([behind('09:00', slots), behind('09:00', [])]).toEqual(['11:05', '09:00'])
})

test('a slot that ends after its sitting is counted in minutes', () => {
  expect(minutesOver(sittingFacts, slots)).toBe(5)
  expect(minutesOver(sittingFacts, slots.slice(0, 1))).toBe(0)
})

test('slots go with the hour of their sitting', () => {
  expect(shifted('09:20', sittingFacts, { ...sittingFacts, beginsAt: '13:30' })).toBe('13:50')
})

const slot = fc.record({
  sittingId: fc.constantFrom('A', 'B'),
  beginsAt: fc.integer({ min: 480, max: 900 }).map(clockOf),
  minutes: fc.constantFrom(15, 20, 45),
})

test('slots that changed places are back where they were once they change them again, and two in one sitting keep its span', () => {
  fc.assert(
    fc.property(slot, slot, (one, other) => {
      const [first, second] = exchanged(one, other)
      expect([first.minutes, second.minutes]).toEqual([one.minutes, other.minutes])
      if (one.sittingId !== other.sittingId) {
        expect([first.beginsAt, second.beginsAt]).toEqual([other.beginsAt, one.beginsAt])
        return
      }
      const apart = minutesOf(timeOf(one).until) <= minutesOf(other.beginsAt)
      if (!apart) return
      expect([second.beginsAt, timeOf(first).until]).toEqual([one.beginsAt, timeOf(other).until])
      expect(exchanged(first, second)).toEqual([one, other])
    }),
  )
})

test('another day, place or link is elsewhere; another name is not', () => {
  expect(isElsewhere(sittingFacts, { ...sittingFacts, title: 'Lain' })).toBe(false)
  for (const but of [{ heldOn: '2026-11-25' }, { place: 'Aula' }, { link: 'https://rapat.example' }])
    expect(isElsewhere(sittingFacts, { ...sittingFacts, ...but })).toBe(true)
})
