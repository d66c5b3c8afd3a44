import { type Draft, idOf, nameOf, type Part, type Rows, rowsAt, type Said } from './edition-part.ts'
import { signalWords, sourceWords } from './pages/words.ts'

/** What can be chosen, in its words. */
export const choices = (words: Record<string, string>) => () =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** What a row is called. */
export const name: Said = { path: 'label', kind: 'text', label: 'Nama' }
/** What the form itself calls it. */
export const original: Said = {
  path: 'original',
  kind: 'text',
  label: 'Nama pada formulir asli',
  hint: 'Bila formulirnya berbahasa lain.',
  empty: 'absent',
}
/** What is said beside it. */
export const hint: Said = { path: 'hint', kind: 'text', label: 'Keterangan', empty: 'text' }

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
    original,
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

/** What the form asks beside its fields. */
export const identity: Part = {
  key: 'identitas',
  title: 'Pertanyaan identitas',
  lead: 'Yang ditanyakan di luar bidang. Judul, tanggal mulai, kategori, TPB, dan video sudah ditanyakan sendiri.',
  said: [],
  rows: {
    path: 'identity',
    noun: 'pertanyaan',
    said: [
      { path: 'label', kind: 'text', label: 'Pertanyaan' },
      original,
      hint,
      {
        path: 'kind',
        kind: 'one',
        label: 'Jawabannya',
        options: choices({ text: 'Tulisan', 'yes-no': 'Ya atau tidak' }),
      },
      { path: 'required', kind: 'yes', label: 'Wajib diisi' },
      {
        path: 'onlyIf.key',
        kind: 'one',
        label: 'Hanya ditanyakan bila',
        empty: 'text',
        options: (draft) => rowsAt(draft, 'identity').map((row) => ({ value: idOf(row), label: nameOf(row) })),
      },
      {
        path: 'onlyIf.is',
        kind: 'text',
        label: 'dijawab',
        hint: 'Untuk ya atau tidak: ya, atau tidak.',
        empty: 'text',
      },
      {
        path: 'bars',
        kind: 'text',
        label: 'Jawaban yang menggugurkan',
        hint: 'Usulan dengan jawaban ini tidak diterima. Kosongkan bila tidak ada.',
        empty: 'absent',
      },
    ],
    fresh: { hint: '', onlyIf: null, required: false },
    isKeyed: true,
  },
  origins: ['identity'],
}
