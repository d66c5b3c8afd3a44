import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnnexRow } from './annex.ts'
import { type Held, type KnownPerson, planImport } from './annex-plan.ts'
import { unitKey, unitOf, unknownUnits } from './annex-units.ts'
import { makeNip } from './make-annex.ts'

const makeRow = (number: number, but: Partial<AnnexRow> = {}): AnnexRow => ({
  row: number + 1,
  titlesBefore: '',
  name: `Nama ${number}`,
  titlesAfter: '',
  nip: makeNip(number),
  position: 'Pustakawan',
  grade: 'III/d',
  unit: 'Biro Umum',
  level: 'central',
  email: null,
  ...but,
})

const planned = (rows: AnnexRow[]) => rows.map((row) => ({ row, unitId: 'biro-umum' }))
const personOf = (row: AnnexRow): KnownPerson => ({
  personId: `person ${row.nip}`,
  nip: row.nip,
  name: row.name,
  position: row.position,
  grade: row.grade,
  unitId: 'biro-umum',
  email: row.email,
})
const seatOf = (row: AnnexRow, decreeId: string, seatNumber: number): Held => ({
  personId: personOf(row).personId,
  decreeId,
  seatNumber,
})

test('the same annex twice changes nothing', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 20 })
  fc.assert(
    fc.property(numbers, numbers, (annex, knownBefore) => {
      const rows = annex.map((number) => makeRow(number))
      const known = knownBefore.map((number) => personOf(makeRow(number)))
      const first = planImport('decree', planned(rows), known, [])
      expect(first.add.map(({ row }) => row)).toEqual(rows)
      const everybody = new Map([...known, ...rows.map(personOf)].map((person) => [person.nip, person]))
      const held = first.add.map(({ row }, index) => seatOf(row, 'decree', index + 1))
      const second = planImport('decree', planned(rows), [...everybody.values()], held)
      expect(second).toMatchObject({ add: [], elsewhere: [], absent: [], differing: [] })
      expect(second.unchanged).toHaveLength(rows.length)
    }),
  )
})

test('a row more adds one agent; a row less ends nobody', () => {
  const [one, two, three] = [makeRow(1), makeRow(2), makeRow(3)]
  const held = [seatOf(one, 'decree', 1), seatOf(two, 'decree', 2)]
  const plan = planImport('decree', planned([one, three]), [one, two].map(personOf), held)
  expect(plan.add.map(({ row }) => row)).toEqual([three])
  expect(plan.unchanged.map(({ row }) => row)).toEqual([one])
  expect(plan.absent).toEqual([held[1]])
})

test('whoever holds a seat by another decree stays in it', () => {
  const row = makeRow(1)
  const plan = planImport('second', planned([row]), [personOf(row)], [seatOf(row, 'first', 7)])
  expect(plan).toMatchObject({ add: [], unchanged: [], elsewhere: [{ row, seatNumber: 7 }] })
})

test('what the annex says otherwise than the record is pointed out; what it leaves blank is not', () => {
  const record = personOf(makeRow(1, { email: 'ani@pustaka.example' }))
  const plan = planImport('decree', planned([makeRow(1, { grade: 'IV/a', position: '' })]), [record], [])
  expect(plan.differing).toMatchObject([{ personId: record.personId, fields: ['grade'] }])
})

test('units are one whatever their spelling, and unknown ones are listed once with their rows', () => {
  expect(unitKey('Biro Hukum, Organisasi,  Kerja Sama & Humas')).toBe(
    unitKey('BIRO HUKUM ORGANISASI KERJA SAMA DAN HUMAS'),
  )
  const rows = [
    makeRow(1, { unit: 'BIRO UMUM' }),
    makeRow(2, { unit: 'Pusat Preservasi' }),
    makeRow(3, { unit: 'pusat preservasi.' }),
    makeRow(4, { unit: '' }),
  ]
  expect(unknownUnits(rows, [{ id: 'umum', name: 'Biro Umum' }])).toEqual([
    { key: 'pusat preservasi', name: 'Pusat Preservasi', rows: [3, 4] },
  ])
})

test("a name that two units bear, or none, is nobody's until a person says which", () => {
  const units = [
    { id: 'a', name: 'Bagian Umum' },
    { id: 'b', name: 'Bagian umum' },
    { id: 'c', name: 'Biro Humas' },
  ]
  expect(unitOf('bagian umum', units, new Map())).toBeUndefined()
  expect(unitOf('bagian umum', units, new Map([['bagian umum', 'b']]))).toBe('b')
  expect(unitOf('BIRO HUMAS', units, new Map())).toBe('c')
  expect(unitOf('Biro Hubungan Masyarakat', units, new Map([['biro hubungan masyarakat', 'gone']]))).toBeUndefined()
})
