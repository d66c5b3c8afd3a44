import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AwaitingNotice, isOpenAt, mailingOf, mailsDue } from './mailing.ts'

const hours = { zone: 'Asia/Jakarta', from: '07:00', until: '18:00' } as const
const [monday, tuesday] = [new Date('2026-11-23T03:00:00Z'), new Date('2026-11-24T03:00:00Z')]

test.each([
  ['2026-11-23T00:00:00Z', true],
  ['2026-11-22T23:59:59Z', false],
  ['2026-11-23T10:59:59Z', true],
  ['2026-11-23T11:00:00Z', false],
  ['2026-11-21T03:00:00Z', false],
  ['2026-11-22T03:00:00Z', false],
])('at %s letters go in Jakarta: %s', (instant, isOpen) => {
  expect(isOpenAt(new Date(instant), hours)).toBe(isOpen)
})

test('working hours are those of the agency’s own zone', () => {
  const early = new Date('2026-11-22T22:30:00Z')
  expect(isOpenAt(early, { ...hours, zone: 'Asia/Jayapura' })).toBe(true)
  expect(isOpenAt(early, hours)).toBe(false)
})

test.each([
  ['usual', 'digest', 'now', 'now'],
  ['each', 'opening', 'now', 'now'],
  ['office-hours', 'digest', 'now', 'opening'],
  ['decisions', 'none', 'now', 'now'],
] as const)('who chose %s gets a reminder: %s, a decision by day: %s, by night: %s', (choice, reminder, day, night) => {
  for (const isOpen of [true, false]) expect(mailingOf(true, choice, isOpen)).toBe(reminder)
  expect(mailingOf(false, choice, true)).toBe(day)
  expect(mailingOf(false, choice, false)).toBe(night)
})

describe('the letters that are due', () => {
  const notice = (id: string, but: Partial<AwaitingNotice> = {}): AwaitingNotice => ({
    ...{ id, whom: 'nadia', awaits: 'digest', lastDigestAt: null },
    ...but,
  })

  test('are one digest of all that waits for a person, and each other notice by itself', () => {
    const notices = [notice('a'), notice('b', { whom: 'bonar' }), notice('c', { awaits: 'opening' }), notice('d')]
    expect(mailsDue(monday, hours, notices)).toEqual([
      { whom: 'nadia', ids: ['c'], isDigest: false },
      { whom: 'nadia', ids: ['a', 'd'], isDigest: true },
      { whom: 'bonar', ids: ['b'], isDigest: true },
    ])
  })

  test('hold no second digest of the same day', () => {
    expect(mailsDue(monday, hours, [notice('a', { lastDigestAt: monday })])).toEqual([])
    expect(mailsDue(tuesday, hours, [notice('a', { lastDigestAt: monday })])).toHaveLength(1)
  })

  test('are none at night or at the weekend, and by day never name a notice twice', () => {
    const some = fc.array(
      fc.record({
        id: fc.uuid(),
        whom: fc.constantFrom('nadia', 'bonar'),
        awaits: fc.constantFrom('opening' as const, 'digest' as const),
        lastDigestAt: fc.constantFrom(null, monday, tuesday),
      }),
    )
    const instants = fc.date({ min: monday, max: new Date('2027-11-23T03:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(some, instants, (notices, now) => {
        const ids = mailsDue(now, hours, notices).flatMap((mail) => mail.ids)
        if (!isOpenAt(now, hours)) expect(ids).toEqual([])
        expect(ids.length).toBe(new Set(ids).size)
      }),
    )
  })
})
