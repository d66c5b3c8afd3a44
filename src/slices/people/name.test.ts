import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareNames, splitName } from './name.ts'
import { nameInFull } from './person.ts'

test.each([
  ['Ani Lestari', '', 'Ani Lestari', ''],
  ['Suharno', '', 'Suharno', ''],
  ['Ani Lestari, S.S., M.Hum.', '', 'Ani Lestari', 'S.S., M.Hum.'],
  ['Dr. Bambang Wirawan, M.Si.', 'Dr.', 'Bambang Wirawan', 'M.Si.'],
  ['Prof. Dr. Ir. H. Wiryawan Saputro,M.Sc.,Ph.D.', 'Prof. Dr. Ir. H.', 'Wiryawan Saputro', 'M.Sc., Ph.D.'],
  ['Dr.Ir. Teguh Raharja', 'Dr. Ir.', 'Teguh Raharja', ''],
  ['Dr.Teguh Raharja', 'Dr.', 'Teguh Raharja', ''],
  ['DRS. BUDI HARTANTA, M.M.', 'DRS.', 'BUDI HARTANTA', 'M.M.'],
  ['dr. Citra Ayuningrum, Sp.A', 'dr.', 'Citra Ayuningrum', 'Sp.A'],
  ['apt. Dian Puspa, S.Farm.', 'apt.', 'Dian Puspa', 'S.Farm.'],
  ['K.H. Zainal Mustakim', 'K.H.', 'Zainal Mustakim', ''],
  ['H.M. Arifin Wibisana', 'H.', 'M. Arifin Wibisana', ''],
  ['M. Rizal Fadhlan', '', 'M. Rizal Fadhlan', ''],
  ['R. Aj. Sekar Kinasih', '', 'R. Aj. Sekar Kinasih', ''],
  ['Siti A.R. Maemunah', '', 'Siti A.R. Maemunah', ''],
  ['Yudha Prakosa S.Kom.', '', 'Yudha Prakosa', 'S.Kom.'],
  ['Yudha Prakosa S.Kom., M.T.I.', '', 'Yudha Prakosa', 'S.Kom., M.T.I.'],
  ['Ratna Dewayani A.Md', '', 'Ratna Dewayani', 'A.Md'],
  ['  Ani\u00a0 Lestari ,\n S.S. , ', '', 'Ani Lestari', 'S.S.'],
  [', S.S.', '', '', 'S.S.'],
  ['', '', '', ''],
  ['Drs.', 'Drs.', '', ''],
])('%j is split', (text, titlesBefore, name, titlesAfter) => {
  expect(splitName(text)).toEqual({ titlesBefore, name, titlesAfter })
})

test('a name that was split and put together again is split the same way', () => {
  const words = fc.constantFrom('Ani', 'Budi', 'Lestari', 'Wirawan', 'M.', 'Sekar', 'S.')
  const names = fc.record({
    titlesBefore: fc.subarray(['Prof.', 'Dr.', 'Ir.', 'H.']).map((titles) => titles.join(' ')),
    name: fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
    titlesAfter: fc.subarray(['S.S.', 'M.Hum.', 'Ph.D.']).map((titles) => titles.join(', ')),
  })
  fc.assert(
    fc.property(names, (name) => {
      expect(splitName(nameInFull(name))).toEqual(name)
    }),
  )
})

test('people stand in order of their names, not of their titles', () => {
  const people = ['Prof. Citra', 'budi', 'Dr. Ani', 'H. Édi'].map(splitName)
  expect(people.sort(compareNames).map(({ name }) => name)).toEqual(['Ani', 'budi', 'Citra', 'Édi'])
})
