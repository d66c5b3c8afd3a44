import { type Exact, exact } from '#kit/decimal.ts'
import { conflict } from '#kit/refusal.ts'
import type { Ranked } from './ranking.ts'

/** Nilai akhir: the value on which the panel agreed after it spoke about a project, and why. The mean stays beside it. */
export type FinalMark = { projectId: string; value: string; reason: string; agreedAt: Date }

/** The final mark that counts of each project: the last on which the panel agreed. `finals` come latest first. */
export function finalsOf(finals: readonly FinalMark[]): Map<string, Exact> {
  const counting = new Map<string, Exact>()
  for (const { projectId, value } of finals) if (!counting.has(projectId)) counting.set(projectId, exact(value))
  return counting
}

/** The projects of which the judges should speak before they decide, in the order of the ranking. */
export const discussionOf = (ranking: readonly Ranked[]): Ranked[] => ranking.filter(({ needsTalk }) => needsTalk)

/** Throws a conflict unless the panel can agree on a final mark: only what has a place by its marks can get another. */
export function checkFinal(ranking: readonly Ranked[] | null, projectId: string): void {
  if (!ranking?.some((one) => one.projectId === projectId && one.place !== null))
    throw conflict('Nilai akhir hanya untuk proyek yang sudah mempunyai peringkat.')
}
