import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAmount } from './amount.ts'
import { numberBefore, withoutNumber } from './numbering.ts'

test.each<[string | number, string, string]>([
  ['80 %', '80', '%'],
  ['80%', '80', '%'],
  ['80 persen', '80', '%'],
  ['82,5%', '82,5', '%'],
  ['12 dokumen', '12', 'dokumen'],
  ['1 (satu) dokumen', '1', 'dokumen'],
  ['1 dokumen SOP', '1', 'dokumen SOP'],
  ['1.250 orang', '1250', 'orang'],
  ['4.6 hari kerja', '4,6', 'hari kerja'],
  ['-3', '-3', ''],
  ['Rp1.500.000', '1500000', 'rupiah'],
  ['Rp. 1.500.000,00', '1500000,00', 'rupiah'],
  [4.6, '4,6', ''],
  [1.125, '1,125', ''],
  [0.1 + 0.2, '0,3', ''],
])('%j is %s %s', (written, value, unit) => {
  expect(readAmount(written)).toEqual({ value, unit })
})

test.each([
  '≥ 80%',
  'minimal 3 dokumen',
  'paling lambat 2',
  '2 dari 3 unit',
  '1 dokumen, 2 laporan',
  '80-90%',
  '2 juta',
  'Rp2 miliar',
  '1,234.56',
  'satu dokumen',
  'ada',
  1e21,
])('%j is left to a person', (written) => {
  expect(readAmount(written)).toBeUndefined()
})

test('any number of a spreadsheet is read with at most six decimals, exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (whole, places) => {
      const number = whole / 10 ** places
      expect(Number(readAmount(number)?.value.replace(',', '.'))).toBe(number)
    }),
  )
})

test.each([
  ['1. Menyusun SOP', 'Menyusun SOP', '1'],
  ['1.2 Menyusun SOP', 'Menyusun SOP', '1.2'],
  ['1.2.Menyusun SOP', 'Menyusun SOP', '1.2'],
  ['a) melatih', 'melatih', 'a'],
  ['(3) Melatih', 'Melatih', '3'],
  ['IV. Program', 'Program', 'IV'],
  ['• Melatih', 'Melatih', '•'],
  ['5 pilar layanan', '5 pilar layanan', undefined],
  ['2026. Tahun ini', '2026. Tahun ini', undefined],
  ['Menyusun SOP', 'Menyusun SOP', undefined],
  ['1. Satu\n2. Dua', '1. Satu\n2. Dua', '1'],
])('%j without its number', (text, bare, number) => {
  expect(withoutNumber(text)).toBe(bare)
  expect(numberBefore(text)).toBe(number)
})

test('a sentence that begins with a number is no number with its unit', () => {
  expect(readAmount(`3 ${'dokumen yang disusun bersama semua unit '.repeat(4)}`)).toBeUndefined()
})
