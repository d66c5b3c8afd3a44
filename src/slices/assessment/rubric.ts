import { asTyped, compare, type Exact, exact, inFigures, sumOf } from '#kit/decimal.ts'

/** Kriteria: one line of a rubric. Weight and marks are decimals in text, exact as typed. */
export type Criterion = {
  id: string
  position: number
  name: string
  /** What high and low marks mean. */
  description: string
  /** Percent of the whole; null while it is unknown. */
  weight: string | null
  minMark: string
  maxMark: string
  /** Which place it takes among the criteria that part equal projects; null where it parts none. */
  tieOrder: number | null
}

/** The criteria as a form gives them, in their order. */
export type NewCriterion = Omit<Criterion, 'id' | 'position'>

const hundred = exact(100)

/** What the known weights come to. */
export const weightSum = (criteria: readonly Pick<Criterion, 'weight'>[]): Exact =>
  sumOf(criteria.flatMap(({ weight }) => (weight === null ? [] : [exact(weight)])))

/**
 * Why this rubric cannot rank; null when it can. Unknown weights are shown as unknown and that rubric cannot rank;
 * known weights sum to 100 exactly.
 */
export function rubricGapOf(criteria: readonly Pick<Criterion, 'weight' | 'name'>[]): string | null {
  if (criteria.length === 0) return 'Rubrik belum mempunyai kriteria.'
  const unknown = criteria.filter(({ weight }) => weight === null).map(({ name }) => name)
  if (unknown.length > 0) return `Bobot ${unknown.join(', ')} belum diketahui, jadi rubrik ini belum dapat memeringkat.`
  const sum = weightSum(criteria)
  return compare(sum, hundred) === 0 ? null : `Jumlah bobot harus tepat 100; sekarang ${shortly(sum)}.`
}

/** A sum of weights without zeros that say nothing: "100", "97,5". */
export const shortly = (sum: Exact): string => asTyped(inFigures(sum).replace(',', '.'))

/** The criteria that part equal projects, in their order. */
export const tieBreakers = <C extends Pick<Criterion, 'tieOrder'>>(criteria: readonly C[]): C[] =>
  criteria.filter(({ tieOrder }) => tieOrder !== null).toSorted((a, b) => (a.tieOrder ?? 0) - (b.tieOrder ?? 0))

const marks = { minMark: '0', maxMark: '100' }

/**
 * What a new assessment is offered: the weights of the national competition's proposal. Whoever prepares it changes
 * what differs until it is opened.
 */
export const proposedRubric: NewCriterion[] = [
  {
    ...marks,
    name: 'Signifikansi',
    description:
      '85–100: masalahnya luas atau mendesak dan dampaknya terukur. 60–84: dampaknya jelas, buktinya belum lengkap. Di bawah 60: dampaknya belum terlihat.',
    weight: '30',
    tieOrder: 1,
  },
  {
    ...marks,
    name: 'Adaptabilitas',
    description:
      '85–100: sudah ditiru, atau dapat ditiru unit lain tanpa perubahan besar. 60–84: dapat ditiru dengan syarat. Di bawah 60: hanya cocok di tempat asalnya.',
    weight: '20',
    tieOrder: 2,
  },
  {
    ...marks,
    name: 'Kebaruan',
    description:
      '85–100: cara yang belum ada dalam lingkungannya. 60–84: perluasan atau peningkatan mutu dari yang ada. Di bawah 60: menjalankan tugas rutin. Tidak harus temuan baru.',
    weight: '15',
    tieOrder: 3,
  },
  {
    ...marks,
    name: 'Keberlanjutan',
    description:
      '85–100: sudah diatur, dianggarkan, dan tidak bergantung pada satu orang. 60–84: baru sebagian. Di bawah 60: berhenti bila agennya pindah.',
    weight: '15',
    tieOrder: 4,
  },
  {
    ...marks,
    name: 'Latar belakang',
    description: '85–100: masalah dan penyebabnya didukung data. Di bawah 60: masalahnya tidak dijelaskan.',
    weight: '10',
    tieOrder: null,
  },
  {
    ...marks,
    name: 'Implementasi',
    description:
      '85–100: kegiatan terlaksana sesuai rencana dengan bukti. Di bawah 60: banyak kegiatan tidak berjalan.',
    weight: '5',
    tieOrder: null,
  },
  {
    ...marks,
    name: 'Sumber daya',
    description: '85–100: tenaga, waktu, dan biaya dipakai hemat dan jelas asalnya. Di bawah 60: tidak dijelaskan.',
    weight: '5',
    tieOrder: null,
  },
]
