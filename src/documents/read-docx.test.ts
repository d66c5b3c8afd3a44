import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readTableFile } from './read-table-file.ts'
import { readTables, type Sheet } from './sheet.ts'
import { writeDocx } from './write-docx.ts'

const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`
const r = (text: string, look = '') => `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t>${text}</w:t></w:r>`
const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const cell = (text: string, properties = '') => tc(p(r(text)), properties)
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const tbl = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`
const span = (count: number) => `<w:gridSpan w:val="${count}"/>`

const xmlOf = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="x"><w:body>${body}<w:sectPr/></w:body></w:document>`
const docx = (xml: string, parts: Record<string, Uint8Array> = {}) =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml), ...parts })

async function tablesOf(body: string): Promise<Sheet[]> {
  const read = await readTableFile(docx(xmlOf(body)), 'matriks.docx')
  if (!read.ok) throw new Error(read.sentence)
  return read.workbook.sheets
}
const cellsOf = async (...rows: string[]) => (await tablesOf(tbl(...rows)))[0]?.cells

async function sentenceOf(bytes: Uint8Array, name = 'matriks.docx'): Promise<string> {
  const read = await readTableFile(bytes, name)
  return read.ok ? 'dibaca' : read.sentence
}

describe('a table of a document', () => {
  test('is read with its line breaks and merges, below its caption', async () => {
    const [table] = await tablesOf(
      p(r('Matriks rencana aksi')) +
        tbl(
          tr(cell('Program', '<w:vMerge w:val="restart"/>'), cell('Waktu', span(2))),
          tr(cell('', '<w:vMerge/>'), cell('Mulai'), cell('Selesai')),
          tr(tc(p(r('Satu')) + p(r('dua')), ''), tc(p('<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>')), cell('')),
        ),
    )
    expect(table).toEqual({
      name: 'Tabel 1: Matriks rencana aksi',
      isHidden: false,
      cells: [
        ['Program', 'Waktu'],
        [null, 'Mulai', 'Selesai'],
        ['Satu\ndua', 'a\nb'],
      ],
      merges: [
        { startRow: 0, startColumn: 0, endRow: 1, endColumn: 0 },
        { startRow: 0, startColumn: 1, endRow: 0, endColumn: 2 },
      ],
      hiddenRows: [],
      hiddenColumns: [],
      shaded: [],
    })
  })

  test('holds tracked changes as accepted: what was deleted or moved away is gone, what was put in stays', async () => {
    const deleted = '<w:del><w:r><w:delText>lama</w:delText></w:r></w:del>'
    const moved = `<w:moveFrom>${r('pindah')}</w:moveFrom>`
    const gone = `<w:tr><w:trPr><w:del w:author="x"/></w:trPr>${cell('hapus')}${cell('hapus')}</w:tr>`
    expect(
      await cellsOf(
        tr(tc(p(deleted, moved, `<w:ins>${r('baru')}</w:ins>`)), cell('b')),
        gone,
        tr(cell('c'), cell('d')),
      ),
    ).toEqual([
      ['baru', 'b'],
      ['c', 'd'],
    ])
  })

  test('holds no text boxes, hidden words, instructions of fields or numbers that Word counts', async () => {
    const box = `<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p(r('kotak'))}${tbl(tr(cell('x'), cell('y')))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>`
    const numbered = `<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>${r('Bernomor')}</w:p>`
    const field = '<w:r><w:instrText>PAGE</w:instrText></w:r>'
    const sheets = await tablesOf(
      tbl(
        tr(tc(p(box, field, r('tampak'), r('sembunyi', '<w:vanish/>'), r('!', '<w:vanish w:val="0"/>'))), tc(numbered)),
        tr(cell('a'), cell('b')),
      ),
    )
    expect(sheets.map((sheet) => sheet.cells)).toEqual([
      [
        ['tampak!', 'Bernomor'],
        ['a', 'b'],
      ],
    ])
  })

  test('within a cell is a table of its own, and its words belong to the cell too', async () => {
    const inner = tbl(tr(cell('x'), cell('y')), tr(cell('1'), cell('2')))
    const sheets = await tablesOf(tbl(tr(tc(p(r('Lihat')) + inner + p()), cell('b')), tr(cell('c'), cell('d'))))
    expect(sheets.map((sheet) => sheet.cells)).toEqual([
      [
        ['Lihat\nx\ny\n1\n2', 'b'],
        ['c', 'd'],
      ],
      [
        ['x', 'y'],
        ['1', '2'],
      ],
    ])
  })

  test('is read through content controls, from a shifted row, and says which cells are coloured or hidden', async () => {
    const shifted = `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:hidden/></w:trPr>${cell('b')}</w:tr>`
    const controlled = `<w:sdt><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${cell('a')}</w:sdtContent></w:sdt>`, cell('', '<w:shd w:fill="92D050"/>'))}</w:sdtContent></w:sdt>`
    const [table] = await tablesOf(tbl(controlled, shifted))
    expect(table).toMatchObject({
      cells: [['a'], [null, 'b']],
      hiddenRows: [1],
      shaded: [[0, 1]],
    })
  })

  test('keeps signs and entities', async () => {
    const tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    expect(await cellsOf(tr(tc(p(tick)), cell('A &amp; B &lt;c&gt; &#233;')), tr(cell('x'), cell('y')))).toEqual([
      ['✓', 'A & B <c> é'],
      ['x', 'y'],
    ])
  })

  test('that we wrote is read as it was', async () => {
    const rows = [
      ['a', 'b\nc'],
      ['', 'd & e'],
    ]
    const columns = [{ header: 'Satu' }, { header: 'Dua' }]
    const bytes = await writeDocx({
      title: 'Judul',
      author: 'Instansi',
      createdAt: new Date('2026-01-05T02:00:00Z'),
      orientation: 'landscape',
      blocks: [{ kind: 'table', caption: 'Matriks', columns, rows }],
    })
    const read = await readTables(bytes, 'a.docx')
    expect(read).toMatchObject({
      ok: true,
      workbook: {
        sheets: [
          {
            name: 'Tabel 1: Matriks',
            cells: [
              ['Satu', 'Dua'],
              ['a', 'b\nc'],
              [null, 'd & e'],
            ],
          },
        ],
      },
    })
  })
})

describe('what is refused in a sentence', () => {
  const table = tbl(tr(cell('a'), cell('b')), tr(cell('c'), cell('d')))
  const container = (stream: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])

  test.each<[string, Uint8Array, RegExp]>([
    ['macros', docx(xmlOf(table), { 'word/vbaProject.bin': strToU8('x') }), /makro.*\.docx/],
    ['a document type', docx(`<!DOCTYPE w [<!ENTITY a "b">]>${xmlOf(table)}`), /tidak pernah ditulis Word/],
    ['an unknown entity', docx(xmlOf(tbl(tr(cell('&xxe;'), cell('b'))))), /rusak/],
    ['elements that do not close', docx(xmlOf(table).replace('</w:body>', '')), /rusak/],
    ['no document inside', zipSync({ 'word/styles.xml': strToU8('<w/>') }), /rusak/],
    ['a document without tables', docx(xmlOf(p(r('Hanya teks')))), /Tidak ada tabel/],
    ['a frame around text', docx(xmlOf(tbl(tr(cell('Hanya teks'))))), /Tidak ada tabel/],
    ['more rows than anybody writes', docx(xmlOf(tbl(tr(cell('a'), cell('b')).repeat(5_001)))), /5\.000 baris/],
    ['tables within tables without end', docx(xmlOf('<w:tbl>'.repeat(30) + '</w:tbl>'.repeat(30))), /rusak/],
    ['an old document', container('WordDocument'), /\.doc\).*\.docx/],
    ['an old workbook', container('Workbook'), /\.xls\)/],
    ['a document with a password', container('EncryptedPackage'), /kata sandi/],
    ['half a document', Buffer.from('PK\u0003\u0004 and then nothing'), /rusak/],
    ['another archive', zipSync({ 'a.txt': strToU8('x') }), /bukan tabel/],
    ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
    ['nothing', Buffer.alloc(0), /kosong/],
  ])('%s', async (_, bytes, sentence) => {
    expect(await sentenceOf(bytes)).toMatch(sentence)
  })

  /** The document with another size in the ZIP's directory, which stands behind the data. */
  function ofSize(size: number): Buffer {
    const bytes = Buffer.from(docx(xmlOf(table)))
    bytes.writeUInt32LE(size, bytes.lastIndexOf('word/document.xml') - 22)
    return bytes
  }

  test('what swells when it is opened, before it is', async () => {
    expect(await sentenceOf(ofSize(101 * 1024 * 1024))).toMatch(/mengembang/)
  })

  test('a size that lies', async () => {
    expect(await sentenceOf(ofSize(10))).toMatch(/rusak/)
  })

  test('what is larger than 10 MB', async () => {
    expect(await readTables(Buffer.alloc(11 * 1024 * 1024), 'a.docx')).toMatchObject({ ok: false })
  })
})

describe('other tables', () => {
  test('are read as they are shown: a share with its sign, coloured cells named', async () => {
    const { writeXlsx } = await import('hucre/xlsx')
    const ground = (rgb: string) => ({
      fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb } },
    })
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [['Target', null, null, 'x'], [0.825]],
          cells: new Map([
            ['0,1', { value: null, style: ground('FF92D050') }],
            ['0,2', { value: null, style: ground('FFFFFFFF') }],
            ['1,0', { value: 0.825, style: { numFmt: '0.0%' } }],
          ]),
        },
      ],
    })
    expect(await readTableFile(bytes, 'a.xlsx')).toMatchObject({
      ok: true,
      workbook: { sheets: [{ cells: [['Target', null, null, 'x'], ['82,5%']], shaded: [[0, 1]] }] },
    })
  })

  test('of text with delimiters are read too', async () => {
    expect(await readTableFile(Buffer.from('Kegiatan;Target\r\nA;1'), 'a.csv')).toMatchObject({ ok: true })
  })
})
