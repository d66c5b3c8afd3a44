import { unzipSync } from 'fflate'
import { decodeText } from './decode-text.ts'
import { type DocxTable, tablesIn } from './docx-tables.ts'
import { tooManyMerges, tooManyRows, trimmed } from './trim-cells.ts'
import { limits, type ReadWorkbook, type Sheet } from './workbook.ts'
import { directoryOf } from './zip-parts.ts'

const mostTables = 100

/** Reads the tables of a DOCX file, each as a sheet, after its ZIP directory was found harmless. */
export function readDocx(bytes: Uint8Array): ReadWorkbook {
  const names = directoryOf(bytes)
  if (names === 'damaged') return refuse(damaged)
  if (names === 'bomb') return refuse(bomb)
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return refuse(macros)
  const part = names.find((name) => /^word\/document\d*\.xml$/.test(name))
  if (!part) return refuse(damaged)
  let tables: DocxTable[]
  try {
    const xml = decodeText(unzipSync(bytes, { filter: ({ name }) => name === part })[part] ?? new Uint8Array())
    if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return refuse(doctype)
    tables = tablesIn(xml)
  } catch {
    return refuse(damaged)
  }
  if (tables.some(({ cells }) => cells.length > limits.rows)) return refuse(tooManyRows)
  if (tables.some(({ merges }) => merges.length > limits.merges)) return refuse(tooManyMerges)
  // A frame around the text, or a line for signatures, is no table that anybody would take in.
  const sheets = tables.filter(({ cells }) => cells.length > 1 && cells.some((row) => row.length > 1)).map(sheetOf)
  return sheets.length === 0 ? refuse(noTable) : { ok: true, workbook: { sheets: sheets.slice(0, mostTables) } }
}

const sheetOf = ({ caption, ...table }: DocxTable, index: number): Sheet => ({
  ...table,
  name: caption === '' ? `Tabel ${index + 1}` : `Tabel ${index + 1}: ${caption}`,
  isHidden: false,
  cells: trimmed(table.cells),
  hiddenColumns: [],
  shaded: table.shaded.slice(0, limits.shaded),
})

const refuse = (sentence: string): ReadWorkbook => ({ ok: false, sentence })
const bomb = 'Berkas ini mengembang terlalu besar bila dibuka. Salin tabelnya ke dokumen baru, lalu unggah lagi.'
const macros = 'Berkas ini berisi makro. Buka di Word, simpan sebagai .docx, lalu unggah lagi.'
const doctype =
  'Berkas ini berisi bagian yang tidak pernah ditulis Word dan tidak dibaca. Salin tabelnya ke dokumen baru.'
const damaged = 'Berkas ini rusak atau bukan .docx. Buka di Word, simpan lagi sebagai .docx, lalu unggah lagi.'
const noTable = 'Tidak ada tabel dalam dokumen ini. Pilih dokumen yang memuat matriks sebagai tabel.'
