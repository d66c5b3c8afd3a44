import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anniversary } from './age.ts'
import { anEdition } from './make-entry.ts'
import { agesOf, maturityInWords, maturityOf } from './maturity.ts'

const edition = (year: number, closingOn: string | null, minimumYears: number | null = 2) => ({
  ...anEdition(),
  ...{ key: `${year}`, label: `KIPP ${year}`, year, closingOn, minimumYears },
})
const today = '2026-11-24'

describe('the first edition in which a project can enter', () => {
  test('is the first that is not over and whose closing it is old enough for', () => {
    const editions = [edition(2028, '2028-05-06'), edition(2023, '2023-05-06'), edition(2027, '2027-05-06')]
    const first = (startedOn: string) => maturityOf(startedOn, editions, today)
    expect(first('2025-05-06')).toMatchObject({ state: 'known', edition: { key: '2027' }, ripeOn: '2027-05-06' })
    expect(first('2025-05-07')).toMatchObject({ state: 'known', edition: { key: '2028' } })
    expect(first('2020-01-01')).toMatchObject({ edition: { key: '2027' } })
    expect(first('2026-05-07')).toMatchObject({ state: 'unknown', lacks: 'edition', ripeOn: '2028-05-07' })
  })

  test('is not known while the start, the rule or the date is not, and never guessed', () => {
    expect(maturityOf(null, [edition(2027, '2027-05-06')], today)).toMatchObject({ state: 'unknown', lacks: 'start' })
    expect(maturityOf('2020-01-01', [edition(2027, null)], today)).toMatchObject({ lacks: 'edition' })
    expect(maturityOf('2020-01-01', [edition(2027, '2027-05-06', null)], today)).toMatchObject({ years: null })
    const doubtful = [edition(2027, '2027-05-06', null), edition(2028, '2028-05-06')]
    expect(maturityOf('2020-01-01', doubtful, today)).toMatchObject({ state: 'unknown', lacks: 'edition', years: 2 })
  })

  test('comes no earlier the later a project began, and closes no sooner than it is old enough', () => {
    const days = fc.date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    const day = days.map((one) => one.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, fc.array(fc.tuple(day, fc.nat(3)), { maxLength: 5 }), (one, two, rows) => {
        const editions = rows.map(([closingOn, years], at) => edition(2024 + at, closingOn, years))
        const [early, late] = [one, two].sort()
        const [first, second] = [maturityOf(early ?? '', editions, today), maturityOf(late ?? '', editions, today)]
        if (second.state !== 'known') return true
        expect(second.closingOn >= anniversary(late ?? '', second.edition.minimumYears ?? 0)).toBe(true)
        return first.state === 'known' && first.closingOn <= second.closingOn
      }),
    )
  })

  test('is said in words, and each edition has its own', () => {
    const known = maturityOf('2020-02-29', [edition(2027, '2027-05-06')], today)
    expect(maturityInWords(known)).toBe('KIPP 2027, ditutup 6 Mei 2027. Cukup umur mulai 28 Februari 2022.')
    expect(maturityInWords(maturityOf('2026-02-01', [edition(2023, '2023-05-06')], today))).toContain(
      'edisi 2028 bila ditutup 1 Februari 2028 atau sesudahnya, selain itu edisi 2029.',
    )
    const other = { ...anEdition(), form: 'other' as const }
    expect(agesOf('2026-02-01', [edition(2023, '2023-05-06'), other])).toMatchObject([{ age: { state: 'young' } }])
  })
})
