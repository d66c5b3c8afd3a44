import { uncapital } from '#kit/text.ts'

/** The parts of an edition whose origin is told one by one. */
export const editionParts = [
  'basis',
  'dates',
  'age',
  'groups',
  'categories',
  'goals',
  'questions',
  'limits',
  'weights',
  'identity',
  'video',
  'letters',
  'stages',
] as const
export type EditionPart = (typeof editionParts)[number]

/** How sure a part is: read in the source itself, told by somebody who read it, remembered, or not known at all. */
export const certainties = ['read', 'second-hand', 'remembered', 'unknown'] as const
export type Certainty = (typeof certainties)[number]

export const partWords: Record<EditionPart, string> = {
  basis: 'Dasar hukum',
  dates: 'Tanggal',
  age: 'Umur inovasi',
  groups: 'Kelompok dan syaratnya',
  categories: 'Kategori',
  goals: 'Tujuan TPB',
  questions: 'Pertanyaan',
  limits: 'Batas kata',
  weights: 'Bobot',
  identity: 'Pertanyaan identitas',
  video: 'Video',
  letters: 'Surat dan pernyataan',
  stages: 'Tahap',
}

/** A part within a sentence: "tujuan TPB". */
export const partInSentence = (part: EditionPart): string => uncapital(partWords[part])

export const certaintyWords: Record<Certainty, string> = {
  read: 'Dibaca dari sumbernya',
  'second-hand': 'Dari tangan kedua',
  remembered: 'Ingatan, belum dipastikan',
  unknown: 'Belum diketahui',
}
