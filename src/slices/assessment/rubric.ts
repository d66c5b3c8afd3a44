import { asTyped, compare, type Exact, exact, inFigures, sumOf } from '#kit/decimal.ts'

/** Kriteria: one line of a rubric. Weight and marks are decimals in text, exact as typed. */
export type Criterion = {
  id: string
  position: number
  name: string
  /** What is judged. */
  description: string
  /** Percent of the whole; null while it is unknown. */
  weight: string | null
  minMark: string
  maxMark: string
  /** Which place it takes among the criteria that part equal projects; null where it parts none. */
  tieOrder: number | null
  /** What marks mean, the highest level first. */
  levels: readonly Level[]
  /** Below the one and above the other a judge says why; null where that is not asked. */
  commentBelow: string | null
  commentAbove: string | null
}

/** Arti nilai: what a mark from this one on means, up to the next level. */
export type Level = { from: string; words: string }

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

/** The levels of a criterion in words: from which mark to which, and what that means. */
export const levelsInWords = ({ levels, maxMark }: Pick<Criterion, 'levels' | 'maxMark'>): string[] =>
  levels.map(({ from, words }, at) => {
    const above = levels[at - 1]
    const until = above ? `di bawah ${asTyped(above.from)}` : asTyped(maxMark)
    return `${asTyped(from)} sampai ${until}: ${words}`
  })

type Commented = Pick<Criterion, 'commentBelow' | 'commentAbove'>

/** Whether a mark is so low or so high that the judge says why. */
export const needsComment = ({ commentBelow, commentAbove }: Commented, mark: string): boolean =>
  (commentBelow !== null && compare(exact(mark), exact(commentBelow)) < 0) ||
  (commentAbove !== null && compare(exact(mark), exact(commentAbove)) > 0)

/** When a comment is asked for: "di bawah 50 atau di atas 95"; empty where it never is. */
export const commentInWords = ({ commentBelow, commentAbove }: Commented): string =>
  [
    ...(commentBelow === null ? [] : [`di bawah ${asTyped(commentBelow)}`]),
    ...(commentAbove === null ? [] : [`di atas ${asTyped(commentAbove)}`]),
  ].join(' atau ')

/** Whether two rubrics ask the same; weights and marks are compared as numbers ("30" is "30.00"). */
export function isSameRubric(one: readonly NewCriterion[], other: readonly NewCriterion[]): boolean {
  const plain = (text: string | null) => (text === null ? null : asTyped(text))
  const keyOf = (criteria: readonly NewCriterion[]) =>
    JSON.stringify(
      criteria.map((one) => [
        ...[one.name, one.description, one.tieOrder],
        ...[one.weight, one.minMark, one.maxMark, one.commentBelow, one.commentAbove].map(plain),
        one.levels.map(({ from, words }) => [plain(from), words]),
      ]),
    )
  return keyOf(one) === keyOf(other)
}
