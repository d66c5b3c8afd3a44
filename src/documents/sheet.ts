import { runApart } from './apart.ts'
import { limits, type ReadWorkbook } from './workbook.ts'

export type { Cell, ReadWorkbook, Sheet } from './workbook.ts'
export { cellName } from './workbook.ts'
export { type OutSheet, writeCsv, writeWorkbook } from './write-sheet.ts'

/**
 * Reads an XLSX or CSV file that a stranger made, apart and within limits (10 MB, 100 MB unpacked, 5,000 rows, 20 s).
 * `fileName` only helps to tell text from other text: the content decides.
 */
export const readWorkbook = (bytes: Uint8Array, fileName: string): Promise<ReadWorkbook> =>
  readWithin({ bytes, fileName, wants: 'sheets' })

/**
 * The same for a file whose table is meant, whatever wrote it: the sheets of an XLSX or CSV file, the tables of a DOCX
 * file. A share is read as it is shown (80%, not 0,8), and coloured cells are told.
 */
export const readTables = (bytes: Uint8Array, fileName: string): Promise<ReadWorkbook> =>
  readWithin({ bytes, fileName, wants: 'tables' })

async function readWithin(file: SheetFile): Promise<ReadWorkbook> {
  if (file.bytes.length > limits.bytes)
    return refuse('Berkas ini lebih besar dari 10 MB. Simpan tabelnya saja, lalu unggah lagi.')
  const outcome = await runApart<SheetFile, ReadWorkbook>('documents/read-sheet', file, limits)
  return outcome.state === 'done' ? outcome.result : refuse(tooMuch)
}

/** What goes to the process that reads. */
export type SheetFile = { bytes: Uint8Array; fileName: string; wants: 'sheets' | 'tables' }

const refuse = (sentence: string): ReadWorkbook => ({ ok: false, sentence })
const tooMuch = 'Berkas ini terlalu rumit untuk dibaca. Salin tabelnya saja ke berkas baru, simpan, lalu unggah lagi.'
