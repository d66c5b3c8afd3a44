import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayInWords, rangeInWords } from '#kit/date.ts'
import { readPeriod } from './period.ts'

const programme = { fromOn: '2026-01-01', untilOn: '2026-12-31' }
const daysOf = (text: string, within = programme) => {
  const period = readPeriod(text, within)
  return period && (period.startsOn === period.endsOn ? period.startsOn : `${period.startsOn} ${period.endsOn}`)
}

describe('a time as people write it', () => {
  test.each([
    ['31/12/2026', '2026-12-31'],
    ['31-12-2026', '2026-12-31'],
    ['1.3.26', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
    ['31 Des 2026', '2026-12-31'],
    ['Senin, 2 Maret 2026', '2026-03-02'],
    ['Tgl. 2 Maret', '2026-03-02'],
    ['1-Mar-26', '2026-03-01'],
    ['46082', '2026-03-01'],
    ['Maret 2026', '2026-03-01 2026-03-31'],
    ['Bulan Maret', '2026-03-01 2026-03-31'],
    ['Mar-26', '2026-03-01 2026-03-31'],
    ['03/2026', '2026-03-01 2026-03-31'],
    ['Pebruari 2028', '2028-02-01 2028-02-29'],
    ['Maret s.d. Mei 2026', '2026-03-01 2026-05-31'],
    ['Maret s/d Mei 2026', '2026-03-01 2026-05-31'],
    ['maret sd mei', '2026-03-01 2026-05-31'],
    ['Maret sampai dengan Mei', '2026-03-01 2026-05-31'],
    ['Januari – Maret', '2026-01-01 2026-03-31'],
    ['Jan-Mar', '2026-01-01 2026-03-31'],
    ['Nopember 2026 - Januari 2027', '2026-11-01 2027-01-31'],
    ['November – Januari 2027', '2026-11-01 2027-01-31'],
    ['1 s.d. 15 Maret 2026', '2026-03-01 2026-03-15'],
    ['1-15 Maret', '2026-03-01 2026-03-15'],
    ['1 Maret – 15 April 2026', '2026-03-01 2026-04-15'],
    ['01/03/2026 - 15/04/2026', '2026-03-01 2026-04-15'],
    ['01-03-2026 s.d. 15-04-2026', '2026-03-01 2026-04-15'],
    ['TW II', '2026-04-01 2026-06-30'],
    ['TW.II', '2026-04-01 2026-06-30'],
    ['TW2 2026', '2026-04-01 2026-06-30'],
    ['Triwulan II 2026', '2026-04-01 2026-06-30'],
    ['Triwulan ke-3 Tahun 2026', '2026-07-01 2026-09-30'],
    ['Q4', '2026-10-01 2026-12-31'],
    ['TW I – III', '2026-01-01 2026-09-30'],
    ['TW I dan II', '2026-01-01 2026-06-30'],
    ['Triwulan I s.d. Triwulan II 2026', '2026-01-01 2026-06-30'],
    ['Semester I', '2026-01-01 2026-06-30'],
    ['Smt. 2 2026', '2026-07-01 2026-12-31'],
    ['Minggu ke-2 Maret 2026', '2026-03-08 2026-03-14'],
    ['Minggu II Maret', '2026-03-08 2026-03-14'],
    ['M5 Maret', '2026-03-29 2026-03-31'],
    ['Minggu I – III Maret 2026', '2026-03-01 2026-03-21'],
    ['B03', '2026-03-01 2026-03-31'],
    ['B12', '2026-12-01 2026-12-31'],
    ['2026', '2026-01-01 2026-12-31'],
    ['Sepanjang tahun', '2026-01-01 2026-12-31'],
    ['Maret,\nApril', '2026-03-01 2026-04-30'],
  ])('%j', (text, days) => {
    expect(daysOf(text)).toBe(days)
  })

  test.each([
    'secepatnya',
    '12/31/2026',
    '30 Februari 2026',
    'Maret, Mei',
    'TW V',
    'Minggu ke-2',
    'Minggu ke-5 Februari',
    'akhir Maret',
    '3 bulan',
    'Mei - Maret',
    '3',
    '',
  ])('%j is left to a person', (text) => {
    expect(daysOf(text)).toBeUndefined()
  })

  test('without a year is in the year of the programme that holds it', () => {
    const across = { fromOn: '2026-07-01', untilOn: '2027-06-30' }
    expect(daysOf('Maret', across)).toBe('2027-03-01 2027-03-31')
    expect(daysOf('November – Januari', across)).toBe('2026-11-01 2027-01-31')
    expect(daysOf('TW III', across)).toBe('2026-07-01 2026-09-30')
  })

  test('any day and any range that we write ourselves is read as what it was', () => {
    const day = fc
      .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [startsOn, endsOn] = one < other ? [one, other] : [other, one]
        expect(readPeriod(dayInWords(one), programme)).toEqual({ startsOn: one, endsOn: one })
        expect(readPeriod(rangeInWords(startsOn, endsOn), programme)).toEqual({ startsOn, endsOn })
        expect(readPeriod(`${startsOn} s.d. ${endsOn}`, programme)).toEqual({ startsOn, endsOn })
      }),
    )
  })

  test('whatever stands there, what is read begins before it ends', () => {
    const word = fc.constantFrom('tw', 'ii', 'maret', '2026', '-', 's.d.', '3', 'minggu', 'ke-', 'dan', ',', 'b', '31')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const period = readPeriod(words.join(' '), programme)
        if (period) expect(period.startsOn <= period.endsOn).toBe(true)
      }),
    )
  })
})
