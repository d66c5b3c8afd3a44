import { describe, expect, test } from 'vitest'
import type { ColumnUse } from './annex.ts'
import { useOf } from './annex-label.ts'
import { candidateSheets, findLayout, layoutFaults } from './annex-layout.ts'
import { header, makeAgentRow, makeMessyAnnex, makeSheet } from './make-annex.ts'

describe('the heading of a column', () => {
  test.each<[string, ColumnUse | undefined]>([
    ['Nama', 'name'],
    ['NAMA LENGKAP DAN GELAR', 'name'],
    ['Nama Pegawai', 'name'],
    ['Nama Agen Perubahan', 'name'],
    ['NIP', 'nip'],
    ['NIP / NI PPPK', 'nip'],
    ['Nomor Induk Pegawai', 'nip'],
    ['Nama/NIP', 'name-and-nip'],
    ['Nama dan NIP', 'name-and-nip'],
    ['Jabatan', 'position'],
    ['Nama Jabatan', 'position'],
    ['Pangkat/Gol. Ruang', 'grade'],
    ['Golongan', 'grade'],
    ['Unit Kerja', 'unit'],
    ['Nama Unit Kerja', 'unit'],
    ['SATUAN KERJA', 'unit'],
    ['Satker', 'unit'],
    ['Tingkat', 'level'],
    ['Tingkat (Pusat/Unit)', 'level'],
    ['Surel', 'email'],
    ['E-mail', 'email'],
    ['Alamat Pos-el', 'email'],
    ['Jabatan / Unit Kerja', undefined],
    ['Jabatan dalam Tim', undefined],
    ['No.', undefined],
    ['Keterangan', undefined],
    ['', undefined],
    ['Ani Lestari', undefined],
  ])('%j', (label, use) => {
    expect(useOf(label)).toBe(use)
  })
})

describe('the header of a sheet', () => {
  const uses: (ColumnUse | null)[] = [null, 'name', 'nip', 'position', 'grade', 'unit', 'email']

  test('is found in the first row, and below titles', () => {
    expect(findLayout(makeSheet([header, makeAgentRow(1)]))).toEqual({ firstRow: 1, uses })
    expect(findLayout(makeSheet([['DAFTAR NAMA'], [], header, makeAgentRow(1)]))).toEqual({ firstRow: 3, uses })
  })

  test('of two rows with merged cells is read as one', () => {
    expect(findLayout(makeMessyAnnex([makeAgentRow(1)]))).toEqual({ firstRow: 5, uses })
  })

  test('of two rows is read as one where merges were lost, as in CSV', () => {
    const sheet = makeSheet([
      ['No', 'Nama', 'NIP', 'Pangkat/', 'Unit'],
      ['', '', '', 'Golongan', 'Kerja'],
      ['1', 'Ani Lestari', '198504122009122901', 'III/d', 'Biro Umum'],
    ])
    expect(findLayout(sheet)).toEqual({ firstRow: 2, uses: [null, 'name', 'nip', 'grade', 'unit'] })
  })

  test('never swallows the first agent', () => {
    const rows = [
      ['Nama', 'NIP', 'Keterangan'],
      ['Pegawai Lestari', '198504122009122901', 'Unit Kerja'],
    ]
    expect(findLayout(makeSheet(rows))?.firstRow).toBe(1)
  })

  test('leaves a heading below it to the rows', () => {
    expect(findLayout(makeSheet([header, ['Tingkat Pusat'], makeAgentRow(1)]))).toEqual({ firstRow: 1, uses })
  })

  test('may have rank and grade in two columns', () => {
    const sheet = makeSheet([['Nama', 'NIP', 'Pangkat', 'Gol.', 'Unit Kerja'], []])
    expect(findLayout(sheet)?.uses).toEqual(['name', 'nip', 'grade', 'grade', 'unit'])
  })

  test('takes nothing from a hidden column by itself', () => {
    const sheet = makeSheet([['Nama', 'NIP', 'Unit Kerja', 'Surel']], { hiddenColumns: [3] })
    expect(findLayout(sheet)?.uses).toEqual(['name', 'nip', 'unit', null])
  })

  test('takes the first of two columns of one meaning', () => {
    const sheet = makeSheet([['Nama', 'NIP', 'Unit Kerja', 'Satker']])
    expect(findLayout(sheet)?.uses).toEqual(['name', 'nip', 'unit', null])
  })

  test.each([[[]], [[['Laporan'], ['Jumlah', '14']]], [[['Nama'], ['Ani']]]])('is not found in %j', (cells) => {
    expect(findLayout(makeSheet(cells))).toBeUndefined()
  })
})

test('of several sheets those that are visible and have a header may be meant', () => {
  const sheets = [
    makeSheet([header], { name: 'Agen' }),
    makeSheet([header], { name: 'Lama', isHidden: true }),
    makeSheet([['Catatan']], { name: 'Catatan' }),
    makeSheet([header], { name: 'Cadangan' }),
  ]
  expect(candidateSheets(sheets).map(({ name }) => name)).toEqual(['Agen', 'Cadangan'])
})

test.each<[(ColumnUse | null)[], RegExp[]]>([
  [['name', 'nip', 'unit'], []],
  [['name-and-nip', 'unit', 'grade', 'grade'], []],
  [
    [null, null],
    [/nama/, /NIP/, /unit/],
  ],
  [['name', 'unit'], [/NIP/]],
  [['name', 'name-and-nip', 'unit'], [/dua kali/]],
  [['name', 'nip', 'unit', 'unit'], [/dua kolom/]],
])('columns %j are judged', (uses, sentences) => {
  const found = layoutFaults(uses)
  expect(found).toHaveLength(sentences.length)
  for (const [index, sentence] of sentences.entries()) expect(found[index]).toMatch(sentence)
})
