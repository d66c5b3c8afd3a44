/** Putaran pemeriksaan: one reading of everything that a storage holds, and how far it has come. */
export type FixityRound = {
  id: string
  storage: string
  beganAt: Date
  endedAt: Date | null
  cursorAgency: string | null
  cursorSha256: string | null
  checked: number
  /** Bytes that were read. */
  bytes: number
  spoilt: number
  mended: number
}

/** A content is read anew once a week, so that a backup of which daily and weekly copies are kept still holds it whole. */
const daysBetweenRounds = 7

/** When the next round is due, by the last one that ended. */
export const dueAt = (last: Pick<FixityRound, 'beganAt'>): Date =>
  new Date(last.beganAt.getTime() + daysBetweenRounds * 86_400_000)

/** Whether it is time for a new round; at once where there was none. */
export const isDue = (last: Pick<FixityRound, 'beganAt'> | undefined, now: Date): boolean =>
  last === undefined || now >= dueAt(last)

/** Contents that a round read in each second between its beginning and its end, rests and nights included. */
export function rateOf({
  beganAt,
  endedAt,
  checked,
}: Pick<FixityRound, 'beganAt' | 'endedAt' | 'checked'>): number | null {
  const seconds = endedAt === null ? 0 : (endedAt.getTime() - beganAt.getTime()) / 1000
  return seconds > 0 ? checked / seconds : null
}

/** Milliseconds of work after which a pause is made: short enough that nobody waits for the disk. */
const workBeforePause = 50

/**
 * Rests as long as was worked, so that the site has at least half of the disk and processor: what is returned is called
 * after each piece of work. `clock` counts milliseconds.
 */
export function restOf(clock: () => number, pause: (milliseconds: number) => Promise<void>) {
  let from = clock()
  return async (): Promise<void> => {
    const worked = clock() - from
    if (worked < workBeforePause) return
    await pause(worked)
    from = clock()
  }
}
