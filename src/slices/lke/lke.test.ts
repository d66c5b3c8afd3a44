import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { by, compare, exact, plus, sumOf } from '#kit/decimal.ts'
import { answerOf, type CountedAgent, type CountedChange, countsIn, figuresByUnit, figuresOf, gradeOf } from './lke.ts'

const agent = (personId: string, unitId = 'unit'): CountedAgent => ({
  appointmentId: `${personId} ${unitId}`,
  personId,
  name: personId,
  seatId: 'seat',
  seatNumber: 1,
  unitId,
  unitName: unitId,
  programmeId: 'programme',
  programmeName: 'Agen Perubahan 2026',
  agentCount: 'last-day',
  fromOn: '2026-01-01',
  untilOn: '2026-12-31',
})
const change = (projectId: string, isIntegrated: boolean, unitId = 'unit'): CountedChange => ({
  projectId,
  code: projectId,
  title: projectId,
  seatNumber: 1,
  unitId,
  unitName: unitId,
  confirmedAt: new Date('2026-11-24T02:00:00Z'),
  document: isIntegrated
    ? { kind: 'circular', number: 'SE-1', datedOn: '2026-11-02', verifiedAt: new Date('2026-11-24T02:00:00Z') }
    : null,
})
const several = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
const count = fc.integer({ min: 0, max: 60 })
const one = exact('1')

test('14 agents, 13 changes, 5 integrated: nothing is rounded before it is weighted', () => {
  const changes = several(13, (at) => change(`p${at}`, at < 5))
  const figures = figuresOf(
    several(14, (at) => agent(`a${at}`)),
    changes,
  )
  expect(figures.concrete?.ratio).toEqual(by(exact('13'), exact('14')))
  expect(figures.integration?.points).toEqual(by(exact('5'), exact('13')))
  expect(figures.grade).toBe('A')
  expect(figures.total).toEqual(sumOf([by(exact('13'), exact('14')), by(exact('5'), exact('13')), exact('0.375')]))
})

test('18 changes of 14 agents are more than all, and score 1', () => {
  const answer = answerOf(18, 14, one)
  expect(answer?.ratio).toEqual(by(exact('9'), exact('7')))
  expect(answer?.score).toEqual(one)
})

describe('whatever is counted', () => {
  test('an answer is null exactly where nothing is divided by, and its score never exceeds 1', () => {
    fc.assert(
      fc.property(count, count, (over, under) => {
        const answer = answerOf(over, under, one)
        expect(answer === null).toBe(under === 0)
        if (!answer) return
        expect(compare(answer.score, one)).toBeLessThanOrEqual(0)
        expect(compare(answer.score, answer.ratio) === 0).toBe(over <= under)
      }),
    )
  })

  test('the total is there exactly where both ratios are', () => {
    fc.assert(
      fc.property(count, count, fc.array(fc.boolean()), (agents, _, integrated) => {
        const figures = figuresOf(
          several(agents, (at) => agent(`a${at}`)),
          integrated.map((isIntegrated, at) => change(`p${at}`, isIntegrated)),
        )
        expect(figures.total === null).toBe(agents === 0 || integrated.length === 0)
        if (figures.total) expect(compare(figures.total, plus(exact('2'), exact('0.375')))).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('a person in several seats counts once for the agency, and once in each unit', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3 }))), (pairs) => {
        const agents = pairs.map(([person, unit]) => agent(`a${person}`, `u${unit}`))
        expect(figuresOf(agents, []).agents).toBe(new Set(pairs.map(([person]) => person)).size)
        for (const { unitId, agents: counted } of figuresByUnit(agents, []))
          expect(counted).toBe(
            new Set(pairs.filter(([, unit]) => `u${unit}` === unitId).map(([person]) => person)).size,
          )
      }),
    )
  })
})

test.each([
  ['last-day', '2026-01-01', '2026-12-31', true],
  ['last-day', '2026-01-01', '2026-12-30', false],
  ['last-day', '2026-12-31', '2027-06-30', true],
  ['last-day', '2027-01-01', '2027-12-31', false],
  ['any-time', '2026-01-01', '2026-01-02', true],
  ['any-time', '2025-01-01', '2026-01-01', true],
  ['any-time', '2025-01-01', '2025-12-31', false],
  ['any-time', '2027-01-01', '2027-12-31', false],
] as const)('read as %s, an appointment from %s until %s counts in 2026: %s', (agentCount, fromOn, untilOn, answer) => {
  expect(countsIn(2026, { agentCount, fromOn, untilOn })).toBe(answer)
})

test.each([
  [0, 0, 'C'],
  [0, 3, 'C'],
  [2, 0, 'B'],
  [2, 1, 'A'],
] as const)('%i agents with %i changes are %s', (agents, changes, grade) => {
  expect(gradeOf(agents, changes)).toBe(grade)
})
