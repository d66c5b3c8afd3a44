import { type Draft, nameOf, type Part, type Rows, type Said } from './edition-part.ts'
import { signalWords, sourceWords } from './pages/words.ts'

/** What can be chosen, in its words. */
export const choices = (words: Record<string, string>) => () =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** What a row is called. */
export const name: Said = { path: 'label', kind: 'text', label: 'Nama' }

/** What is marked together, and its weight. */
export const aspects: Part = {
  key: 'aspek',
  title: 'Aspek dan bobot',
  lead: 'Yang dinilai bersama dengan satu bobot. Bobot yang diketahui berjumlah tepat 100; kosongkan yang belum diketahui.',
  said: [],
  rows: {
    path: 'aspects',
    noun: 'aspek',
    said: [name, { path: 'weight', kind: 'decimal', label: 'Bobot', unit: 'persen', empty: 'null' }],
    fresh: { fields: [] },
    isKeyed: false,
  },
  origins: ['questions', 'limits', 'weights'],
}

const fieldRows = (path: string): Rows => ({
  path,
  noun: 'bidang',
  said: [
    { path: 'label', kind: 'text', label: 'Judul' },
    { path: 'number', kind: 'text', label: 'Nomor', hint: 'Seperti pada formulir resmi: 6a.' },
    { path: 'question', kind: 'long', label: 'Pertanyaan' },
    { path: 'points', kind: 'lines', label: 'Yang harus dimuat', hint: 'Satu hal per baris.', empty: 'text' },
    { path: 'limit', kind: 'whole', label: 'Batas', unit: 'kata', empty: 'null' },
    { path: 'needsEvidence', kind: 'yes', label: 'Bukti dukung wajib' },
    {
      path: 'sources',
      fold: 'Pengisian dan pemeriksaan oleh Rintis',
      kind: 'several',
      label: 'Diisi lebih dahulu dari',
      hint: 'Bagian proyek yang disalin ke dalam jawaban ketika usulan dibuat.',
      options: choices(sourceWords),
    },
    {
      path: 'signals',
      fold: 'Pengisian dan pemeriksaan oleh Rintis',
      kind: 'several',
      label: 'Dicari pada jawabannya',
      hint: 'Yang diperiksa Rintis pada periksa awal.',
      options: choices(signalWords),
    },
  ],
  fresh: { points: [], sources: [], signals: [], needsEvidence: false },
  isKeyed: true,
})

/** The fields of one aspect, which are addressed by its place. */
export const fieldsPart = (aspect: Draft, index: number): Part => ({
  key: `bidang-${index + 1}`,
  title: `Bidang: ${nameOf(aspect) || `aspek ${index + 1}`}`,
  lead: 'Pertanyaan, batas kata, dan bukti. Kosongkan batas yang belum diketahui.',
  said: [],
  rows: fieldRows(`aspects.${index}.fields`),
  origins: [],
  leansOn: ['questions', 'limits'],
})
