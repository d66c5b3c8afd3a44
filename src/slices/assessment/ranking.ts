import { compare, type Exact, exact, meanOf, minus, sumOf, times } from '#kit/decimal.ts'
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
  /** The mean of the judges' totals. */
  value: Exact | null
  totals: { judgeId: string; total: Exact }[]
  /** Between the highest and the lowest total. */
  spread: Exact | null
  /** The judges are so far apart that they should speak about it. */
  needsTalk: boolean
  /** Null where no other project has its value. */
  parting: Parting | null
}

type RankedCriterion = Pick<Criterion, 'id' | 'name' | 'weight' | 'minMark' | 'maxMark' | 'tieOrder'>

type Judging = {
  criteria: readonly RankedCriterion[]
  projectIds: readonly string[]
  sheets: readonly MarkedSheet[]
  /** Projects that the panel put before those equal to them, in the order in which it said so. */
  rulings: readonly string[]
}

type Candidate = Omit<Ranked, 'place' | 'parting' | 'value'> & { value: Exact; sheets: MarkedSheet[] }

/** A step that may part equals: groups in order, the better first. It depends on marks alone. */
type Step = { parting: Parting; part: (equals: Candidate[]) => Candidate[][] }

/**
 * All projects in the order of their value, then those that cannot be ranked yet (fewer than two valid sheets).
 * Ties: the rubric's ordered criteria (unknown or equal: the next); then the majority of judges; what is still equal
 * shares the place (1, 1, 3) until the panel decides with a written reason; never by name, id or time of entry.
 * The caller has made sure that the rubric can rank.
 */
export function rank({ criteria, projectIds, sheets, rulings }: Judging): Ranked[] {
  const all = projectIds.map((projectId) => candidateOf(projectId, criteria, sheets))
  const candidates = all.filter((one): one is Candidate => one.value !== null && one.totals.length >= fewestSheets)
  const steps: Step[] = [
    ...tieBreakers(criteria).map(byCriterion),
    { parting: { by: 'majority' }, part: byMajority },
    { parting: { by: 'ruling' }, part: (equals) => groupsBy(equals, ({ projectId }) => rulingOf(rulings, projectId)) },
  ]
  const places: Ranked[] = []
  for (const equals of groupsBy(candidates, ({ value }) => value)) {
    for (const { group, parting } of part(equals, steps, null)) {
      const place = places.length + 1
      for (const { sheets: _, ...one } of group) places.push({ ...one, place, parting })
    }
  }
  const unranked = all.filter((one) => !candidates.some(({ projectId }) => projectId === one.projectId))
  return [...places, ...unranked.map(({ sheets: _, ...one }) => ({ ...one, place: null, parting: null }))]
}

/** Whether nothing but the panel can say which of them goes first. */
export const sharesPlace = (ranked: Pick<Ranked, 'parting'>): boolean => ranked.parting?.by === 'nothing'

function candidateOf(projectId: string, criteria: readonly RankedCriterion[], sheets: readonly MarkedSheet[]) {
  const own = sheets.filter((sheet) => sheet.projectId === projectId)
  const totals = own.flatMap(({ judgeId, marks }) => {
    const total = totalOf(criteria, marks)
    return total ? [{ judgeId, total }] : []
  })
  const sorted = totals.map(({ total }) => total).toSorted(compare)
  const [least, most] = [sorted[0], sorted.at(-1)]
  const spread = least && most && totals.length >= fewestSheets ? minus(most, least) : null
  const value = meanOf(sorted) ?? null
  return { projectId, value, totals, spread, needsTalk: spread !== null && isWide(spread, criteria), sheets: own }
}

/** A spread of 15 points or more of 100 (the |z| > 2 mark would need six judges and is left out). */
const isWide = (spread: Exact, criteria: readonly RankedCriterion[]): boolean =>
  compare(times(spread, exact(100)), times(exact(15), spanOf(criteria))) >= 0

/** Between the highest total that the rubric allows and the lowest: 100 where marks go from 0 to 100. */
const spanOf = (criteria: readonly RankedCriterion[]): Exact =>
  times(
    sumOf(
      criteria.map(({ weight, minMark, maxMark }) =>
        times(exact(weight ?? '0'), minus(exact(maxMark), exact(minMark))),
      ),
    ),
    exact('0.01'),
  )

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
 * three before one): those in a circle, and those whom no majority parts, stay together.
 */
function byMajority(equals: Candidate[]): Candidate[][] {
  const isNotBehind = (a: Candidate, b: Candidate) => votesFor(a, b) >= votesFor(b, a)
  const reached = (from: Candidate) => {
    const found = new Set([from])
    for (const one of found) for (const other of equals) if (isNotBehind(one, other)) found.add(other)
    return found.size
  }
  return groupsBy(equals, (one) => exact(reached(one)))
}

/** How many judges gave the one more than the other. */
const votesFor = (one: Candidate, other: Candidate): number =>
  one.totals.filter(({ judgeId, total }) =>
    other.totals.some((theirs) => theirs.judgeId === judgeId && compare(total, theirs.total) > 0),
  ).length

/** The earlier the panel named it, the higher; those never named come last. */
const rulingOf = (rulings: readonly string[], projectId: string): Exact => {
  const at = rulings.indexOf(projectId)
  return exact(at === -1 ? 0 : rulings.length - at)
}

/** Those of one measure together, the highest first. */
function groupsBy(candidates: readonly Candidate[], measure: (one: Candidate) => Exact): Candidate[][] {
  const groups: { of: Exact; group: Candidate[] }[] = []
  for (const one of candidates) {
    const of = measure(one)
    const there = groups.find((group) => compare(group.of, of) === 0)
    if (there) there.group.push(one)
    else groups.push({ of, group: [one] })
  }
  return groups.toSorted((a, b) => compare(b.of, a.of)).map(({ group }) => group)
}
