/** What is put into a bag that is asked for in a page: a project's documentation, a programme's, or all of the agency's. */
export type BagScope = 'project' | 'programme' | 'agency'

export type BagState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'removed'

/** Permintaan kantong: that somebody asked for a bag, and what became of it. */
export type BagRequest = {
  agencyId: string
  id: string
  scope: BagScope
  projectId: string | null
  /** Of a project too: the programme that it is of. */
  programmeId: string | null
  accountId: string
  personId: string | null
  askedAt: Date
  state: BagState
  percent: number
  reason: string | null
  endedAt: Date | null
  objects: number | null
  sha256: string | null
  size: number | null
  keptUntil: Date | null
}

/** Settled: a bag is kept for a week, long enough for whoever asked on a Friday, and then taken away by itself. */
const keptDays = 7

/** Until when a bag that is made now may be downloaded. */
export const keptUntil = (now: Date): Date => new Date(now.getTime() + keptDays * 86_400_000)

/** Settled: what three times ended in its middle is given up, so that one bag never takes a worker for ever. */
export const mostAttempts = 3

/** Whether there is a ZIP to be downloaded. */
export const isThere = ({ state, keptUntil: until }: Pick<BagRequest, 'state' | 'keptUntil'>, now: Date): boolean =>
  state === 'done' && until !== null && now < until

/** Whether it is still to be made, and may therefore be cancelled. */
export const isOpen = ({ state }: Pick<BagRequest, 'state'>): boolean => state === 'waiting' || state === 'running'

/** How far it has come, in whole parts of a hundred; all of it only once it is kept. */
export const percentOf = (written: number, all: number): number =>
  all <= 0 ? 0 : Math.min(99, Math.floor((written / all) * 100))
