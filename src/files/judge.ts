import { listInWords } from '#kit/text.ts'
import { sizeInWords } from '#web/file-size.ts'
import { extensionOf, type Family, type FileKind, familyInWords, fileKinds } from './kinds.ts'

/** What was found in a file's bytes, without trusting its name. */
export type Seen = {
  /** What `file-type` calls the content, `text` for valid text, null for what it cannot name. */
  content: string | null
  /** Bytes. */
  size: number
  /** What the directory of a ZIP says; null for what is none. */
  zip: ZipSeen | null
  /** Marks in the old container of Office: VBA, or a document that is locked by a password. */
  container: { hasMacros: boolean; isLocked: boolean }
}

export type ZipSeen = {
  entries: number
  /** Bytes once unpacked, as the directory says. */
  unpacked: number
  flaw: 'unreadable' | 'link' | 'outside' | 'locked' | null
  hasMacros: boolean
}

/** Either the kind that a file is kept as, or the sentence with which it is refused. */
export type Verdict = { kind: FileKind } | { refused: string }

/** What offices make stays far below; what is above was made to fill a disk. */
const mostEntries = 10_000
const mostUnpacked = 2_000_000_000
const highestRatio = 100
/** Small files of much repetition may be packed tighter. */
const ratioCounts = 50_000_000

/** Whether the file may be kept under this name: what its bytes are must be what its name says. */
export function judge(name: string, seen: Seen, wanted?: readonly Family[]): Verdict {
  const extension = extensionOf(name)
  const kind = fileKinds[extension]
  if (seen.size === 0) return { refused: 'Berkas ini kosong. Pilih berkas yang berisi.' }
  if (/^(doc|xls|ppt|dot|xlt|pot|pps)m$/.test(extension) || seen.zip?.hasMacros || seen.container.hasMacros)
    return { refused: `Berkas ini berisi makro. Simpan sebagai ${withoutMacros(extension)} tanpa makro, lalu unggah.` }
  if (seen.container.isLocked || seen.zip?.flaw === 'locked')
    return { refused: 'Berkas ini dikunci dengan kata sandi. Hapus kata sandinya, lalu unggah lagi.' }
  if (!kind) return { refused: unknown(extension) }
  if (wanted && !wanted.includes(kind.family))
    return { refused: `Yang diminta di sini ${choice(wanted)}. Pilih berkas lain.` }
  if (seen.content === null || !kind.content.includes(seen.content)) return { refused: disagree(extension, seen) }
  if (seen.size > kind.largest)
    return { refused: `Berkas ini lebih dari ${sizeInWords(kind.largest)}. Kecilkan, lalu unggah lagi.` }
  if (seen.zip && isHostile(seen.zip, seen.size))
    return { refused: 'Isi berkas ini tidak wajar dan mungkin rusak. Buka dan simpan ulang, lalu unggah lagi.' }
  return { kind }
}

function isHostile(zip: ZipSeen, size: number): boolean {
  if (zip.flaw !== null || zip.entries > mostEntries || zip.unpacked > mostUnpacked) return true
  return zip.unpacked > ratioCounts && zip.unpacked > size * highestRatio
}

const withoutMacros = (extension: string): string => ({ x: '.xlsx', p: '.pptx' })[extension.charAt(0)] ?? '.docx'

function unknown(extension: string): string {
  if (/^(zip|rar|7z|gz|tar)$/.test(extension)) return 'Arsip tidak diterima. Unggah berkas di dalamnya satu per satu.'
  const named = extension ? `Jenis berkas .${extension}` : 'Berkas tanpa ekstensi'
  return `${named} tidak diterima. Simpan sebagai PDF, atau pilih berkas kantor, gambar, suara, atau film.`
}

function disagree(extension: string, seen: Seen): string {
  if (seen.content === null || seen.content === 'text')
    return `Isi berkas ini bukan .${extension}, atau berkasnya rusak. Simpan ulang, lalu unggah lagi.`
  return `Isi berkas ini .${seen.content}, bukan .${extension}. Simpan ulang dengan jenis yang benar, lalu unggah lagi.`
}

const choice = (wanted: readonly Family[]): string =>
  wanted.length === 1 && wanted[0]
    ? familyInWords(wanted[0])
    : `salah satu dari ${listInWords(wanted.map(familyInWords))}`
