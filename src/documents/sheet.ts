import { runApart } from './apart.ts'
import { limits, type ReadWorkbook } from './workbook.ts'

export type { Cell, ReadWorkbook, Sheet } from './workbook.ts'
export { cellName } from './workbook.ts'
export { type OutSheet, writeCsv, writeWorkbook } from './write-sheet.ts'

/**
 * Reads an XLSX or CSV file that a stranger made, apart and within limits (10 MB, 100 MB unpacked, 5,000 rows, 20 s).
 * `fileName` only helps to tell text from other text: the content decides.
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<ReadWorkbook> {
  if (bytes.length > limits.bytes)
    return refuse('Berkas ini lebih besar dari 10 MB. Simpan tabelnya saja, lalu unggah lagi.')
  const outcome = await runApart<SheetFile, ReadWorkbook>('documents/read-sheet', { bytes, fileName }, limits)
  return outcome.state === 'done' ? outcome.result : refuse(tooMuch)
}

/** What goes to the process that reads. */
export type SheetFile = { bytes: Uint8Array; fileName: string }

const refuse = (sentence: string): ReadWorkbook => ({ ok: false, sentence })
const tooMuch =
  'Berkas ini terlalu rumit untuk dibaca. Salin tabelnya ke buku kerja baru, simpan sebagai .xlsx, lalu unggah lagi.'
