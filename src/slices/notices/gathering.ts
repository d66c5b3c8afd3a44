import type { Day } from '#kit/date.ts'

/** Where a slot is: in which sitting, from when, how long. */
type Place = { sittingId: string; beginsAt: string; minutes: number }

/** What one entry of the journal says of a slot; `from` is null where its sitting changed and not its place in it. */
export type SlotChange = Place & {
  entryId: string
  presentationId: string
  kind: 'scheduled' | 'moved' | 'cancelled'
  heldOn: Day
  from: Place | null
}

const quietMinutes = 5
const longestMinutes = 30

/**
 * Whether somebody is told now of what was changed of a schedule at these moments. Settled: once nothing of it changed
 * for five minutes, so that who arranges a day tells of it once; half an hour after the first change at the latest.
 */
export function isAtRest(changedAt: readonly Date[], now: Date): boolean {
  const ages = changedAt.map((at) => (now.getTime() - at.getTime()) / 60_000)
  return ages.length > 0 && (Math.min(...ages) >= quietMinutes || Math.max(...ages) >= longestMinutes)
}

/** Changes before this moment may be at rest. */
export const restBefore = (now: Date): Date => new Date(now.getTime() - quietMinutes * 60_000)

/**
 * What is left to tell of changes in their order, one for each slot: it is where the last one says. Nothing of a slot
 * that was given and taken again, or moved back to where it was.
 */
export function netChanges(changes: readonly SlotChange[]): SlotChange[] {
  return [...Map.groupBy(changes, ({ presentationId }) => presentationId).values()].flatMap((all) => {
    const [first, last] = [all[0], all.at(-1)]
    if (!first || !last) return []
    const isNew = first.kind === 'scheduled'
    if (last.kind === 'cancelled') return isNew ? [] : [last]
    if (isNew) return [{ ...last, kind: 'scheduled' as const }]
    const isBack = all.every(({ from }) => from !== null) && isSame(first.from, last)
    return isBack ? [] : [last]
  })
}

/**
 * What is said of changes: of a project that left one sitting and was given a slot in another one, that it moved.
 * The invitations of both stay apart: they are two hours in a calendar.
 */
export function saidOf<Change extends Pick<SlotChange, 'kind'> & { code: string }>(
  changes: readonly Change[],
): Change[] {
  const left = new Set(changes.flatMap(({ kind, code }) => (kind === 'cancelled' ? code : [])))
  const placed = new Set(changes.flatMap(({ kind, code }) => (kind === 'cancelled' ? [] : code)))
  return changes
    .filter(({ kind, code }) => kind !== 'cancelled' || !placed.has(code))
    .map((one) => (one.kind === 'scheduled' && left.has(one.code) ? { ...one, kind: 'moved' } : one))
}

const isSame = (one: Place | null, other: Place) =>
  one?.sittingId === other.sittingId && one.beginsAt === other.beginsAt && one.minutes === other.minutes
