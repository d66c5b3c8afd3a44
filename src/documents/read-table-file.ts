import { readCsv } from './read-csv.ts'
import { readDocx } from './read-docx.ts'
import { readXlsx } from './read-xlsx.ts'
import { kindOf } from './sheet-kind.ts'
import type { ReadWorkbook } from './workbook.ts'
import { directoryOf } from './zip-parts.ts'

/** Reads the tables of a file that may come from Excel or from Word; what it is, its content says. */
export async function readTableFile(bytes: Uint8Array, fileName: string): Promise<ReadWorkbook> {
  const kind = kindOf(bytes, fileName)
  if (kind === 'text') return readCsv(bytes)
  if (kind === 'zip') {
    const names = directoryOf(bytes)
    if (Array.isArray(names) && names.some((name) => name.startsWith('word/'))) return readDocx(bytes)
    const isWorkbook = !Array.isArray(names) || names.some((name) => name.startsWith('xl/') || name === 'content.xml')
    return isWorkbook ? readXlsx(bytes, { asShown: true }) : { ok: false, sentence: refusals.other }
  }
  if (kind === 'xls' && isOldWord(bytes)) return { ok: false, sentence: refusals.doc }
  return { ok: false, sentence: refusals[kind] }
}

/** Word keeps its old format in the same container as Excel, in a stream of this name (UTF-16). */
const isOldWord = (bytes: Uint8Array) => Buffer.from(bytes).includes(Buffer.from('WordDocument', 'utf16le'))

const refusals = {
  empty: 'Berkas ini kosong. Pilih berkas yang berisi tabel.',
  encrypted: 'Berkas ini dikunci dengan kata sandi. Buka, hapus kata sandinya, simpan, lalu unggah lagi.',
  xls: 'Berkas ini berformat Excel lama (.xls). Buka di Excel, pilih Simpan Sebagai, jenis .xlsx, lalu unggah lagi.',
  doc: 'Berkas ini berformat Word lama (.doc). Buka di Word, pilih Simpan Sebagai, jenis .docx, lalu unggah lagi.',
  html: 'Berkas ini halaman web. Buka di Excel atau Word, simpan sebagai .xlsx atau .docx, lalu unggah lagi.',
  pdf: 'Berkas ini PDF, yang tabelnya tidak dapat dibaca. Unggah matriksnya sebagai .xlsx atau .docx.',
  other: 'Berkas ini bukan tabel Excel atau Word. Unggah berkas .xlsx, .docx, atau .csv.',
}
