import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageSize } from '#kit/list.ts'
import {
  arrange,
  closedShare,
  figureNames,
  type NationalFigures,
  orders,
  pageOf,
  planningOf,
  totalOf,
  type WatchedAgency,
} from './national.ts'

const none = Object.fromEntries(figureNames.map((name) => [name, 0])) as NationalFigures
const agency = (name: string, but: Partial<WatchedAgency> = {}): WatchedAgency => ({
  ...none,
  agencyId: name,
  name,
  ...but,
})
const namesOf = (agencies: WatchedAgency[]) => agencies.map(({ name }) => name)
const usual = { words: '', order: 'nama', descending: false, number: 1 } as const

const count = fc.nat({ max: 60 })
const anyAgency = fc.record({
  agencyId: fc.uuid(),
  name: fc.constantFrom('Arsip', 'Badan 2', 'Badan 10', 'Pustaka'),
  ...Object.fromEntries(figureNames.map((name) => [name, count])),
}) as fc.Arbitrary<WatchedAgency>

test('the total is the sum of any two parts of it', () => {
  fc.assert(
    fc.property(fc.array(anyAgency), fc.array(anyAgency), (some, others) => {
      expect(totalOf([totalOf(some), totalOf(others)])).toEqual(totalOf([...some, ...others]))
    }),
  )
})

test('no order loses or doubles an agency, and turned round the figures go the other way', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyAgency, { selector: ({ agencyId }) => agencyId }), (agencies) => {
      for (const order of orders) {
        const up = arrange(agencies, { ...usual, order })
        expect(new Set(up)).toEqual(new Set(agencies))
        expect(arrange(up.toReversed(), { ...usual, order })).toEqual(up)
      }
      const late = arrange(agencies, { ...usual, order: 'terlambat', descending: true }).map((one) => one.late)
      expect(late).toEqual(late.toSorted((a, b) => b - a))
    }),
  )
})

test('names go as people count, and equal figures go by name both ways', () => {
  const agencies = [agency('Badan 10'), agency('Arsip', { late: 3 }), agency('Badan 2')]
  expect(namesOf(arrange(agencies, usual))).toEqual(['Arsip', 'Badan 2', 'Badan 10'])
  expect(namesOf(arrange(agencies, { ...usual, descending: true }))).toEqual(['Badan 10', 'Badan 2', 'Arsip'])
  const byLate = { ...usual, order: 'terlambat' } as const
  expect(namesOf(arrange(agencies, byLate))).toEqual(['Badan 2', 'Badan 10', 'Arsip'])
  expect(namesOf(arrange(agencies, { ...byLate, descending: true }))).toEqual(['Arsip', 'Badan 2', 'Badan 10'])
  expect(namesOf(arrange(agencies, { ...usual, words: 'badan' }))).toEqual(['Badan 2', 'Badan 10'])
})

test('shares are compared exactly, and where there is no project there is none', () => {
  const [third, half, empty] = [
    agency('Sepertiga', { projects: 3, closed: 1 }),
    agency('Setengah', { projects: 2, closed: 1 }),
    agency('Kosong'),
  ]
  expect(namesOf(arrange([half, empty, third], { ...usual, order: 'selesai' }))).toEqual([
    'Kosong',
    'Sepertiga',
    'Setengah',
  ])
  expect(closedShare(third)).toBe('33,3%')
  expect(closedShare(empty)).toBeNull()
  expect(planningOf({ ...none, preparing: 1, approval: 2, verification: 3, presentation: 4, running: 9 })).toBe(10)
})

test('the pages together hold each row once, and a number past the end is the last page', () => {
  const rows = Array.from({ length: pageSize * 2 + 1 }, (_, at) => at)
  expect([1, 2, 3].flatMap((number) => pageOf(rows, number).rows)).toEqual(rows)
  expect(pageOf(rows, 99)).toEqual(pageOf(rows, 3))
  expect(pageOf([], 1)).toMatchObject({ rows: [], total: 0, number: 1 })
})
