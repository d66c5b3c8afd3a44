import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { judge } from './judge.ts'
import { look } from './look.ts'

const folder = freshFolder()

/** Looks into the bytes as an upload of this name and says what comes of it: a media type, or a sentence. */
async function verdictOn(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, 'looked-into')
  await writeFile(file, bytes)
  const seen = await look(file)
  if (seen === null) return 'came to nothing'
  const verdict = judge(name, seen)
  return 'refused' in verdict ? verdict.refused : verdict.kind.mediaType
}

const text = (content: string) => new TextEncoder().encode(content)

const contentTypes = (main: string) =>
  text(
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
  )
const document = (more: Zippable = {}) =>
  zipSync({
    '[Content_Types].xml': contentTypes('wordprocessingml.document'),
    'word/document.xml': text('<w:document/>'),
    ...more,
  })
const container = (mark: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096), Buffer.from(mark, 'utf16le')])
const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex')

/** The directory of a ZIP with one byte pattern replaced by another of the same length. */
const altered = (bytes: Uint8Array, from: string, to: string) =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1')

describe('content and extension agree', () => {
  it.each([
    ['rencana.docx', document(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['SK.PDF', text('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), 'application/pdf'],
    ['foto.png', png, 'image/png'],
    ['daftar.csv', text('nama;nip\nSari;1\n'), 'text/csv'],
    ['lama.csv', Buffer.from('nama;catatan\r\nSari;caf\xe9\r\n', 'latin1'), 'text/csv'],
    ['takarir.vtt', text('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nSalam\n'), 'text/vtt'],
    ['lama.doc', container('WordDocument'), 'application/msword'],
    ['lambang.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
  ])('%s is taken', async (name, bytes, mediaType) => {
    expect(await verdictOn(name, bytes)).toBe(mediaType)
  })

  it.each([
    ['foto.pdf', png, 'Isi berkas ini .png, bukan .pdf. Simpan ulang dengan jenis yang benar, lalu unggah lagi.'],
    ['foto.png', text('<script>'), 'Isi berkas ini bukan .png, atau berkasnya rusak. Simpan ulang, lalu unggah lagi.'],
    [
      'daftar.csv',
      Buffer.from([1, 2, 0, 3]),
      'Isi berkas ini bukan .csv, atau berkasnya rusak. Simpan ulang, lalu unggah lagi.',
    ],
    [
      'rencana.docx',
      zipSync({ a: text('b') }),
      'Isi berkas ini .zip, bukan .docx. Simpan ulang dengan jenis yang benar, lalu unggah lagi.',
    ],
    ['bukti.zip', zipSync({ a: text('b') }), 'Arsip tidak diterima. Unggah berkas di dalamnya satu per satu.'],
    ['kosong.pdf', new Uint8Array(), 'Berkas ini kosong. Pilih berkas yang berisi.'],
    [
      'program.exe',
      text('MZ'),
      'Jenis berkas .exe tidak diterima. Simpan sebagai PDF, atau pilih berkas kantor, gambar, suara, atau film.',
    ],
  ])('%s is refused in one sentence', async (name, bytes, sentence) => {
    expect(await verdictOn(name, bytes)).toBe(sentence)
  })
})

describe('what is hostile or hides something', () => {
  const odd = 'Isi berkas ini tidak wajar dan mungkin rusak. Buka dan simpan ulang, lalu unggah lagi.'
  const macros = 'Berkas ini berisi makro. Simpan sebagai .docx tanpa makro, lalu unggah.'
  const locked = 'Berkas ini dikunci dengan kata sandi. Hapus kata sandinya, lalu unggah lagi.'

  it.each([
    ['macros in a .docx', 'a.docx', document({ 'word/vbaProject.bin': text('x') }), macros],
    ['macros in a .doc', 'a.doc', container('_VBA_PROJECT'), macros],
    ['a macro extension', 'a.docm', document(), macros],
    ['a locked .docx', 'a.docx', container('EncryptedPackage'), locked],
    ['a path that climbs', 'a.docx', document({ '../../etc/cron': text('x') }), odd],
    ['an absolute path', 'a.docx', document({ '/etc/cron': text('x') }), odd],
    ['a link', 'a.docx', document({ 'word/x': [text('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }), odd],
    ['a bomb', 'a.docx', document({ 'word/a.xml': new Uint8Array(60_000_000) }), odd],
    [
      'too many entries',
      'a.docx',
      document(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`w/${n}`, text('')]))),
      odd,
    ],
    ['a directory that is cut', 'a.docx', document().subarray(0, -30), odd],
    ['a directory that lies about its place', 'a.docx', altered(document(), 'PK\u0001\u0002', 'PK\u0001\u0009'), odd],
  ])('%s is refused', async (_, name, bytes, sentence) => {
    expect(await verdictOn(name, bytes)).toBe(sentence)
  })

  it('a form that asks for a PDF refuses a picture', () => {
    const seen = { content: 'png', size: 10, zip: null, container: { hasMacros: false, isLocked: false } }
    expect(judge('a.png', seen, ['pdf'])).toEqual({ refused: 'Yang diminta di sini PDF. Pilih berkas lain.' })
  })
})
