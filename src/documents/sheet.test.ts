import { strToU8, unzipSync, zipSync } from 'fflate'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { packSheets, unpackSheets } from './packed-sheets.ts'
import { cellName, readWorkbook, type Sheet, writeCsv, writeWorkbook } from './sheet.ts'

const at = new Date('2026-01-05T02:00:00Z')

async function sheetsOf(bytes: Uint8Array, fileName: string): Promise<Sheet[]> {
  const read = await readWorkbook(bytes, fileName)
  if (!read.ok) throw new Error(read.sentence)
  return read.workbook.sheets
}

async function sentenceOf(bytes: Uint8Array, fileName = 'lampiran.xlsx'): Promise<string> {
  const read = await readWorkbook(bytes, fileName)
  return read.ok ? 'dibaca' : read.sentence
}

/** A workbook of one sheet, with one of its parts replaced or added. */
async function tampered(name: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await writeXlsx({ sheets: [{ name: 'A', rows: [['Nama'], ['Ani']] }] }))
  const before = Buffer.from(parts[name] ?? []).toString()
  return zipSync({ ...parts, [name]: strToU8(change(before)) })
}

describe('a workbook', () => {
  test('is printed across on A4, as wide as a page, with its headers on each', async () => {
    const sheets = ["Rencana aksi versi 2 (Jum'at)", 'Petunjuk'].map((name) => ({
      ...{ name, columns: [{ header: 'Nama', width: 8 }], rows: [['Ani']] },
    }))
    const parts = unzipSync(await writeWorkbook(sheets, at))
    const words = (name: string) => Buffer.from(parts[name] ?? []).toString()
    for (const sheet of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) {
      expect(words(sheet)).toContain('<pageSetUpPr fitToPage="1"/>')
      const [setup = ''] = words(sheet).match(/<pageSetup[^>]*>/) ?? []
      for (const part of ['paperSize="9"', 'orientation="landscape"', 'fitToWidth="1"', 'fitToHeight="0"'])
        expect(setup).toContain(part)
    }
    const names = [...words('xl/workbook.xml').matchAll(/<definedName ([^>]*)>([^<]*)/g)]
    expect(names.map(([, attributes, range]) => [attributes, range])).toEqual([
      ['name="_xlnm.Print_Titles" localSheetId="0"', "'Rencana aksi versi 2 (Jum''at)'!$1:$1"],
      ['name="_xlnm.Print_Titles" localSheetId="1"', "'Petunjuk'!$1:$1"],
    ])
  })

  test('is read as it was stored: types, blank rows, merges, and what is hidden', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Agen',
          rows: [
            ['Judul', null],
            [null, null],
            ['Nama', 'NIP', 'Catatan'],
            ['Ani', 198504122009122, true],
            ['Budi', '=1+1'],
          ],
          columns: [{}, {}, { hidden: true }],
          rowDefs: new Map([[3, { hidden: true }]]),
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
        },
        { name: 'Lama', hidden: true, rows: [['x']] },
        { name: 'Rahasia', veryHidden: true, rows: [['y']] },
      ],
    })
    const [agents, ...others] = await sheetsOf(bytes, 'lampiran.xlsx')
    expect(agents).toEqual({
      name: 'Agen',
      isHidden: false,
      cells: [['Judul'], [], ['Nama', 'NIP', 'Catatan'], ['Ani', 198504122009122, true], ['Budi', '=1+1']],
      merges: [{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 1 }],
      hiddenRows: [3],
      hiddenColumns: [2],
      shaded: [],
    })
    expect(others.map((sheet) => [sheet.name, sheet.isHidden])).toEqual([
      ['Lama', true],
      ['Rahasia', true],
    ])
  })

  test('still stands whole in the form of the next page where it was merged or hidden far below its rows', async () => {
    const merged = '<mergeCells count="2"><mergeCell ref="A2:A1048576"/><mergeCell ref="A25001:B25002"/></mergeCells>'
    const bytes = await tampered('xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', `<row r="30001" hidden="1"/></sheetData>${merged}`),
    )
    const [sheet] = await sheetsOf(bytes, 'rencana.xlsx')
    expect(sheet).toMatchObject({ merges: [], hiddenRows: [] })
    expect(unpackSheets(packSheets(sheet ? [sheet] : []))).toEqual([sheet])
  })

  test('has every column hidden that a range of columns hides', async () => {
    const bytes = await tampered('xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<sheetData>', '<cols><col min="2" max="4" hidden="1"/></cols><sheetData>'),
    )
    const [sheet] = await sheetsOf(bytes, 'a.xlsx')
    expect(sheet?.hiddenColumns).toEqual([1, 2, 3])
  })
})

describe('text with delimiters', () => {
  const rows = [
    ['No', 'Nama', 'NIP'],
    ['1', 'Ani Lestari, S.S., M.Hum.', '198504122009122003'],
    ['2', 'Budi “Utomo”', '1,98E+17'],
  ]
  const semicolons = rows.map((row) => row.join(';')).join('\r\n')

  test.each([
    ['semicolons', Buffer.from(semicolons)],
    ['a byte order mark', Buffer.from(`\uFEFF${semicolons}`)],
    ['a line that names the delimiter', Buffer.from(`sep=;\r\n${semicolons}`)],
    ['commas and quotes', Buffer.from(rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'))],
    ['tabs', Buffer.from(rows.map((row) => row.join('\t')).join('\n'))],
    ['UTF-16, as Excel saves "Unicode text"', Buffer.from(`\uFEFF${semicolons}`, 'utf16le')],
    ['Windows-1252', Buffer.from(semicolons.replace('“', '\u0093').replace('”', '\u0094'), 'latin1')],
  ])('is read with %s', async (_, bytes) => {
    const [sheet] = await sheetsOf(bytes, 'lampiran.csv')
    expect(sheet?.cells).toEqual(rows)
  })
})

describe('what is refused in a sentence', () => {
  const container = (stream: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])

  test.each([
    ['nothing', Buffer.alloc(0), /kosong/],
    ['a workbook with a password', container('EncryptedPackage'), /kata sandi/],
    ['an old workbook', container('Workbook'), /format(?:.*)\.xls\)/],
    ['a web page named .xls', Buffer.from('\n<html><table><tr><td>Nama'), /halaman web/],
    ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), /bukan lembar kerja/],
    ['a document', Buffer.from(zipSync({ 'word/document.xml': strToU8('<w/>') })), /bukan lembar kerja/],
    ['half a workbook', Buffer.from('PK\u0003\u0004 and then nothing'), /rusak/],
    ['what is larger than 10 MB', Buffer.alloc(11 * 1024 * 1024), /10 MB/],
  ])('%s', async (_, bytes, sentence) => {
    expect(await sentenceOf(bytes)).toMatch(sentence)
  })

  test('text that does not call itself so', async () => {
    expect(await sentenceOf(Buffer.from('Nama;NIP'), 'lampiran.docx')).toMatch(/bukan lembar kerja/)
  })

  test('macros, with the advice to save as .xlsx', async () => {
    expect(await sentenceOf(await tampered('xl/vbaProject.bin', () => 'x'))).toMatch(/makro.*\.xlsx/)
  })

  test('a document type, which could define entities', async () => {
    const bytes = await tampered('xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<worksheet', '<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet'),
    )
    expect(await sentenceOf(bytes)).toMatch(/tidak pernah ditulis Excel/)
  })

  test('what unpacks to more than 100 MB, from its directory alone', async () => {
    const parts = unzipSync(await writeXlsx({ sheets: [{ name: 'A', rows: [['Nama']] }] }))
    const zeros = new Uint8Array(60e6)
    const bomb = zipSync({ ...parts, 'xl/media/1.bin': zeros, 'xl/media/2.bin': zeros }, { level: 1 })
    expect(await sentenceOf(bomb)).toMatch(/mengembang/)
  })

  test('a part that is larger than its directory says', async () => {
    const bytes = Buffer.from(await tampered('xl/worksheets/sheet1.xml', (xml) => xml + ' '.repeat(5_000_000)))
    const size = Buffer.alloc(4)
    size.writeUInt32LE(unzipSync(bytes)['xl/worksheets/sheet1.xml']?.length ?? 0)
    for (let place = bytes.indexOf(size); place >= 0; place = bytes.indexOf(size)) bytes.writeUInt32LE(1_000, place)
    expect(await sentenceOf(bytes)).toMatch(/rusak/)
  })

  test('more rows than an annex ever has', async () => {
    const rows = Array.from({ length: 5_001 }, (_, index) => `${index};Ani`).join('\n')
    expect(await sentenceOf(Buffer.from(rows), 'a.csv')).toMatch(/5\.000 baris/)
  })
})

describe('what we write', () => {
  test('is read back as it was, texts that look like formulas too', async () => {
    const columns = [
      { header: 'Nama', width: 30 },
      { header: 'NIP', width: 22, format: 'text' as const },
    ]
    const sheets = [{ name: 'Agen: 2026/1', columns, rows: [['=1+1', '198504122009122003']] }]
    const bytes = await writeWorkbook(sheets, at)
    const [sheet] = await sheetsOf(bytes, 'a.xlsx')
    expect(sheet).toMatchObject({
      name: 'Agen  2026 1',
      cells: [
        ['Nama', 'NIP'],
        ['=1+1', '198504122009122003'],
      ],
    })
    expect(await writeWorkbook(sheets, at)).toEqual(bytes)
  })

  test('refuses what is typed over a locked column', async () => {
    const columns = [{ header: 'Kode', width: 9, locked: 'Biarkan.' }]
    const { sheets } = await readXlsx(await writeWorkbook([{ name: 'A', columns, rows: [['x'], ['y']] }], at))
    expect(sheets[0]?.dataValidations).toMatchObject([
      { type: 'custom', formula1: 'FALSE', range: 'A2:A3', errorStyle: 'stop', errorMessage: 'Biarkan.' },
    ])
  })

  test('as CSV runs nothing when an office opens it', () => {
    const rows = [
      ['=1+1', ' =x', '@a', '-5', 'Ani; Budi'],
      [-5, null, '198504122009122003'],
    ]
    expect(writeCsv(rows, 'office')).toBe(`\uFEFF'=1+1;'=x;'@a;'-5;"Ani; Budi"\r\n-5;;198504122009122003`)
    expect(writeCsv([['a', 'b']], 'machine')).toBe('a,b')
  })
})

test('cells are named as spreadsheets name them', () => {
  expect([cellName(6, 2), cellName(0, 25), cellName(0, 26), cellName(9, 702)]).toEqual(['C7', 'Z1', 'AA1', 'AAA10'])
})
