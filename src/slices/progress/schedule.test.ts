import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kit/date.ts'
import { axisOf, courseOf, labelled, placeAfter, placeOn, plannedPart, type Track } from './schedule.ts'

const track = (but: Partial<Track> = {}): Track => ({
  startsOn: '2026-03-01',
  endsOn: '2026-03-10',
  readings: [],
  ...but,
})
const said = (on: string, percent: number) => ({ on, percent, isVerified: false })

describe('what the plan wants of an activity', () => {
  test.each([
    ['2026-02-28', 0],
    ['2026-03-01', 0.1],
    ['2026-03-05', 0.5],
    ['2026-03-10', 1],
    ['2026-04-01', 1],
  ])('by %s is %s of ten days', (day, part) => expect(plannedPart(track(), day)).toBe(part))

  test('is all on the last day where there is no first, and nothing known where there is no last', () => {
    expect(plannedPart(track({ startsOn: null }), '2026-03-09')).toBe(0)
    expect(plannedPart(track({ startsOn: null }), '2026-03-10')).toBe(1)
    expect(plannedPart(track({ endsOn: null }), '2026-03-10')).toBeNull()
  })
})

describe('the course of an activity', () => {
  test('is done since the day after which nothing less was reported, and late until then', () => {
    const readings = [said('2026-03-02', 0), said('2026-03-04', 40), said('2026-03-09', 100), said('2026-03-11', 90)]
    expect(courseOf(track({ readings }), '2026-03-12')).toMatchObject({
      begunOn: '2026-03-04',
      doneOn: null,
      lateBy: 2,
    })
    const again = [...readings, said('2026-03-14', 100), said('2026-03-20', 100)]
    expect(courseOf(track({ readings: again }), '2026-03-30')).toMatchObject({ doneOn: '2026-03-14', lateBy: 4 })
  })

  test.each([
    ['its last day is today', [], '2026-03-10', { lateBy: 0, planned: 100, isCritical: true }],
    ['it is 20 points behind', [said('2026-03-04', 30)], '2026-03-05', { planned: 50, isCritical: true }],
    ['it is 19 points behind', [said('2026-03-04', 31)], '2026-03-05', { planned: 50, isCritical: false }],
    ['a little is left', [said('2026-03-04', 81)], '2026-03-12', { lateBy: 2, isCritical: false }],
    ['it has not begun yet', [], '2026-02-01', { percent: 0, planned: 0, lateBy: 0, isCritical: false }],
  ])('when %s', (_, readings, today, course) => {
    expect(courseOf(track({ readings }), today)).toMatchObject(course)
  })

  test('without a last day is never late', () => {
    const course = courseOf(track({ endsOn: null, readings: [said('2026-03-04', 10)] }), '2027-01-01')
    expect(course).toMatchObject({ planned: null, lateBy: 0, isCritical: false })
  })
})

describe('the axis', () => {
  const year = { fromOn: '2026-01-12', untilOn: '2026-12-31' }

  test('has months, stretched by what lies outside of the programme', () => {
    const axis = axisOf(year, [track({ endsOn: '2027-01-20', readings: [said('2027-02-02', 100)] })])
    expect(axis).toMatchObject({ from: '2026-01-12', until: '2027-02-02', steps: 'months' })
    expect(axis.ticks.slice(0, 3)).toEqual(['2026-01-12', '2026-02-01', '2026-03-01'])
    expect(axis.ticks.at(-1)).toBe('2027-02-01')
  })

  test('has weeks in a short programme and quarters in a long one', () => {
    const short = axisOf({ fromOn: '2026-03-02', untilOn: '2026-05-31' }, [])
    expect(short.ticks.slice(0, 2)).toEqual(['2026-03-02', '2026-03-09'])
    const long = axisOf({ fromOn: '2026-02-01', untilOn: '2029-01-31' }, [])
    expect(long.ticks.slice(0, 3)).toEqual(['2026-02-01', '2026-04-01', '2026-07-01'])
  })

  test('runs from nought to a hundred, each day after the one before', () => {
    const days = fc.integer({ min: 0, max: 353 }).map((count) => addDays(year.fromOn, count))
    const axis = axisOf(year, [])
    expect([placeOn(axis, axis.from), placeAfter(axis, axis.until)]).toEqual([0, 100])
    fc.assert(fc.property(days, (day) => placeOn(axis, day) < placeAfter(axis, day)))
  })

  test('names no tick that has no room', () => {
    const axis = axisOf({ fromOn: '2026-01-25', untilOn: '2026-12-31' }, [])
    expect(labelled(axis, 13)).not.toContain('2026-01-25')
    expect(labelled(axis, 6)).toEqual([
      '2026-02-01',
      '2026-04-01',
      '2026-06-01',
      '2026-08-01',
      '2026-10-01',
      '2026-12-01',
    ])
  })
})
