import { wholeBy } from '#kit/decimal.ts'
import type { JudgedProject } from './correction.ts'

/** How often a panel is drawn anew. */
export const drawCount = 1000

/** Kepekaan: how often a project stands first when the panel is drawn anew from its judges. */
export type Sensitivity = { seed: number; draws: number; firstCounts: ReadonlyMap<string, number> }

/**
 * Draws as many judges as marked, each time with replacement (the bootstrap of Efron 1979), and counts how often each
 * project has the highest mean of the drawn judges' totals; of equals each does. A project of which no judge was drawn
 * stands nowhere in that draw. The seed is shown, so that anybody may draw the same: judges are taken in the order of
 * their ids, never in that in which they came.
 */
export function drawAnew(projects: readonly JudgedProject[], seed: number, draws = drawCount): Sensitivity {
  const judgeIds = [...new Set(projects.flatMap(({ totals }) => totals.map(({ judgeId }) => judgeId)))].toSorted()
  const at = new Map(judgeIds.map((judgeId, index) => [judgeId, index]))
  const scale = wholeBy(projects.flatMap(({ totals }) => totals.map(({ total }) => total)))
  const rows = projects.map(({ projectId, totals }) => ({
    projectId,
    totals: totals.map(({ judgeId, total }) => ({
      judge: at.get(judgeId) ?? 0,
      total: Number(total.over * (scale / total.under)),
    })),
  }))
  const firstCounts = new Map(projects.map(({ projectId }) => [projectId, 0]))
  const random = numbersOf(seed)
  for (let draw = 0; draw < draws; draw += 1) {
    const times = new Uint32Array(judgeIds.length)
    for (let one = 0; one < judgeIds.length; one += 1) {
      const judge = Math.floor(random() * judgeIds.length)
      times[judge] = (times[judge] ?? 0) + 1
    }
    for (const projectId of firstOf(rows, times)) firstCounts.set(projectId, (firstCounts.get(projectId) ?? 0) + 1)
  }
  return { seed, draws, firstCounts }
}

type Row = { projectId: string; totals: { judge: number; total: number }[] }

/** Those of the highest mean, compared across the fractions. */
function firstOf(rows: readonly Row[], times: Uint32Array): string[] {
  let best: { sum: number; count: number } | undefined
  let first: string[] = []
  for (const { projectId, totals } of rows) {
    let [sum, count] = [0, 0]
    for (const { judge, total } of totals) {
      const drawn = times[judge] ?? 0
      sum += drawn * total
      count += drawn
    }
    if (count === 0) continue
    const difference = best ? sum * best.count - best.sum * count : 1
    if (difference > 0) {
      best = { sum, count }
      first = [projectId]
    } else if (difference === 0) first.push(projectId)
  }
  return first
}

/** The seed of a panel: its assessment's id, folded (FNV-1a, 32 bits). The same panel is always drawn alike. */
export function seedOf(id: string): number {
  let hash = 0x81_1c_9d_c5
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93)
  return hash >>> 0
}

/** Numbers from 0 up to 1 that follow from the seed alone (mulberry32). */
function numbersOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
