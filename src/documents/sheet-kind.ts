import { decodeText } from './decode-text.ts'

type Refused = 'empty' | 'encrypted' | 'xls' | 'html' | 'pdf' | 'other'

/** What each file that is no spreadsheet of ours reads, in place of a table. */
export const refusals: Record<Refused, string> = {
  empty: 'Berkas ini kosong. Pilih berkas yang berisi tabel.',
  encrypted: 'Berkas ini dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya, simpan, lalu unggah lagi.',
  xls: 'Berkas ini berformat Excel lama (.xls). Buka di Excel, pilih Simpan Sebagai, jenis .xlsx, lalu unggah lagi.',
  html: 'Berkas ini halaman web yang diberi nama lembar kerja. Buka di Excel, simpan sebagai .xlsx, lalu unggah lagi.',
  pdf: 'Berkas ini PDF, bukan lembar kerja. Unggah lampiran keputusan sebagai .xlsx atau .csv.',
  other: 'Berkas ini bukan lembar kerja. Unggah berkas .xlsx atau .csv.',
}

/** Tells by its content what a file is; `zip` and `text` may be spreadsheets, the others are refused. */
export function kindOf(bytes: Uint8Array, fileName: string): 'zip' | 'text' | Refused {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, 'PK\u0003\u0004')) return 'zip'
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) return isEncrypted(bytes) ? 'encrypted' : 'xls'
  if (startsWith(bytes, '%PDF')) return 'pdf'
  const start = decodeText(bytes.subarray(0, 4096)).trimStart()
  if (start.startsWith('<')) return 'html'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: text holds none of these, which is the point
  if (/[\u0000-\u0008\u000e-\u001f]/.test(start)) return 'other'
  return /\.(csv|txt|tsv)$/i.test(fileName) ? 'text' : 'other'
}

const startsWith = (bytes: Uint8Array, mark: string) =>
  Array.from(mark).every((letter, index) => bytes[index] === letter.charCodeAt(0))

/** Office keeps an encrypted workbook in an old container, in a stream of this name (UTF-16). */
const isEncrypted = (bytes: Uint8Array) => Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
