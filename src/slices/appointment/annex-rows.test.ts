import { describe, expect, test } from 'vitest'
import type { Cell, Sheet } from '#documents/sheet.ts'
import { type Answers, noAnswers, type Reading } from './annex.ts'
import { findLayout } from './annex-layout.ts'
import { isWhole, readAnnex } from './annex-rows.ts'
import { header, makeAgentRow, makeMessyAnnex, makeNip, makeSheet } from './make-annex.ts'

const today = '2026-11-24'

function read(sheet: Sheet, answers: Partial<Answers> = {}): Reading {
  const layout = findLayout(sheet)
  if (!layout) throw new Error('no header')
  return readAnnex(sheet, layout, { ...noAnswers, ...answers }, today)
}

const readRow = (but: Record<number, Cell>) => read(makeSheet([header, makeAgentRow(1), makeAgentRow(2, but)]))
const faultsOf = (reading: Reading) => reading.faults.map(({ cell, reason }) => `${cell}: ${reason}`)
const rowsOf = (reading: Reading) => reading.rows.map(({ row }) => row)

test('an annex as offices make it gives its agents, and says what it passed over', () => {
  const agents = Array.from({ length: 14 }, (_, index) => makeAgentRow(index + 1))
  const reading = read(makeMessyAnnex(agents))
  expect(reading.faults).toEqual([])
  expect(isWhole(reading)).toBe(true)
  expect(reading.rows).toHaveLength(14)
  expect(reading.rows[2]).toEqual({
    row: 9,
    titlesBefore: 'Dr.',
    name: 'Citra Ayuningrum',
    titlesAfter: 'M.Hum.',
    nip: makeNip(3),
    position: 'Pustakawan Ahli Muda',
    grade: 'III/d',
    unit: 'Biro Umum',
    level: 'central',
    email: null,
  })
  expect(reading.passedOver.map(({ text }) => text)).toEqual([
    '(1) · (2) · (3) · (4) · (5) · (6) · (7)',
    'Ditetapkan di Jakarta',
    'pada tanggal 5 Januari 2026',
    'KEPALA PUSTAKA NUSANTARA,',
    'Prof. Dr. WIRYAWAN SAPUTRO',
    'NIP 19650101 199003 1 901',
  ])
})

describe('a cell at fault is named with its value and reason', () => {
  test.each<[string, Record<number, Cell>, RegExp]>([
    ['an NIP stored as a number', { 2: Number('198504122009122902') }, /^C3: .*disimpan sebagai angka/],
    ['an NIP shortened to a power', { 2: '1,98E+17' }, /^C3: .*berpangkat/],
    ['an NIP whose end was lost', { 2: '198504122009122000' }, /^C3: .*000/],
    ['an NIP of 17 digits', { 2: '19850412200912290' }, /^C3: .*17 digit/],
    ['no NIP', { 2: null }, /^C3: NIP kosong.*dengan tangan/],
    ['the NIP of another row', { 2: `NIP ${makeNip(1)}` }, /^C3: NIP ini sudah ada di baris 2/],
    ['no name', { 1: ' ' }, /^B3: Nama kosong/],
    ['nothing but titles', { 1: 'Drs.' }, /^B3: Nama kosong/],
    ['no unit', { 5: null }, /^F3: Unit kerja kosong/],
    ['half an e-mail address', { 6: 'budi@' }, /^G3: .*surel/],
    ['two e-mail addresses', { 6: 'a@b.example; c@d.example' }, /^G3: .*surel/],
  ])('%s', (_, but, fault) => {
    const reading = readRow(but)
    expect(faultsOf(reading)).toEqual([expect.stringMatching(fault)])
    expect(isWhole(reading)).toBe(false)
  })

  test('with its value as written', () => {
    expect(readRow({ 2: '19850412' }).faults).toEqual([
      { row: 3, column: 'C', cell: 'C3', value: '19850412', reason: 'NIP harus 18 digit; yang tertulis 8 digit.' },
    ])
  })

  test('in the order of the sheet, a repeated NIP between the others', () => {
    const rows = [makeAgentRow(1), makeAgentRow(2, { 2: makeNip(1) }), makeAgentRow(3, { 1: '' })]
    expect(read(makeSheet([header, ...rows])).faults.map(({ cell }) => cell)).toEqual(['C3', 'B4'])
  })

  test('a level that nobody knows', () => {
    const sheet = makeSheet([
      ['Nama', 'NIP', 'Unit Kerja', 'Tingkat'],
      ['Ani', makeNip(1), 'Biro Umum', 'PUSAT'],
      ['Budi', makeNip(2), 'Biro Umum', 'Unit kerja'],
      ['Citra', makeNip(3), 'Biro Umum', 'Provinsi'],
    ])
    const reading = read(sheet)
    expect(reading.rows.map(({ level }) => level)).toEqual(['central', 'unit', 'central'])
    expect(faultsOf(reading)).toEqual(['D4: Tingkat tidak dikenal; isi Pusat atau Unit.'])
  })
})

describe('what passes', () => {
  test.each<[string, Record<number, Cell>]>([
    ['spaces in an NIP', { 2: '19850412 200912 1 902' }],
    ['spaces that do not break', { 2: '19850412\u00a0200912\u00a01\u00a0902' }],
    ['an apostrophe', { 2: "'198504122009121902" }],
    ['a label', { 2: 'NIP. 198504122009121902' }],
  ])('%s', (_, but) => {
    const reading = readRow(but)
    expect(reading.faults).toEqual([])
    expect(reading.rows[1]?.nip).toBe('198504122009121902')
  })

  test('an unlikely NIP, with a warning in its cell', () => {
    const reading = readRow({ 2: '200504122015121903' })
    expect(reading.warnings).toMatchObject([{ cell: 'C3', reason: 'Usia saat diangkat 10 tahun.' }])
    expect(isWhole(reading)).toBe(true)
  })

  test('an e-mail address, in small letters', () => {
    expect(readRow({ 6: ' Budi@Pustaka.example ' }).rows[1]?.email).toBe('budi@pustaka.example')
  })

  test.each([
    'Ani Lestari, S.S.\nNIP 19850412 200912 1 902',
    'Ani Lestari, S.S. / 198504122009121902',
    'Ani Lestari, S.S. (NIP. 198504122009121902)',
  ])('name and NIP in one cell: %j', (both) => {
    const reading = read(
      makeSheet([
        ['No', 'Nama/NIP', 'Unit Kerja'],
        ['1', both, 'Biro Umum'],
      ]),
    )
    expect(reading.faults).toEqual([])
    expect(reading.rows).toMatchObject([{ name: 'Ani Lestari', titlesAfter: 'S.S.', nip: '198504122009121902' }])
  })

  test('rank and grade of two columns, joined', () => {
    const sheet = makeSheet([
      ['Nama', 'NIP', 'Pangkat', 'Gol.', 'Unit Kerja'],
      ['Ani', makeNip(1), 'Pembina', 'IV/a', 'Biro Umum'],
    ])
    expect(read(sheet).rows[0]?.grade).toBe('Pembina, IV/a')
  })

  test('a unit that is merged over several agents', () => {
    const rows = [header, makeAgentRow(1), makeAgentRow(2, { 5: null }), makeAgentRow(3, { 5: null })]
    const merges = [{ startRow: 1, startColumn: 5, endRow: 2, endColumn: 5 }]
    const reading = read(makeSheet(rows, { merges }))
    expect(reading.rows.map(({ unit }) => unit)).toEqual(['Biro Umum', 'Biro Umum', ''])
    expect(faultsOf(reading)).toEqual(['F4: Unit kerja kosong.'])
  })
})

describe('rows that are no agents', () => {
  test('headings set the level of those below them', () => {
    const sheet = makeSheet([
      header,
      ['A. Tingkat Pusat'],
      makeAgentRow(1),
      ['B', 'TINGKAT UNIT KERJA'],
      makeAgentRow(2),
      ['C. SEKRETARIAT UTAMA'],
      makeAgentRow(3),
    ])
    const reading = read(sheet)
    expect(reading.rows.map(({ row, level }) => [row, level])).toEqual([
      [3, 'central'],
      [5, 'unit'],
      [7, 'unit'],
    ])
    expect(reading.passedOver).toHaveLength(3)
  })

  test.each<[string, Cell[]]>([
    ['a row of column numbers', [1, 2, 3, 4, 5, 6, 7]],
    ['the header repeated', header],
    ['a sum', [null, 'Jumlah: 14 orang']],
    ['a note beside the table', [null, null, null, null, null, null, 'lihat surat']],
    ['the example of our template', [null, 'CONTOH: Nama Pegawai, S.S.', makeNip(9), 'x', 'x', 'x']],
  ])('%s is passed over', (_, row) => {
    const reading = read(makeSheet([header, makeAgentRow(1), row, makeAgentRow(2)]))
    expect(rowsOf(reading)).toEqual([2, 4])
    expect(reading.faults).toEqual([])
    expect(reading.passedOver).toMatchObject([{ row: 3 }])
  })

  test.each<[string, Cell[]]>([
    ['the place and day', [null, null, null, null, 'Jakarta,    Januari 2026']],
    ['the office', [null, 'Kepala Pustaka Nusantara,']],
    ['two signatures side by side', [null, 'Mengetahui,', null, null, null, 'Jakarta, 5 Januari 2026']],
    ['a delegation', [null, null, null, 'a.n. Kepala']],
  ])('a signature that opens with %s ends the table', (_, row) => {
    const reading = read(makeSheet([header, makeAgentRow(1), row, [null, 'Wiryawan'], [null, null, makeNip(8)]]))
    expect(rowsOf(reading)).toEqual([2])
    expect(reading.faults).toEqual([])
  })

  test('an acting head among the agents is no signature', () => {
    const reading = read(makeSheet([header, makeAgentRow(1, { 2: null, 3: 'Plt. Kepala Biro Umum' }), makeAgentRow(2)]))
    expect(rowsOf(reading)).toEqual([2, 3])
  })

  test('an agent below the signature is not lost in silence', () => {
    const reading = read(makeSheet([header, makeAgentRow(1), [null, 'Ditetapkan di Jakarta'], makeAgentRow(2)]))
    expect(rowsOf(reading)).toEqual([2])
    expect(reading.warnings).toMatchObject([{ row: 4, reason: expect.stringMatching(/di bawah tanda tangan/) }])
  })

  test('a name alone is an agent with faults, which a person may leave out', () => {
    const sheet = makeSheet([header, makeAgentRow(1), [null, 'Ani Lestari']])
    expect(faultsOf(read(sheet))).toHaveLength(2)
    expect(isWhole(read(sheet, { leftOut: [3] }))).toBe(true)
  })
})

describe('hidden rows', () => {
  const sheet = makeSheet([header, makeAgentRow(1), makeAgentRow(2), makeAgentRow(3)], { hiddenRows: [2] })

  test('are pointed out, and hold everything up until somebody says whether they count', () => {
    const reading = read(sheet)
    expect(reading.hidden).toMatchObject([{ row: 3, text: expect.stringMatching(/Budi Hartanta/) }])
    expect(isWhole(reading)).toBe(false)
  })

  test('count or not, as the person says', () => {
    expect(rowsOf(read(sheet, { takenIn: [3] }))).toEqual([2, 3, 4])
    expect(rowsOf(read(sheet, { leftOut: [3] }))).toEqual([2, 4])
    expect(isWhole(read(sheet, { leftOut: [3] }))).toBe(true)
  })
})

test('what a person writes in place of a cell is judged like the cell', () => {
  const sheet = makeSheet([header, makeAgentRow(1, { 2: Number('198504122009122901') })])
  expect(read(sheet, { corrections: { C2: '19850412 200912 2 901' } }).rows[0]?.nip).toBe('198504122009122901')
  expect(faultsOf(read(sheet, { corrections: { C2: '1' } }))).toEqual([expect.stringMatching(/^C2: .*1 digit/)])
})

test('an annex without agents is not whole', () => {
  expect(isWhole(read(makeSheet([header])))).toBe(false)
})
