import { compare, type Exact, exact, inFigures } from '#kit/decimal.ts'
import { conflict } from '#kit/refusal.ts'
import { isUncovered, type Panel } from './panel.ts'
import type { Ranked } from './ranking.ts'

export type LateKind = 'kept-out' | 'replaced' | 'released'

/** How a project stood at a moment; decimals in text, null where it had none. */
export type Stood = { projectId: string; place: number | null; value: string | null; mean: string | null }

/** Perubahan susulan: a change of the panel by somebody who could know the marks. It is said wherever the order is. */
export type LateChange = {
  id: string
  kind: LateKind
  judgeId: string
  /** Who judges instead. */
  successorId: string | null
  /** From which project the judge is kept out; null where it is about the whole panel. */
  projectId: string | null
  reason: string
  changedAt: Date
  accountId: string
  personId: string | null
  /** How every project stood before; empty where some marks were covered again by an earlier such change. */
  before: readonly Stood[]
}

/**
 * Whether whoever changes the panel may know the marks: all may be seen now, or they could be before an earlier change
 * of this kind asked for another sheet. Settled: who has a conflict of interest never judges, so this is not refused,
 * but said (decision 37).
 */
export const isLate = (panel: Panel, earlier: readonly LateChange[]): boolean =>
  panel.state === 'open' && (isUncovered(panel) || earlier.length > 0)

/** Throws a conflict when a change that comes late has no reason. */
export function mustExplain(isLateNow: boolean, reason: string): void {
  if (isLateNow && reason.length < 10)
    throw conflict('Semua nilai sudah dapat dilihat. Tulis alasannya, paling sedikit 10 huruf.', 'reason')
}

/** A ranking as it is kept beside a change. */
export const stoodIn = (ranking: readonly Ranked[] | null): Stood[] =>
  (ranking ?? []).map(({ projectId, place, value, mean }) => ({
    projectId,
    place,
    value: value && plainly(value),
    mean: mean && plainly(mean),
  }))

const plainly = (value: Exact) => inFigures(value, 6).replaceAll('.', '').replace(',', '.')

/** What a change did to a project: how it stood before, and after it (null while that cannot be seen). */
export type Moved = { projectId: string; before: Stood; after: Stood | null }

/**
 * What a change did to the order: the projects whose place or mean is another, and always the one from which the judge
 * is kept out. After it stands what was seen next: before the next change, or now. `changes` come earliest first.
 */
export function movedBy(change: LateChange, changes: readonly LateChange[], now: readonly Ranked[] | null): Moved[] {
  const later = changes.slice(changes.findIndex(({ id }) => id === change.id) + 1)
  const next = later.find(({ before }) => before.length > 0)?.before ?? stoodIn(now)
  return change.before.flatMap((before) => {
    const after = next.find(({ projectId }) => projectId === before.projectId) ?? null
    const isMoved = after !== null && !isSame(before, after)
    return isMoved || before.projectId === change.projectId ? [{ projectId: before.projectId, before, after }] : []
  })
}

const isSame = (one: Stood, other: Stood) => one.place === other.place && isEqual(one.mean, other.mean)
const isEqual = (a: string | null, b: string | null) =>
  a === null || b === null ? a === b : compare(exact(a), exact(b)) === 0

/**
 * Whether what the panel agreed on about a project still counts: it lapses when a judge who took part is kept out of
 * the project afterwards, and is agreed on anew.
 */
export const stillCounts = (
  { projectId }: { projectId: string },
  agreedAt: Date,
  changes: readonly Pick<LateChange, 'projectId' | 'changedAt'>[],
): boolean => !changes.some((change) => change.projectId === projectId && change.changedAt >= agreedAt)
