import { type Exact, exact } from '#kit/decimal.ts'
import { conflict } from '#kit/refusal.ts'
import { type LateChange, stillCounts } from './late.ts'
import type { Ranked } from './ranking.ts'

/** Nilai akhir: the value on which the panel agreed after it spoke about a project, and why. The mean stays beside it. */
export type FinalMark = { projectId: string; value: string; reason: string; agreedAt: Date }

/**
 * The final mark that counts of each project: the last on which the panel agreed, unless a judge was kept out of the
 * project since. `finals` come latest first.
 */
export function countingFinals(finals: readonly FinalMark[], late: readonly LateChange[]): FinalMark[] {
  const counting = new Map<string, FinalMark>()
  for (const final of finals)
    if (stillCounts(final, final.agreedAt, late) && !counting.has(final.projectId)) counting.set(final.projectId, final)
  return [...counting.values()]
}

/** Their values by project, as a ranking takes them. */
export const finalsOf = (finals: readonly FinalMark[], late: readonly LateChange[]): Map<string, Exact> =>
  new Map(countingFinals(finals, late).map(({ projectId, value }) => [projectId, exact(value)]))

/** The projects of which the judges should speak before they decide, in the order of the ranking. */
export const discussionOf = (ranking: readonly Ranked[]): Ranked[] => ranking.filter(({ needsTalk }) => needsTalk)

/** Throws a conflict unless the panel can agree on a final mark: only what has a place by its marks can get another. */
export function checkFinal(ranking: readonly Ranked[] | null, projectId: string): void {
  if (!ranking?.some((one) => one.projectId === projectId && one.place !== null))
    throw conflict('Nilai akhir hanya untuk proyek yang sudah mempunyai peringkat.')
}
