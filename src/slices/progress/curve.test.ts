import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '#kit/date.ts'
import { curveDays, curveOf, meanCurve, programmeCourse, tableDays } from './curve.ts'
import { axisOf, type Reading, type Track } from './schedule.ts'

const day = fc.integer({ min: 0, max: 400 }).map((count) => addDays('2026-01-01', count))
const readings = fc
  .array(fc.record({ on: day, percent: fc.integer({ min: 0, max: 100 }), isVerified: fc.boolean() }), { maxLength: 4 })
  .map((all): Reading[] => all.toSorted((a, b) => a.on.localeCompare(b.on)))
const track: fc.Arbitrary<Track> = fc
  .record({ one: day, other: day, hasStart: fc.boolean(), readings })
  .map(({ one, other, hasStart, readings: said }) => {
    const [startsOn = one, endsOn = other] = [one, other].toSorted()
    return { startsOn: hasStart ? startsOn : null, endsOn, readings: said }
  })
const tracks = fc.array(track, { minLength: 1, maxLength: 8 })
const year = { fromOn: '2026-01-01', untilOn: '2026-12-31' }
const everyFiveDays = Array.from({ length: 82 }, (_, count) => addDays('2025-12-30', count * 5))
const planned = (all: Track[], days: Day[]) => curveOf(all, days, '2026-06-01').map((point) => point.planned)

describe('the planned curve', () => {
  test('never falls, is nothing before the first day and all from the last', () => {
    fc.assert(
      fc.property(tracks, (all) => {
        const curve = planned(all, everyFiveDays)
        expect(curve.every((value, at) => at === 0 || value >= (curve[at - 1] ?? 0))).toBe(true)
        const first = all.map(({ startsOn, endsOn }) => startsOn ?? endsOn ?? '').toSorted()[0] ?? ''
        const last =
          all
            .map(({ endsOn }) => endsOn ?? '')
            .toSorted()
            .at(-1) ?? ''
        expect(planned(all, [addDays(first, -1), last, addDays(last, 1)])).toEqual([0, 100, 100])
      }),
      { numRuns: 50 },
    )
  })

  test('leaves out what has no last day, and is none where nothing has', () => {
    const dated = {
      startsOn: null,
      endsOn: '2026-05-31',
      readings: [{ on: '2026-05-01', percent: 40, isVerified: true }],
    }
    const undated = {
      startsOn: '2026-01-01',
      endsOn: null,
      readings: [{ on: '2026-05-01', percent: 90, isVerified: true }],
    }
    expect(curveOf([dated, undated], ['2026-05-31'], '2026-06-01')).toEqual(
      curveOf([dated], ['2026-05-31'], '2026-06-01'),
    )
    expect(curveOf([undated], ['2026-05-31'], '2026-06-01')).toEqual([])
    expect(curveOf([], ['2026-05-31'], '2026-06-01')).toEqual([])
  })
})

test('the order of activities never matters', () => {
  fc.assert(
    fc.property(tracks, day, (all, today) => {
      const [one, other] = [all, all.toReversed()].map((some) => curveOf(some, everyFiveDays, today))
      for (const [at, point] of (one ?? []).entries()) {
        expect(other?.[at]?.planned).toBeCloseTo(point.planned, 8)
        expect(other?.[at]?.reported ?? -1).toBeCloseTo(point.reported ?? -1, 8)
        expect(other?.[at]?.verified ?? -1).toBeCloseTo(point.verified ?? -1, 8)
      }
    }),
    { numRuns: 20 },
  )
})

describe('the real curve', () => {
  const done = (percent: number, isVerified: boolean, on: Day) => ({ on, percent, isVerified })
  const one = {
    startsOn: null,
    endsOn: '2026-03-31',
    readings: [done(50, true, '2026-02-01'), done(80, false, '2026-03-01')],
  }
  const silent = { startsOn: null, endsOn: '2026-03-31', readings: [] }

  test('is the last report, verified the last that was verified, and nothing after today', () => {
    const curve = curveOf([one, silent], ['2026-01-31', '2026-02-01', '2026-03-01', '2026-03-02'], '2026-03-01')
    expect(curve.map(({ reported }) => reported)).toEqual([0, 25, 40, null])
    expect(curve.map(({ verified }) => verified)).toEqual([0, 25, 25, null])
  })

  test('of a programme is the mean of its projects, however many activities each has', () => {
    const rows = [
      { ...one, projectId: 'a' },
      { ...silent, projectId: 'b' },
      { ...silent, projectId: 'b' },
      { startsOn: null, endsOn: null, readings: [], projectId: 'undated' },
    ]
    const { points, projects, planned: wanted } = programmeCourse(year, rows, '2026-03-31')
    expect(projects).toBe(2)
    expect(points.find(({ on }) => on === '2026-03-31')).toMatchObject({ planned: 100, reported: 40, verified: 25 })
    expect([...wanted]).toEqual([
      ['a', 100],
      ['b', 100],
    ])
    expect(programmeCourse(year, [], '2026-03-31')).toMatchObject({ points: [], projects: 0 })
    expect(meanCurve([[], []])).toEqual([])
  })
})

test('the days of the table are among those of the curve, in order, with today where the axis reaches it', () => {
  fc.assert(
    fc.property(tracks, day, (all, today) => {
      const axis = axisOf(year, all)
      const days = curveDays(axis, today)
      expect(days).toEqual([...new Set(days)].toSorted())
      expect(tableDays(axis, today).every((told) => days.includes(told))).toBe(true)
      expect(days.includes(today)).toBe(today <= axis.until)
    }),
    { numRuns: 50 },
  )
})
