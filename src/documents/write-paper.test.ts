import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Paper } from './paper.ts'
import { writeDocx } from './write-docx.ts'
import { writePdf } from './write-pdf.ts'

const hostile =
  '#import "@preview/x:1.0.0" $x$ <w:t>a & b</w:t> *tebal* \\ #{panic()} = judul\r\nbaris kedua 😀 漢字 \u0007 \ud800'
const paper: Paper = {
  title: 'Usulan KIPP: Layanan <Anak>',
  author: 'Perpustakaan Contoh',
  createdAt: new Date('2021-09-01T03:00:00Z'),
  orientation: 'portrait',
  blocks: [
    { kind: 'heading', level: 1, text: 'Identitas' },
    { kind: 'paragraph', text: hostile },
    { kind: 'paragraph', text: 'kata'.repeat(200) },
    { kind: 'heading', level: 2, text: 'Rincian' },
    { kind: 'list', ordered: true, entries: ['Satu', 'Dua'] },
    { kind: 'list', ordered: true, entries: ['Satu lagi'] },
    { kind: 'list', ordered: false, entries: ['Butir'] },
    {
      kind: 'table',
      caption: 'Bidang usulan',
      columns: [
        { header: 'Bidang', share: 2 },
        { header: 'Jumlah kata', align: 'end' },
      ],
      rows: Array.from({ length: 80 }, (_, index) => [`Bidang ${index} ${'x'.repeat(60)}`, String(index)]),
    },
  ],
}
const landscape: Paper = { ...paper, orientation: 'landscape' }

const wordOf = async (made: Paper) => {
  const files = unzipSync(await writeDocx(made))
  return (name: string) => strFromU8(files[name] ?? new Uint8Array())
}

describe('a Word document', () => {
  test('has the same bytes for the same paper, and says when it was made', async () => {
    expect(await writeDocx(paper)).toEqual(await writeDocx(paper))
    const file = await wordOf(paper)
    expect(file('docProps/core.xml').match(/2021-09-01T03:00:00Z/g)).toHaveLength(2)
    expect(file('docProps/core.xml')).toContain('Perpustakaan Contoh')
  })

  test('shows a plain table without its headers and lines', async () => {
    const columns = [{ header: 'Keterangan' }, { header: 'Isi' }]
    const plain = { kind: 'table' as const, caption: '', columns, rows: [['Nama', ': Siti']], isPlain: true }
    const text = (await wordOf({ ...paper, blocks: [plain] }))('word/document.xml')
    expect(text).toContain(': Siti')
    expect(text).not.toContain('Keterangan')
    expect(text).not.toContain('w:val="single"')
    expect((await writePdf({ ...paper, blocks: [plain] })).length).toBeLessThan((await writePdf(paper)).length)
  })

  test('leaves room for a letterhead above a letter, and none above anything else', async () => {
    const room = 'w:before="1701"'
    expect((await wordOf({ ...paper, onLetterhead: true }))('word/document.xml')).toContain(room)
    expect((await wordOf(paper))('word/document.xml')).not.toContain(room)
  })

  test('keeps what looks like markup as text', async () => {
    const text = (await wordOf(paper))('word/document.xml')
    expect(text).toContain('&lt;w:t&gt;a &amp; b&lt;/w:t&gt; *tebal*')
    expect(text).toContain('baris kedua 😀 漢字')
    expect(text).not.toContain('\u0007')
  })

  test('is A4, Indonesian, with pages numbered, a header row that repeats, and lists that begin at 1', async () => {
    const file = await wordOf(paper)
    expect(file('word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(file('word/document.xml').match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(new Set(file('word/document.xml').match(/<w:numId w:val="\d+"\/>/g)).size).toBe(3)
    expect(file('word/styles.xml')).toContain('<w:lang w:val="id-ID"/>')
    expect(file('word/footer1.xml')).toMatch(/Halaman .*PAGE.* dari .*NUMPAGES/s)
    expect((await wordOf(landscape))('word/document.xml')).toContain(
      '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
    )
  })
})

describe('a PDF', () => {
  test('has the same bytes for the same paper', async () => {
    expect(Buffer.compare(await writePdf(paper), await writePdf(paper))).toBe(0)
  })

  test('is archival and tagged, in Indonesian, with its title and its own fonts', async () => {
    const text = Buffer.from(await writePdf(paper)).toString('latin1')
    expect(text.slice(0, 5)).toBe('%PDF-')
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(text).toContain('/OutputIntents')
    expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(text).toContain('/StructTreeRoot')
    expect(text).toMatch(/\/Lang \(id-ID\)/)
    expect(text).toContain('Perpustakaan Contoh')
    expect(text).toMatch(/\+PlusJakartaSans-?\w*/)
  })

  test('meets the rules for accessible documents too', async () => {
    expect(Buffer.from(await writePdf(paper, 'ua-1')).toString('latin1', 0, 5)).toBe('%PDF-')
    const skipping: Paper = { ...paper, blocks: [{ kind: 'heading', level: 3, text: 'Langsung ketiga' }] }
    await expect(writePdf(skipping, 'ua-1')).rejects.toThrow(/heading/)
  })

  test('has A4 pages that stand or lie', async () => {
    const boxes = async (made: Paper) =>
      new Set(
        Buffer.from(await writePdf(made))
          .toString('latin1')
          .match(/\/MediaBox \[[^\]]*\]/g),
      )
    expect([...(await boxes(paper))]).toEqual([expect.stringMatching(/0 0 595\.\d+ 841\.\d+/)])
    expect([...(await boxes(landscape))]).toEqual([expect.stringMatching(/0 0 841\.\d+ 595\.\d+/)])
  })
})
