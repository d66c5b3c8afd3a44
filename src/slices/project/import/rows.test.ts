import { describe, expect, test } from 'vitest'
import type { Cell, Sheet } from '#documents/workbook.ts'
import { columnsOf, defaultColumns } from '../columns.ts'
import { candidateSheets, findLayout } from './layout.ts'
import { type Answers, noAnswers } from './reading.ts'
import { readTable } from './rows.ts'

const makeTable = (cells: Cell[][], but: Partial<Sheet> = {}): Sheet => ({
  name: 'Matriks',
  isHidden: false,
  cells,
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  shaded: [],
  ...but,
})
const around = {
  programme: { fromOn: '2026-01-01', untilOn: '2026-12-31' },
  initiative: 'Rencana aksi',
  areaNames: new Map([['tatalaksana', 'Penguatan Tatalaksana']]),
}
const across = (row: number, from: number, to: number) => ({
  startRow: row,
  endRow: row,
  startColumn: from,
  endColumn: to,
})
const down = (column: number, from: number, to: number) => ({
  startRow: from,
  endRow: to,
  startColumn: column,
  endColumn: column,
})

function read(sheet: Sheet, answers: Partial<Answers> = {}) {
  const layout = findLayout(sheet, defaultColumns)
  if (!layout) throw new Error('No header was found.')
  return readTable(sheet, layout, { ...noAnswers, ...answers }, around)
}
const titlesOf = (sheet: Sheet, answers: Partial<Answers> = {}) =>
  read(sheet, answers).rows.map(({ initiative, fields }) => [initiative, fields?.title])
const doubtsOf = (sheet: Sheet, answers: Partial<Answers> = {}) =>
  read(sheet, answers).doubts.map(({ cell, value, mayBeNote }) => [cell, value, mayBeNote])

/** A table as offices make it: title, header of two rows, column numbers, merged programmes, a sum, a signature. */
const office = makeTable(
  [
    ['MATRIKS RENCANA AKSI AGEN PERUBAHAN'],
    [],
    ['No.', 'Program', 'Kegiatan', 'Indikator', 'Target', 'Waktu Pelaksanaan', null, 'PIC'],
    [null, null, null, null, null, 'Mulai', 'Selesai', null],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
    [
      1,
      'I. Satu antrean',
      '1. Menyatukan\nantrean',
      'Dijawab sehari',
      '90 %',
      'Maret 2026',
      'Mei 2026',
      'Kepala\nKelompok',
    ],
    [
      2,
      null,
      'a) Melatih petugas',
      'Petugas terlatih',
      '12 orang',
      new Date('2026-06-01T00:00:00Z'),
      '30/06/2026',
      null,
    ],
    [],
    [3, 'II. Jam layanan', 'Membuka Sabtu', 'Hari buka', 6, 'TW III', 'TW IV', 'Kepala Pusat'],
    ['Jumlah', null, null, null, 108],
    [null, null, null, null, null, 'Jakarta, 5 Januari 2026'],
    [null, null, null, null, null, 'Kepala Pusat,'],
    [null, null, null, null, null, 'NIP 19650101 199003 1 901'],
  ],
  {
    merges: [
      across(0, 0, 7),
      across(2, 5, 6),
      ...[0, 1, 2, 3, 4, 7].map((column) => down(column, 2, 3)),
      down(1, 5, 6),
      down(7, 5, 6),
      across(9, 0, 3),
    ],
  },
)

describe('a table as offices make it', () => {
  test('is read without a question', () => {
    const { rows, doubts, passedOver } = read(office)
    expect(doubts).toEqual([])
    expect(rows).toMatchObject([
      {
        row: 6,
        initiative: 'Satu antrean',
        fields: {
          title: 'Menyatukan\nantrean',
          indicator: 'Dijawab sehari',
          target: '90',
          indicatorUnit: '%',
          startsOn: '2026-03-01',
          endsOn: '2026-05-31',
          inCharge: 'Kepala\nKelompok',
        },
      },
      {
        initiative: 'Satu antrean',
        fields: {
          title: 'Melatih petugas',
          target: '12',
          indicatorUnit: 'orang',
          startsOn: '2026-06-01',
          endsOn: '2026-06-30',
          inCharge: 'Kepala\nKelompok',
        },
      },
      {
        initiative: 'Jam layanan',
        fields: { title: 'Membuka Sabtu', target: '6', startsOn: '2026-07-01', endsOn: '2026-12-31' },
      },
    ])
    expect(passedOver.map(({ row }) => row)).toEqual([5, 10, 11, 12, 13])
  })

  test('says nothing of what it has no column for', () => {
    expect(Object.keys(read(office).rows[0]?.fields ?? {})).not.toContain('risk')
  })

  test('names its programmes in rows of their own', () => {
    const header = ['No', 'Kegiatan', 'Output', 'Target']
    const cells = [
      header,
      ['A.', 'Penguatan layanan'],
      [1, 'Menyusun SOP', 'SOP', '1 dokumen'],
      [2, 'Melatih', 'Laporan', '1 laporan'],
      ['B', 'PENGAWASAN'],
      ['1', 'Memantau', 'Laporan', '4 laporan'],
    ]
    const expected = [
      ['Penguatan layanan', 'Menyusun SOP'],
      ['Penguatan layanan', 'Melatih'],
      ['PENGAWASAN', 'Memantau'],
    ]
    expect(titlesOf(makeTable(cells))).toEqual(expected)
    const spanned = [header, ['I. Penguatan layanan'], ...cells.slice(2, 4), ['PENGAWASAN'], ...cells.slice(5)]
    expect(titlesOf(makeTable(spanned, { merges: [across(1, 0, 3), across(4, 0, 3)] }))).toEqual(expected)
    const counted = [header, ['1', 'Penguatan layanan'], ['1.1', 'Menyusun SOP', 'SOP'], ['1.2', 'Melatih', 'Laporan']]
    expect(titlesOf(makeTable(counted))).toEqual(expected.slice(0, 2))
  })

  test('says areas by their names, and has the columns that the programme calls its own', () => {
    const cells = [
      ['Kegiatan', 'Bukti dukung', 'Area Perubahan'],
      ['Menyusun SOP', 'SOP terbit', 'Penguatan tatalaksana'],
      ['Melatih', '', '1. Tata ruang'],
    ]
    const columns = columnsOf([{ key: 'own1', label: 'Bukti Dukung', isShown: true }])
    const sheet = makeTable(cells)
    const layout = findLayout(sheet, columns)
    expect(layout?.uses).toEqual(['title', 'own1', 'areaCodes'])
    const { rows, doubts } = readTable(sheet, layout ?? { firstRow: 1, uses: [] }, noAnswers, around)
    expect(rows[0]?.fields).toEqual({ title: 'Menyusun SOP', areaCodes: ['tatalaksana'], more: { own1: 'SOP terbit' } })
    expect(rows[1]?.fields?.more).toEqual({ own1: '' })
    expect(doubts).toMatchObject([{ cell: 'C3', value: '1. Tata ruang', mayBeNote: true }])
  })

  test('without any programme stands under the one that it is given', () => {
    expect(
      titlesOf(
        makeTable([
          ['Kegiatan', 'Output', 'PIC'],
          ['Menyusun SOP', 'SOP', 'Ani'],
        ]),
      ),
    ).toEqual([['Rencana aksi', 'Menyusun SOP']])
  })

  test('says both ends in the column of one, also in a cell merged over both; a single time says only its own', () => {
    const cells: Cell[][] = [
      ['Kegiatan', 'Output', 'Mulai', 'Selesai'],
      ['Menyusun SOP', 'SOP', 'Maret s.d. Mei 2026', null],
      ['Melatih', 'Laporan', 'TW I dan II', null],
      ['Rapat', 'Notula', null, '1–15 Juni 2026'],
      ['Menguji', 'Berita acara', 'Maret 2026', null],
      ['Mencetak', 'Buku', 'Maret s.d. Mei 2026', '30 Juni 2026'],
      ['Membuka', 'Loket', '2026-03-02', null],
    ]
    const sheet = makeTable(cells, { merges: [across(2, 2, 3)] })
    expect(read(sheet).rows.map(({ fields }) => [fields?.startsOn, fields?.endsOn])).toEqual([
      ['2026-03-01', '2026-05-31'],
      ['2026-01-01', '2026-06-30'],
      ['2026-06-01', '2026-06-15'],
      ['2026-03-01', null],
      ['2026-03-01', '2026-06-30'],
      ['2026-03-02', null],
    ])
  })

  test('marks months by a sign or by colour, weeks below them too', () => {
    const cells: Cell[][] = [
      ['Kegiatan', 'Output', 'Bulan', null, null, null],
      [null, null, 'Jan', 'Feb', 'Mar', 'Apr'],
      ['Menyusun SOP', 'SOP', null, 'x', '√', null],
      ['Melatih', 'Laporan'],
      ['Rapat', 'Notula', 'v', '☐', null, 'Evaluasi'],
    ]
    const merges = [down(0, 0, 1), down(1, 0, 1), across(0, 2, 5)]
    const sheet = makeTable(cells, { merges, shaded: [[3, 3], [3, 4]] }) // biome-ignore format: one line
    expect(read(sheet).rows.map(({ fields }) => [fields?.startsOn, fields?.endsOn])).toEqual([
      ['2026-02-01', '2026-03-31'],
      ['2026-02-01', '2026-03-31'],
      ['2026-01-01', '2026-04-30'],
    ])
    expect(doubtsOf(sheet)).toEqual([['F5', 'Evaluasi', true]])
    const weeks = makeTable(
      [
        ['Kegiatan', 'Output', 'Maret', null, null, null],
        [null, null, '1', '2', '3', '4'],
        ['Menyusun SOP', 'SOP', null, 'x'],
      ],
      { merges: [down(0, 0, 1), down(1, 0, 1), across(0, 2, 5)] },
    )
    expect(read(weeks).rows[0]?.fields).toMatchObject({ startsOn: '2026-03-01', endsOn: '2026-03-31' })
  })
})

describe('what could not be understood', () => {
  const table = makeTable([
    ['Kegiatan', 'Output', 'Indikator', 'Target', 'Waktu'],
    ['Menyusun SOP', 'SOP', 'Kepuasan', '≥ 80%', 'secepatnya'],
    [null, 'Laporan', 'Laporan', '1 laporan', 'Mei'],
  ])

  test('is named with its cell and what stands there', () => {
    expect(doubtsOf(table)).toEqual([
      ['D2', '≥ 80%', true],
      ['E2', 'secepatnya', true],
      ['A3', '', false],
    ])
  })

  test('is taken as a person corrects it, or kept as a note beside what it is about', () => {
    const answers = { corrections: { D2: '80 %', A3: 'Melapor' }, notes: ['E2'] }
    const { rows, doubts } = read(table, answers)
    expect(doubts).toEqual([])
    expect(rows.map(({ fields }) => fields)).toMatchObject([
      { target: '80', indicatorUnit: '%', output: 'SOP (Waktu tertulis: secepatnya)', startsOn: null, endsOn: null },
      { title: 'Melapor' },
    ])
    expect(read(table, { notes: ['D2', 'E2'], leftOut: [3] }).rows.map(({ fields }) => fields)).toMatchObject([
      { indicator: 'Kepuasan (Target tertulis: ≥ 80%)', target: null },
    ])
  })

  test('is a unit that is another in another cell, an end before its beginning, and a text too long for its field', () => {
    const header = ['Kegiatan', 'Output', 'Satuan', 'Target', 'Mulai', 'Selesai']
    const rows: Cell[][] = [
      ['A', 'x', 'dokumen', '80%', 'Maret', 'April'],
      ['B', 'x', 'dokumen', '2', 'Mei', 'April'],
      ['C', 'x'.repeat(501), '%', '2', 'Mei', 'Mei'],
    ]
    expect(doubtsOf(makeTable([header, ...rows])).map(([cell]) => cell)).toEqual(['D2', 'F3', 'B4'])
  })
})

describe('what hides', () => {
  const cells = [
    ['Kegiatan', 'Output', 'PIC'],
    ['Satu', 'a', 'b'],
    ['Dua', 'a', 'b'],
  ]

  test('is never taken by itself: a hidden row waits for a person, a hidden column and table are left alone', () => {
    const hidden = makeTable(cells, { hiddenRows: [2] })
    expect(read(hidden)).toMatchObject({ rows: [{ row: 2 }], hidden: [{ row: 3 }] })
    expect(read(hidden, { takenIn: [3] }).rows).toHaveLength(2)
    expect(read(hidden, { leftOut: [3] }).hidden).toEqual([])
    const columns = findLayout(makeTable([['No', ...(cells[0] as string[])]], { hiddenColumns: [2] }), defaultColumns)
    expect(columns?.uses[2] ?? null).toBeNull()
    expect(
      candidateSheets([makeTable(cells), makeTable(cells, { isHidden: true }), makeTable([['Nama']])], defaultColumns),
    ).toHaveLength(1)
  })
})
