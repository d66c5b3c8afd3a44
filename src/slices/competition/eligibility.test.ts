import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eligibilityIn, fitsOf } from './eligibility.ts'
import { anEdition } from './make-entry.ts'

const edition = (year: number, closingOn: string | null, minimumYears: number | null = 2) => ({
  ...anEdition(),
  ...{ key: `${year}`, label: `KIPP ${year}`, year, closingOn, minimumYears, needsPublicService: true },
  ...{ awardRules: [{ award: 'top-99', most: 1 }], stages: [{ key: 'top-99', label: 'Top 99' }] },
})
const today = '2026-11-24'
const old = { startedOn: '2020-01-01', isPublicService: true, awards: [] }

test('an innovation enters by age, public service and earlier awards, and each that stands in the way is named', () => {
  const next = [edition(2027, '2027-05-06')]
  expect(eligibilityIn(old, next, today)).toMatchObject({ state: 'fits' })
  expect(eligibilityIn({ ...old, awards: ['top-99'] }, next, today).state).toBe('fits')
  const { state, reasons } = eligibilityIn(
    { startedOn: '2025-05-07', isPublicService: false, awards: ['top-99', 'top-99'] },
    next,
    today,
  )
  expect(state).toBe('unfit')
  for (const words of ['KIPP 2027', 'pelayanan publik', 'baru cukup pada 7 Mei 2027', '2 kali Top 99'])
    expect(reasons.join(' ')).toContain(words)
})

test('each rule says how it stands, by which datum, and where datum and rule come from', () => {
  const innovation = { startedOn: '2025-05-07', isPublicService: true, awards: ['top-99'] }
  const { rules } = eligibilityIn(innovation, [edition(2027, '2027-05-06')], today)
  expect(rules.map(({ rule, state }) => [rule, state])).toEqual([
    ['Pelayanan publik', 'fits'],
    ['Umur paling sedikit 2 tahun', 'unfit'],
    ['Paling banyak 1 kali Top 99', 'fits'],
  ])
  expect(rules[1]).toMatchObject({
    edition: 'KIPP 2027',
    datum: expect.stringContaining('Mulai diterapkan 7 Mei 2025.'),
  })
  expect(rules[1]?.source).toContain('ingatan, belum dipastikan')
  expect(rules[2]?.datum).toBe('1 kali Top 99 menurut yang tercatat.')
  expect(eligibilityIn(innovation, [], today).rules).toEqual([])
})

test('what is not known makes it unknown, never a guess, unless what is known keeps it out', () => {
  const unknown = [edition(2027, null), edition(2027, '2027-05-06', null)]
  expect(unknown.map((one) => eligibilityIn(old, [one], today).state)).toEqual(['unknown', 'unknown'])
  expect(eligibilityIn({ ...old, startedOn: null }, [edition(2027, '2027-05-06')], today).state).toBe('unknown')
  expect(eligibilityIn({ ...old, isPublicService: false }, unknown, today).state).toBe('unfit')
  expect(eligibilityIn(old, [...unknown, edition(2028, '2028-05-06')], today).state).toBe('fits')
})

test('editions that are over say nothing, those without a date with their year', () => {
  const over = [
    edition(2022, null),
    edition(2026, '2026-11-23'),
    { ...edition(2027, '2027-05-06'), form: 'other' as const },
  ]
  expect(fitsOf(old, over, today)).toEqual([])
  expect(eligibilityIn({ ...old, startedOn: '2026-01-01' }, over, today)).toMatchObject({
    state: 'unknown',
    reasons: [expect.stringContaining('1 Januari 2028')],
  })
  expect(fitsOf(old, [edition(2026, null), edition(2026, today)], today)).toHaveLength(2)
})

test('the order of editions decides nothing, and one more award never lets in what was kept out', () => {
  const days = fc.date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  const day = days.map((one) => one.toISOString().slice(0, 10))
  const rows = fc.array(fc.tuple(fc.option(day), fc.option(fc.nat(3))), { maxLength: 5 })
  fc.assert(
    fc.property(fc.option(day), fc.boolean(), fc.nat(3), rows, (startedOn, isPublicService, times, all) => {
      const editions = all.map(([closingOn, years], at) => edition(2025 + at, closingOn, years))
      const having = (count: number) => ({
        startedOn,
        isPublicService,
        awards: Array(count).fill('top-99') as string[],
      })
      const { state } = eligibilityIn(having(times), editions, today)
      expect(eligibilityIn(having(times), editions.toReversed(), today).state).toBe(state)
      if (state === 'unfit') expect(eligibilityIn(having(times + 1), editions, today).state).toBe('unfit')
    }),
  )
})
