import { expect, test } from 'vitest'
import { cellOf, type OpenDataset, openDatasets, openDataVersion, valuesOf } from './open-data.ts'
import { asCsv, asJson, asSheet, dataPackageOf } from './open-data-files.ts'

type Row = { title: string; words: string[]; count: number | null; isTrue: boolean }

const dataset: OpenDataset<Row> = {
  ...{ name: 'coba', title: 'Coba', means: 'Untuk dicoba.' },
  columns: [
    { name: 'judul', type: 'string', means: '', of: ({ title }) => title },
    { name: 'kata', type: 'list', means: '', of: ({ words }) => words },
    { name: 'jumlah', type: 'integer', means: '', of: ({ count }) => count },
    { name: 'ya', type: 'boolean', means: '', of: ({ isTrue }) => isTrue },
  ],
}
const rows: Row[] = [
  { title: '=HYPERLINK("http://jahat.example")', words: ['satu, dua', 'tiga'], count: 4, isTrue: true },
  { title: '', words: [], count: null, isTrue: false },
]
const head = { url: 'https://rintis.example', changedAt: new Date('2026-11-24T02:00:00Z') }

test('CSV has a line for each row, and nothing in it that a spreadsheet would run', () => {
  const { opens, rows: write, closes } = asCsv(dataset, head.url)
  expect(opens + write(rows, true) + closes(2)).toBe(
    `judul,kata,jumlah,ya\r\n"'=HYPERLINK(""http://jahat.example"")","satu, dua; tiga",4,true\r\n,,,false\r\n`,
  )
  expect(write([], true)).toBe('')
})

test('JSON is one, in whatever pieces its rows come', () => {
  const { opens, rows: write, closes } = asJson(dataset, head)
  const [first, second] = [rows.slice(0, 1), rows.slice(1)]
  const whole = opens + write(rows, true) + closes(2)
  expect(opens + write(first, true) + write(second, false) + closes(2)).toBe(whole)
  expect(JSON.parse(whole)).toMatchObject({
    ...{ skema: openDataVersion, nama: 'coba', jumlah: 2, diperbarui: '2026-11-24T02:00:00.000Z' },
    data: [
      { judul: '=HYPERLINK("http://jahat.example")', kata: ['satu, dua', 'tiga'], jumlah: 4, ya: true },
      { judul: null, kata: [], jumlah: null, ya: false },
    ],
  })
  expect(JSON.parse(opens + closes(0)).data).toEqual([])
})

test('a sheet has the same cells as CSV', () => {
  const sheet = asSheet(dataset, rows, head.url)
  expect(sheet.columns.map(({ header }) => header)).toEqual(['judul', 'kata', 'jumlah', 'ya'])
  expect(sheet.rows).toEqual(rows.map((row) => valuesOf(dataset, row, head.url).map(cellOf)))
})

/** Others' programs read these names: whoever changes them raises `openDataVersion`, and then this test. */
test('version 1.0 has these columns', () => {
  const place = ['kode_instansi', 'instansi', 'kode_unit', 'unit_kerja', 'tahun']
  const tally = ['kode', 'nama', 'lingkup', 'jumlah_proyek', 'jumlah_dokumentasi']
  const names = Object.fromEntries(
    Object.entries(openDatasets).map(([name, { columns }]) => [name, columns.map((column) => column.name)]),
  )
  expect([openDataVersion, names]).toEqual([
    '1.0',
    {
      proyek: [
        ...['kode', 'judul', 'alamat', ...place, 'program', 'kode_area', 'area', 'pelayanan_publik', 'keadaan_semula'],
        ...['masalah', 'keadaan_diharapkan', 'sebelum', 'sesudah', 'meniru', 'jumlah_dokumentasi', 'terbit'],
      ],
      dokumentasi: [
        ...['kode', 'judul', 'judul_lain', 'alamat', 'alamat_tetap', 'kode_proyek', 'proyek', ...place, 'jenis'],
        ...['direkam', 'tempat', 'bahasa', 'durasi_detik', 'area', 'sasaran', 'kata_kunci', 'takarir', 'uraian'],
        ...['lisensi', 'alamat_lisensi', 'catatan_hak', 'terbit'],
      ],
      area: tally,
      unit: tally,
      tahun: tally,
    },
  ])
})

test('the package describes every column of every file, each with its meaning', () => {
  const { resources, version } = dataPackageOf(head.url, head.changedAt)
  expect(version).toBe(openDataVersion)
  for (const { name, path, schema } of resources) {
    expect(path).toBe(`https://rintis.example/data/${name}.csv`)
    const { columns } = openDatasets[name as keyof typeof openDatasets]
    expect(schema.fields.map((field) => field.name)).toEqual(columns.map((column) => column.name))
    for (const { description } of schema.fields) expect(description).toMatch(/[.]$/)
  }
})
