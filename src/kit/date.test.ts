import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  beginningOf,
  dayIn,
  dayInWords,
  daysBetween,
  dueOn,
  instantInWords,
  isDay,
  rangeInWords,
  weekdayInWords,
  zones,
} from './date.ts'

const days = fc
  .integer({ min: 0, max: 60_000 })
  .map((count) => new Date(Date.UTC(1950, 0, 1 + count)).toISOString().slice(0, 10))

/** Before 1964 the zones of Indonesia were others. */
const daysSince1970 = days.filter((day) => day >= '1970')

describe('a day', () => {
  test('is the one that it is in the zone, not at Greenwich', () => {
    const instant = new Date('2026-11-24T17:30:00Z')
    expect(dayIn('Asia/Jakarta', instant)).toBe('2026-11-25')
    expect(dayIn('Asia/Jakarta', new Date('2026-11-24T16:59:59Z'))).toBe('2026-11-24')
    expect(dayIn('Asia/Jayapura', new Date('2026-11-24T15:00:00Z'))).toBe('2026-11-25')
  })

  test('begins in its zone where the day before ends', () => {
    fc.assert(
      fc.property(daysSince1970, fc.constantFrom(...zones), (day, zone) => {
        const begins = beginningOf(zone, day)
        expect(dayIn(zone, begins)).toBe(day)
        expect(dayIn(zone, new Date(begins.getTime() - 1))).toBe(addDays(day, -1))
      }),
    )
  })

  test('some days later is that many days away', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
        expect(isDay(addDays(day, count))).toBe(true)
      }),
    )
  })

  test.each(['2026-02-30', '2026-13-01', '26-01-01', '0000-01-01', '', 'besok'])('%s is none', (text) => {
    expect(isDay(text)).toBe(false)
  })

  test('is written as Indonesians write it', () => {
    expect(dayInWords('2021-04-07')).toBe('7 April 2021')
    expect(weekdayInWords('2021-04-07')).toBe('Rabu, 7 April 2021')
    expect(rangeInWords('2021-04-07', '2021-04-09')).toBe('7–9 April 2021')
    expect(instantInWords('Asia/Makassar', new Date('2021-04-07T01:00:00Z'))).toBe('7 April 2021 pukul 09.00 WITA')
  })
})

test.each([
  ['2026-11-23', { state: 'late', days: 1 }],
  ['2026-11-24', { state: 'soon', days: 0 }],
  ['2026-11-27', { state: 'soon', days: 3 }],
  ['2026-11-28', { state: 'open', days: 4 }],
])('due on %s, seen on 24 November', (day, due) => {
  expect(dueOn(day, '2026-11-24')).toEqual(due)
})
