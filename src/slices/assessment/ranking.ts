import { by, compare, type Exact, exact, meanOf, minus, sumOf, times } from '#kit/decimal.ts'
import { fewestSheets } from './assessment.ts'
import { type Criterion, tieBreakers } from './rubric.ts'
import { type Marks, totalOf } from './scoresheet.ts'

/** A sheet that counts: submitted, of a judge who was not recused. */
export type MarkedSheet = { projectId: string; judgeId: string; marks: Marks }

/** What parted a project from those whose value is the same. */
export type Parting = { by: 'criterion'; name: string } | { by: 'majority' } | { by: 'ruling' } | { by: 'nothing' }

/** Peringkat: a project's place with everything that makes it. */
export type Ranked = {
  projectId: string
  /** 1 is best; equal projects share a place (1, 1, 3). Null where it cannot be ranked yet. */
  place: number | null
  /** What it is ranked by: the final mark that the panel agreed on, else the mean of the judges' totals. */
  value: Exact | null
  /** The mean of the judges' totals; it stays beside a final mark. */
  mean: Exact | null
  /** Whether the panel agreed on another value than the mean. */
  isFinal: boolean
  totals: JudgeTotal[]
  /** Between the highest and the lowest total. */
  spread: Exact | null
  /** Judges whose total stands far from the others'. */
  outlierIds: string[]
  /** The judges are so far apart that they should speak about it. */
  needsTalk: boolean
  /** Null where no other project has its value. */
  parting: Parting | null
}

/** What one judge gives a project. */
export type JudgeTotal = { judgeId: string; total: Exact }

type RankedCriterion = Pick<Criterion, 'id' | 'name' | 'weight' | 'minMark' | 'maxMark' | 'tieOrder'>

type Judging = {
  criteria: readonly RankedCriterion[]
  projectIds: readonly string[]
  sheets: readonly MarkedSheet[]
  /** Projects that the panel put before those equal to them, in the order in which it said so. */
  rulings: readonly string[]
  /** The values on which the panel agreed after it spoke, by project. */
  finals: ReadonlyMap<string, Exact>
}

type Candidate = Omit<Ranked, 'place' | 'parting' | 'value'> & { value: Exact; sheets: readonly MarkedSheet[] }

/** A step that may part equals: groups in order, the better first. It depends on marks alone. */
type Step = { parting: Parting; part: (equals: Candidate[]) => Candidate[][] }

/**
 * All projects in the order of their value, then those that cannot be ranked yet (fewer than two valid sheets).
 * Ties: the rubric's ordered criteria (unknown or equal: the next); then the majority of judges; what is still equal
 * shares the place (1, 1, 3) until the panel decides with a written reason; never by name, id or time of entry.
 * The caller has made sure that the rubric can rank.
 */
export function rank({ criteria, projectIds, sheets, rulings, finals }: Judging): Ranked[] {
  const sheetsOf = Map.groupBy(sheets, ({ projectId }) => projectId)
  const { least, most } = rangeOf(criteria)
  const span = minus(most, least)
  const all = projectIds.map((projectId) => {
    const one = candidateOf(projectId, criteria, sheetsOf.get(projectId) ?? [], span)
    const final = finals.get(projectId)
    return final ? { ...one, value: final, isFinal: true } : one
  })
  const isCandidate = (one: (typeof all)[number]): one is Candidate =>
    one.value !== null && one.totals.length >= fewestSheets
  const candidates = all.filter(isCandidate)
  const ruledAt = new Map(rulings.map((projectId, at) => [projectId, rulings.length - at]))
  const steps: Step[] = [
    ...tieBreakers(criteria).map(byCriterion),
    { parting: { by: 'majority' }, part: byMajority },
    // The earlier the panel named it, the higher; those never named come last.
    {
      parting: { by: 'ruling' },
      part: (equals) => groupsBy(equals, ({ projectId }) => exact(ruledAt.get(projectId) ?? 0)),
    },
  ]
  const places: Ranked[] = []
  for (const equals of groupsBy(candidates, ({ value }) => value)) {
    for (const { group, parting } of part(equals, steps, null)) {
      const place = places.length + 1
      for (const { sheets: _, ...one } of group) places.push({ ...one, place, parting })
    }
  }
  const unranked = all.filter((one) => !isCandidate(one))
  return [...places, ...unranked.map(({ sheets: _, ...one }) => ({ ...one, place: null, parting: null }))]
}

/** Whether nothing but the panel can say which of them goes first. */
export const sharesPlace = (ranked: Pick<Ranked, 'parting'>): boolean => ranked.parting?.by === 'nothing'

function candidateOf(
  projectId: string,
  criteria: readonly RankedCriterion[],
  sheets: readonly MarkedSheet[],
  span: Exact,
) {
  const totals = sheets.flatMap(({ judgeId, marks }) => {
    const total = totalOf(criteria, marks)
    return total ? [{ judgeId, total }] : []
  })
  const sorted = totals.map(({ total }) => total).toSorted(compare)
  const [least, most] = [sorted[0], sorted.at(-1)]
  const spread = least && most && totals.length >= fewestSheets ? minus(most, least) : null
  const mean = meanOf(sorted) ?? null
  const outlierIds = outliersOf(totals)
  const needsTalk = (spread !== null && isWide(spread, span)) || outlierIds.length > 0
  return { projectId, value: mean, mean, isFinal: false, totals, spread, outlierIds, needsTalk, sheets }
}

/** A spread of 15 points or more of 100 (settled). */
const isWide = (spread: Exact, span: Exact): boolean => compare(times(spread, exact(100)), times(exact(15), span)) >= 0

/** The fewest judges among whom one can stand more than two standard deviations from the mean. */
const fewestForOutliers = 6

/**
 * Whose total stands more than two standard deviations from the mean, |z| > 2; only from six judges on (settled): with
 * five the largest |z| there can be is 4/√5 = 1.79. Squares are compared, so nothing is rounded.
 */
export function outliersOf(totals: readonly JudgeTotal[]): string[] {
  const mean = meanOf(totals.map(({ total }) => total))
  if (!mean || totals.length < fewestForOutliers) return []
  const squares = totals.map(({ judgeId, total }) => {
    const off = minus(total, mean)
    return { judgeId, square: times(off, off) }
  })
  const variance = by(sumOf(squares.map(({ square }) => square)), exact(totals.length - 1))
  return squares
    .filter(({ square }) => compare(square, times(exact(4), variance)) > 0)
    .map(({ judgeId }) => judgeId)
    .toSorted()
}

/** The lowest and the highest total that the rubric allows: 0 and 100 where marks go from 0 to 100. */
export const rangeOf = (criteria: readonly Pick<Criterion, 'weight' | 'minMark' | 'maxMark'>[]) => ({
  least: weighed(criteria.map(({ weight, minMark }) => [weight, minMark])),
  most: weighed(criteria.map(({ weight, maxMark }) => [weight, maxMark])),
})

const weighed = (pairs: [string | null, string][]): Exact =>
  times(sumOf(pairs.map(([weight, mark]) => times(exact(weight ?? '0'), exact(mark)))), exact('0.01'))

/** Parts equals by the first step that can, and what it leaves equal by the next ones. */
function part(
  equals: Candidate[],
  steps: Step[],
  parting: Parting | null,
): { group: Candidate[]; parting: Parting | null }[] {
  if (equals.length === 1) return [{ group: equals, parting }]
  const [step, ...later] = steps
  if (!step) return [{ group: equals, parting: { by: 'nothing' } }]
  const groups = step.part(equals)
  if (groups.length === 1) return part(equals, later, parting)
  return groups.flatMap((group) => part(group, later, step.parting))
}

/** By the mean mark of one criterion; where a judge's mark is unknown for any of them it parts none. */
const byCriterion = ({ id, name }: RankedCriterion): Step => ({
  parting: { by: 'criterion', name },
  part: (equals) => {
    const means = new Map(equals.map((one) => [one.projectId, meanMark(one, id)]))
    if ([...means.values()].includes(undefined)) return [equals]
    return groupsBy(equals, ({ projectId }) => means.get(projectId) ?? exact(0))
  },
})

function meanMark({ sheets }: Candidate, criterionId: string): Exact | undefined {
  const marks = sheets.map((sheet) => sheet.marks.get(criterionId))
  return marks.includes(undefined) ? undefined : meanOf(marks.map((mark) => exact(mark ?? '0')))
}

/**
 * By the majority of the judges who marked both. Majorities can run in a circle (one before two, two before three,
 * three before one): those in a circle, and those whom no majority parts, stay together. Those to whom the same judges
 * gave the same are looked at once.
 */
function byMajority(equals: Candidate[]): Candidate[][] {
  const alike = Map.groupBy(equals, judgementOf)
  const kinds = [...alike].map(([key, [one]]) => ({ key, totals: totalsOf(one) }))
  const isNotBehind = (a: Map<string, Exact>, b: Map<string, Exact>) => votesFor(a, b) >= votesFor(b, a)
  const reached = kinds.map((from) => {
    const found = new Set([from])
    for (const one of found)
      for (const other of kinds) if (!found.has(other) && isNotBehind(one.totals, other.totals)) found.add(other)
    return [from.key, exact(found.size)] as const
  })
  const sizeOf = new Map(reached)
  return groupsBy(equals, (one) => sizeOf.get(judgementOf(one)) ?? exact(0))
}

const judgementOf = ({ totals }: Candidate): string =>
  totals
    .map(({ judgeId, total }) => `${judgeId} ${total.over}/${total.under}`)
    .toSorted()
    .join()

const totalsOf = (one: Candidate | undefined) =>
  new Map((one?.totals ?? []).map(({ judgeId, total }) => [judgeId, total]))

/** How many judges gave the one more than the other. */
function votesFor(one: Map<string, Exact>, other: Map<string, Exact>): number {
  let votes = 0
  for (const [judgeId, total] of one) {
    const theirs = other.get(judgeId)
    if (theirs && compare(total, theirs) > 0) votes += 1
  }
  return votes
}

/** Those of one measure together, the highest first. */
function groupsBy(candidates: readonly Candidate[], measure: (one: Candidate) => Exact): Candidate[][] {
  const measured = candidates.map((one) => ({ of: measure(one), one })).toSorted((a, b) => compare(b.of, a.of))
  const groups: Candidate[][] = []
  for (const [at, { of, one }] of measured.entries()) {
    const before = measured[at - 1]
    if (before && compare(before.of, of) === 0) groups.at(-1)?.push(one)
    else groups.push([one])
  }
  return groups
}
