import { compare, type Exact, wholeBy } from '#kit/decimal.ts'
import type { JudgeTotal, Ranked } from './ranking.ts'

/** A project with what its judges gave it. */
export type JudgedProject = { projectId: string; totals: readonly JudgeTotal[] }

/** A project's value as the panel's average judge would have given it, and the place that this would make. */
export type Corrected = { projectId: string; value: Exact; place: number }

/** How much more (or less) than the average judge a judge gives. */
export type Leniency = { judgeId: string; effect: Exact }

/**
 * Koreksi penilai: whether leniency of judges bears on the order of this panel, and what taking it out would make of
 * the order. It stands beside the raw mean and never in its place.
 */
export type Correction =
  /** Every judge marked every project: taking out what a judge always gives more moves every value alike. */
  | { kind: 'unneeded' }
  /** Judges and projects hang together too loosely to tell a lenient judge from a good project. */
  | { kind: 'impossible' }
  | { kind: 'made'; projects: Corrected[]; judges: Leniency[] }

/** The projects of a ranking whose judges can be compared: those that have a place. */
export const comparable = (ranking: readonly Ranked[]): Ranked[] => ranking.filter(({ place }) => place !== null)

/**
 * The additive model of main effects, total = project + judge, by least squares, as the US Fish & Wildlife Service has
 * used it for grants (reviewer and proposal effects; JSM 2021, abstract 318916). Judges' effects sum to zero. Projects
 * are eliminated, so that one equation for each judge is left, and these are solved in whole numbers: nothing is rounded,
 * and no order in which judges or projects come can decide.
 *
 * On a complete panel the corrected value is the raw mean itself, whatever the effects (each project meets each of
 * them once, and they sum to zero): there it says that no correction is needed.
 */
export function correct(projects: readonly JudgedProject[]): Correction {
  const judgeIds = [...new Set(projects.flatMap(({ totals }) => totals.map(({ judgeId }) => judgeId)))].toSorted()
  if (projects.every(({ totals }) => totals.length === judgeIds.length)) return { kind: 'unneeded' }
  if (!overlapsEnough(projects, judgeIds)) return { kind: 'impossible' }
  const scale = wholeBy(projects.flatMap(({ totals }) => totals.map(({ total }) => total)))
  const effects = effectsOf(projects, judgeIds, scale)
  const values = projects.map(({ projectId, totals }) => ({
    projectId,
    value: {
      over: totals.reduce(
        (sum, { judgeId, total }) => sum + wholeOf(total, scale) * effects.unit - (effects.of.get(judgeId) ?? 0n),
        0n,
      ),
      under: BigInt(totals.length) * effects.unit * scale,
    },
  }))
  const effectOf = (judgeId: string): Exact => ({ over: effects.of.get(judgeId) ?? 0n, under: effects.unit * scale })
  return {
    kind: 'made',
    projects: placed(values),
    judges: judgeIds.map((judgeId) => ({ judgeId, effect: effectOf(judgeId) })),
  }
}

/**
 * Whether all judges still hang together through the projects that they have in common when any one project is left
 * out. If not, a correction between two parts of the panel would hang on a single project, or on none. What is joined
 * before and after each project is kept, so that a large panel takes no longer than its sheets.
 */
export function overlapsEnough(projects: readonly JudgedProject[], judgeIds: readonly string[]): boolean {
  const at = new Map(judgeIds.map((judgeId, index) => [judgeId, index]))
  const links = projects.map(({ totals }) => totals.map(({ judgeId }) => at.get(judgeId) ?? 0))
  const apart = judgeIds.map((_, index) => index)
  const before = [apart]
  for (const link of links) before.push(joined(before.at(-1) ?? apart, link))
  const behind = [apart]
  for (const link of links.toReversed()) behind.push(joined(behind.at(-1) ?? apart, link))
  return links.every((_, index) => {
    const others = behind[links.length - 1 - index] ?? apart
    const both = others.reduce((parts, part, judge) => joined(parts, [judge, part]), before[index] ?? apart)
    return new Set(both).size <= 1
  })
}

/** The parts, each named by its lowest judge, after these judges were put into one. */
function joined(parts: readonly number[], together: readonly number[]): number[] {
  const names = new Set(together.map((judge) => parts[judge] ?? judge))
  const lowest = Math.min(...names)
  return names.size <= 1 ? [...parts] : parts.map((part) => (names.has(part) ? lowest : part))
}

/** What each judge gives more than the average judge, as a whole number of the same unit; no number is rounded. */
type Effects = { of: ReadonlyMap<string, bigint>; unit: bigint }

/**
 * One equation for each judge: what its totals say beyond the means of their projects. The equations say nothing of a
 * constant that all judges share: the last judge is set to zero, and the mean taken out afterwards.
 */
function effectsOf(projects: readonly JudgedProject[], judgeIds: readonly string[], scale: bigint): Effects {
  const size = judgeIds.length
  const at = new Map(judgeIds.map((judgeId, index) => [judgeId, index]))
  const whole = wholeBy(projects.map(({ totals }) => ({ over: 1n, under: BigInt(totals.length) })))
  const rows = Array.from({ length: size }, () => Array.from({ length: size + 1 }, () => 0n))
  const add = (row: number, column: number, what: bigint) => {
    const cells = rows[row]
    if (cells) cells[column] = (cells[column] ?? 0n) + what
  }
  for (const { totals } of projects) {
    const share = whole / BigInt(totals.length)
    const given = totals.map(({ judgeId, total }) => ({ row: at.get(judgeId) ?? 0, total: wholeOf(total, scale) }))
    const sum = given.reduce((all, { total }) => all + total, 0n)
    for (const { row, total } of given) {
      add(row, row, whole)
      for (const other of given) add(row, other.row, -share)
      add(row, size, whole * total - share * sum)
    }
  }
  const { over, under } = solve(rows.slice(0, -1).map((cells) => [...cells.slice(0, size - 1), cells[size] ?? 0n]))
  const all = over.reduce((sum, one) => sum + one, 0n)
  const count = BigInt(size)
  return {
    of: new Map(judgeIds.map((judgeId, index) => [judgeId, count * (over[index] ?? 0n) - all])),
    unit: count * under,
  }
}

const wholeOf = ({ over, under }: Exact, scale: bigint): bigint => over * (scale / under)

/**
 * Gauss and Jordan without fractions (Bareiss, Mathematics of Computation 22, 1968): each step divides without rest, and
 * all answers end over the same number. The equations of judges who hang together have one answer.
 */
function solve(equations: readonly (readonly bigint[])[]): { over: bigint[]; under: bigint } {
  let rows = equations.map((cells) => [...cells])
  let under = 1n
  for (const [step, pivot] of rows.entries()) {
    const first = rows[step] ?? pivot
    const head = first[step] ?? 0n
    if (head === 0n) throw new Error('Judges who hang together have one answer.')
    const before = under
    rows = rows.map((cells, index) => {
      const factor = cells[step] ?? 0n
      return index === step
        ? cells
        : cells.map((cell, column) => (head * cell - factor * (first[column] ?? 0n)) / before)
    })
    under = head
  }
  return { over: rows.map((cells) => cells.at(-1) ?? 0n), under }
}

/** The best value first; equal ones share the place. */
function placed(values: { projectId: string; value: Exact }[]): Corrected[] {
  const sorted = values.toSorted((a, b) => compare(b.value, a.value))
  const placed: Corrected[] = []
  for (const [index, one] of sorted.entries()) {
    const before = placed[index - 1]
    const place = before && compare(before.value, one.value) === 0 ? before.place : index + 1
    placed.push({ ...one, place })
  }
  return placed
}
