import { by, compare, type Exact, exact, meanOf, minus, plus, times, zero } from '#kit/decimal.ts'
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
 * are eliminated, so that one equation for each judge is left, and these are solved in fractions: nothing is rounded,
 * and no order in which judges or projects come can decide.
 *
 * On a complete panel the corrected value is the raw mean itself, whatever the effects (each project meets each of
 * them once, and they sum to zero): there it says that no correction is needed.
 */
export function correct(projects: readonly JudgedProject[]): Correction {
  const judgeIds = [...new Set(projects.flatMap(({ totals }) => totals.map(({ judgeId }) => judgeId)))].toSorted()
  if (projects.every(({ totals }) => totals.length === judgeIds.length)) return { kind: 'unneeded' }
  if (!overlapsEnough(projects, judgeIds)) return { kind: 'impossible' }
  const effects = effectsOf(projects, judgeIds)
  const values = projects.map(({ projectId, totals }) => ({
    projectId,
    value: meanOf(totals.map(({ judgeId, total }) => minus(total, effects.get(judgeId) ?? zero))) ?? zero,
  }))
  return {
    kind: 'made',
    projects: placed(values),
    judges: judgeIds.map((judgeId) => ({ judgeId, effect: effects.get(judgeId) ?? zero })),
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

/** One equation for each judge: what its projects say of it beyond their means. */
function effectsOf(projects: readonly JudgedProject[], judgeIds: readonly string[]): Map<string, Exact> {
  const size = judgeIds.length
  const at = new Map(judgeIds.map((judgeId, index) => [judgeId, index]))
  const rows = Array.from({ length: size }, () => Array.from({ length: size + 1 }, () => zero))
  const add = (row: number, column: number, what: Exact) => {
    const cells = rows[row]
    if (cells) cells[column] = plus(cells[column] ?? zero, what)
  }
  for (const { totals } of projects) {
    const mean = meanOf(totals.map(({ total }) => total)) ?? zero
    const share = by(exact(-1), exact(totals.length))
    for (const one of totals) {
      const row = at.get(one.judgeId) ?? 0
      add(row, row, exact(1))
      for (const other of totals) add(row, at.get(other.judgeId) ?? 0, share)
      add(row, size, minus(one.total, mean))
    }
  }
  // The equations say nothing of a constant that all judges share: the last judge is set to zero, and the mean taken out.
  const solved = [...solve(rows.slice(0, -1).map((cells) => [...cells.slice(0, size - 1), cells[size] ?? zero])), zero]
  const mean = meanOf(solved) ?? zero
  return new Map(judgeIds.map((judgeId, index) => [judgeId, minus(solved[index] ?? zero, mean)]))
}

/** Gauss and Jordan in fractions. The equations of judges who hang together have one answer. */
function solve(equations: Exact[][]): Exact[] {
  const rows = equations.map((cells) => [...cells])
  for (let step = 0; step < rows.length; step += 1) {
    const found = rows.findIndex((cells, index) => index >= step && (cells[step] ?? zero).over !== 0n)
    const pivot = rows[found]
    if (!pivot) throw new Error('Judges who hang together have one answer.')
    rows[found] = rows[step] ?? pivot
    const first = pivot.map((cell) => by(cell, pivot[step] ?? exact(1)))
    rows[step] = first
    for (const [index, cells] of rows.entries()) {
      const factor = cells[step] ?? zero
      if (index === step || factor.over === 0n) continue
      rows[index] = cells.map((cell, column) => minus(cell, times(factor, first[column] ?? zero)))
    }
  }
  return rows.map((cells) => cells.at(-1) ?? zero)
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
