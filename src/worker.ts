import type { Job } from '#jobs'

/** What jobs may use beside the database. */
export type Tools = Record<never, never>

/** All jobs of the house: plumbing first, then the slices, lower to upper. */
export const jobs: readonly Job<Tools>[] = []
