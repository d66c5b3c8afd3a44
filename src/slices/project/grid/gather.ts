/** What is compared of two entries of the journal. */
type Said = { event: string; accountId: string | null; onBehalfOf: string | null }

const minutes = 30

/**
 * Whether a change to a draft belongs to what the newest entry about its plan says already: the same account went on
 * writing in the same person's place. A grid is saved cell by cell, and an entry (with its notice) for each cell would
 * bury what was decided. Settled, no source fixing it: thirty minutes from that entry on.
 */
export const goesOn = (last: (Said & { at: Date }) | undefined, next: Said, now: Date): boolean =>
  last !== undefined &&
  last.event === next.event &&
  last.accountId === next.accountId &&
  last.onBehalfOf === next.onBehalfOf &&
  now.getTime() - last.at.getTime() < minutes * 60_000
