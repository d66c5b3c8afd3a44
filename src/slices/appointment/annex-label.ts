import { plainWords } from '#documents/sheet-text.ts'
import type { ColumnUse } from './annex.ts'

type Plain = Exclude<ColumnUse, 'name-and-nip'>

/** The words by which offices head their columns. */
const keys: Record<string, Plain> = {
  nama: 'name',
  nip: 'nip',
  ni: 'nip',
  pppk: 'nip',
  nippppk: 'nip',
  induk: 'nip',
  jabatan: 'position',
  pangkat: 'grade',
  golongan: 'grade',
  gol: 'grade',
  unit: 'unit',
  satuan: 'unit',
  satker: 'unit',
  tingkat: 'level',
  level: 'level',
  pusat: 'level',
  surel: 'email',
  email: 'email',
  posel: 'email',
}

/** Words that may stand beside those without changing what is meant. */
const fillers = new Set(
  'dan atau lengkap pegawai asn pns agen perubahan gelar beserta dengan ruang kerja organisasi alamat asal nomor no tugas dinas saat ini'.split(
    ' ',
  ),
)

/** Columns that annexes have and we don't take. */
const others = new Set('no nomor urut ket keterangan tmt'.split(' '))

/** What a column of this heading holds; undefined when nobody can say. */
export function useOf(label: string): ColumnUse | undefined {
  const words = labelWords(label).filter((word) => !fillers.has(word))
  if (words.length === 0 || words.some((word) => keys[word] === undefined)) return undefined
  const uses = new Set(words.map((word) => keys[word]))
  if (uses.has('level')) uses.delete('unit')
  if (uses.size === 2 && uses.has('name')) {
    if (uses.has('nip')) return 'name-and-nip'
    uses.delete('name')
  }
  return uses.size === 1 ? [...uses][0] : undefined
}

/** Whether every word is one that heads a column: a row of an agent always holds another, his name. */
export const isLabel = (text: string): boolean => {
  const words = labelWords(text)
  return words.length > 0 && words.every((word) => word in keys || fillers.has(word) || others.has(word))
}

const labelWords = (label: string): string[] =>
  plainWords(label.replace(/\be[- ]mail\b/i, 'email').replace(/\bpos[- ]el\b/i, 'posel'))
