import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, daysBetween } from '#kit/date.ts'
import {
  closedBefore,
  type GivenReport,
  periodOn,
  periodsOf,
  type Reportable,
  reminderFor,
  standingIn,
} from './period.ts'

const year = { fromOn: '2026-01-01', untilOn: '2026-12-31', reportDays: 5 }
const settings = fc
  .record({
    start: fc.integer({ min: 0, max: 9000 }),
    length: fc.integer({ min: 1, max: 1095 }),
    reporting: fc.constantFrom('monthly', 'quarterly', 'half-yearly'),
    reportDays: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ start, length, reporting, reportDays }) => {
    const fromOn = addDays('2020-01-01', start)
    return { fromOn, untilOn: addDays(fromOn, length), reporting, reportDays } as const
  })

describe('the periods of any programme', () => {
  test('hold each of its days once, and no other day', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const periods = periodsOf(setting)
        expect(periods[0]?.fromOn).toBe(setting.fromOn)
        expect(periods.at(-1)?.untilOn).toBe(setting.untilOn)
        for (const [at, { fromOn, untilOn }] of periods.entries()) {
          expect(untilOn >= fromOn).toBe(true)
          const next = periods[at + 1]
          if (next) expect(next.fromOn).toBe(addDays(untilOn, 1))
        }
      }),
    )
  })

  test('have ascending due days and codes of their own', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const periods = periodsOf(setting)
        for (const { untilOn, dueOn } of periods) expect(daysBetween(untilOn, dueOn)).toBe(setting.reportDays)
        const dues = periods.map(({ dueOn }) => dueOn)
        expect(dues).toEqual([...new Set(dues)].sort())
        expect(new Set(periods.map(({ code }) => code)).size).toBe(periods.length)
      }),
    )
  })

  test('take a report of any day into the one that is closed neither before it nor after a later one', () => {
    fc.assert(
      fc.property(settings, fc.integer({ min: -10, max: 1140 }), (setting, after) => {
        const periods = periodsOf(setting)
        const day = addDays(setting.fromOn, after)
        const [period, closed] = [periodOn(periods, day), closedBefore(periods, day)]
        if (day <= setting.untilOn) expect(period).toBeDefined()
        if (period) expect(period.dueOn >= day).toBe(true)
        if (closed) expect(closed.dueOn < day).toBe(true)
        const at = period ? periods.indexOf(period) : periods.length
        expect(periods[at - 1]).toBe(closed)
      }),
    )
  })
})

test.each([
  ['none', []],
  ['quarterly', ['2026-tw1', '2026-tw2', '2026-tw3', '2026-tw4']],
  ['half-yearly', ['2026-s1', '2026-s2']],
] as const)('a calendar year that is reported %s has the periods %j', (reporting, codes) => {
  expect(periodsOf({ ...year, reporting }).map(({ code }) => code)).toEqual(codes)
})

test('a programme from February to November is cut at both ends of its quarters', () => {
  const setting = { ...year, fromOn: '2026-02-10', untilOn: '2026-11-20', reporting: 'quarterly' as const }
  expect(periodsOf(setting)).toEqual([
    { code: '2026-tw1', fromOn: '2026-02-10', untilOn: '2026-03-31', dueOn: '2026-04-05' },
    { code: '2026-tw2', fromOn: '2026-04-01', untilOn: '2026-06-30', dueOn: '2026-07-05' },
    { code: '2026-tw3', fromOn: '2026-07-01', untilOn: '2026-09-30', dueOn: '2026-10-05' },
    { code: '2026-tw4', fromOn: '2026-10-01', untilOn: '2026-11-20', dueOn: '2026-11-25' },
  ])
})

describe('a project in October, which is due on 5 November', () => {
  const periods = periodsOf({ ...year, reporting: 'monthly' })
  const october = periods.find(({ code }) => code === '2026-10')
  if (!october) throw new Error('There is no October.')

  const given = (lineId: string, on: Day, but: Partial<GivenReport> = {}): GivenReport => ({
    ...{ lineId, on, percent: 50, state: 'reported' },
    ...but,
  })
  const standing = (but: Partial<Reportable>, today = '2026-11-06') =>
    standingIn(
      periods,
      october,
      {
        ...{ runsFrom: '2026-04-16', runsUntil: null, reports: [] },
        activities: [
          { lineId: 'a', startsOn: '2026-05-01' },
          { lineId: 'b', startsOn: null },
        ],
        ...but,
      },
      today,
    )

  test('is late from the day after the due day, with what it lacks', () => {
    const reports = [given('a', '2026-10-20')]
    expect(standing({ reports }, '2026-11-05')).toEqual({ state: 'open', asked: ['a', 'b'], lacking: ['b'] })
    expect(standing({ reports }, '2026-11-06')).toEqual({ state: 'late', asked: ['a', 'b'], lacking: ['b'] })
  })

  test('has reported when every activity has a report between the due days', () => {
    const reports = [given('a', '2026-10-06'), given('b', '2026-11-05')]
    expect(standing({ reports })).toMatchObject({ state: 'reported', lacking: [] })
    expect(standing({ reports: [given('a', '2026-10-05'), given('b', '2026-11-05')] }).lacking).toEqual(['a'])
  })

  test('makes up for it afterwards, and that is said', () => {
    const reports = [given('a', '2026-10-06'), given('b', '2026-11-06')]
    expect(standing({ reports })).toMatchObject({ state: 'made-up', lacking: ['b'] })
  })

  test('is not asked of what begins later, nor of what was done before', () => {
    const activities = [
      { lineId: 'a', startsOn: '2026-10-31' },
      { lineId: 'b', startsOn: '2026-11-01' },
      { lineId: 'c', startsOn: null },
    ]
    const done = given('c', '2026-09-20', { percent: 100 })
    expect(standing({ activities, reports: [done] }).asked).toEqual(['a'])
    expect(standing({ activities, reports: [{ ...done, state: 'returned' }] }).asked).toEqual(['a', 'c'])
    expect(standing({ activities, reports: [done, given('c', '2026-09-25')] }).asked).toEqual(['a', 'c'])
    expect(standing({ activities, reports: [{ ...done, on: '2026-10-06' }] }).asked).toEqual(['a', 'c'])
  })

  test.each([
    [{ runsFrom: null }, 'unasked'],
    [{ runsFrom: '2026-11-01' }, 'unasked'],
    [{ runsFrom: '2026-10-31' }, 'late'],
    [{ runsUntil: '2026-11-05' }, 'unasked'],
    [{ runsUntil: '2026-11-06' }, 'late'],
    [{ activities: [] }, 'unasked'],
  ])('that ran as %j is %s', (but, state) => {
    expect(standing(but).state).toBe(state)
  })

  test.each([
    ['2026-11-01', null],
    ['2026-11-02', 'soon'],
    ['2026-11-05', 'soon'],
    ['2026-11-06', 'late'],
    ['2026-11-07', 'late'],
    ['2026-11-08', 'head'],
    ['2026-11-19', 'head'],
    ['2026-11-20', null],
  ])('is reminded on %s of %s', (today, reminder) => {
    expect(reminderFor(october, today)).toBe(reminder)
  })
})
