import { listInWords } from '#kit/text.ts'
import type { Standing } from '#web/state.tsx'
import type { AssessmentState } from '../assessment.ts'
import type { CheckedRule } from '../choice.ts'
import type { Parting } from '../ranking.ts'
import type { RecusalCause } from '../recusal.ts'
import type { Criterion } from '../rubric.ts'
import type { TypedMarks } from '../scoresheet.ts'

export const stateWords: Record<AssessmentState, string> = {
  preparing: 'Disiapkan',
  open: 'Sedang dinilai',
  decided: 'Diputuskan',
  closed: 'Ditutup tanpa pilihan',
}

export const stateShapes: Record<AssessmentState, Standing> = {
  preparing: 'open',
  open: 'soon',
  decided: 'done',
  closed: 'stopped',
}

/** Why a judge stays out, behind the judge's name. */
export const causeWords: Record<RecusalCause, string> = {
  agent: 'agen proyek ini',
  head: 'atasan unit kerjanya',
  member: 'anggota timnya',
  above: 'atasan unit kerja di atasnya',
  unit: 'unit kerja yang sama',
  found: 'benturan kepentingan dicatat sekretariat',
  declared: 'menyatakan benturan kepentingan',
}

/** Of one rule, in a word. */
export const ruleWords: Record<CheckedRule['state'], string> = {
  fits: 'Terpenuhi',
  unfit: 'Tidak terpenuhi',
  unknown: 'Belum diketahui',
}

/** What parted equal projects. */
export function partingWords(parting: Parting | null): string {
  if (parting === null) return ''
  if (parting.by === 'criterion') return `nilai sama, ditentukan kriteria ${parting.name}`
  if (parting.by === 'majority') return 'nilai sama, ditentukan mayoritas penilai'
  return parting.by === 'ruling' ? 'nilai sama, ditentukan panel' : 'nilai sama, peringkat bersama'
}

/** How many sheets are asked of one judge and another: "2 sampai 3 lembar". */
export const sheetsInWords = ({ fewest, most }: { fewest: number; most: number }): string =>
  fewest === most ? `${most} lembar` : `${fewest} sampai ${most} lembar`

/** What of a sheet was saved although something in it is wrong or missing, and what was not. */
export function keptInWords(
  criteria: readonly Pick<Criterion, 'id' | 'name'>[],
  { unkept, note }: Pick<TypedMarks, 'unkept' | 'note'>,
): string {
  const missed = [
    ...criteria.filter(({ id }) => unkept.includes(id)).map(({ name }) => `nilai ${name}`),
    ...(note === null ? ['catatan'] : []),
  ]
  return missed.length === 0
    ? 'Isian Anda sudah disimpan sebagai draf, belum dikirim.'
    : `Yang belum tersimpan: ${listInWords(missed)}. Isian lainnya sudah disimpan sebagai draf.`
}

/** What happened to an assessment, said of whoever did it. */
export const assessmentEvents: Record<string, string> = {
  'assessment.begun': 'menyiapkan penilaian',
  'assessment.rubric-revised': 'mengubah rubrik penilaian',
  'assessment.projects-chosen': 'memilih proyek yang dinilai',
  'assessment.judge-named': 'menunjuk penilai',
  'assessment.judge-released': 'membebaskan penilai',
  'assessment.judge-replaced': 'mengganti penilai',
  'assessment.judge-kept-out': 'mengecualikan penilai dari satu proyek',
  'assessment.sharing-chosen': 'menentukan pembagian lembar penilaian',
  'assessment.opened': 'membuka penilaian',
  'assessment.no-conflict-declared': 'menyatakan tidak ada benturan kepentingan',
  'assessment.conflict-declared': 'menyatakan benturan kepentingan',
  'assessment.sheet-submitted': 'mengirim lembar penilaian',
  'assessment.final-mark-agreed': 'mencatat nilai akhir hasil musyawarah',
  'assessment.tie-ruled': 'menentukan urutan proyek yang seri',
  'assessment.decided': 'memutuskan proyek terbaik',
  'assessment.choice-withdrawn': 'menarik putusan proyek terbaik',
  'assessment.announced': 'mengumumkan hasil penilaian',
  'assessment.unannounced': 'menarik pengumuman hasil penilaian',
  'assessment.closed': 'menutup penilaian tanpa pilihan',
}
