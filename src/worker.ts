import type { Job } from '#jobs'
import { type Mailer, mailJob } from '#mail'
import { noticeJobs } from '#notices'

/** What jobs may use beside the database. */
export type Tools = {
  mailer: Mailer
  /** The public origin. */
  url: string
}

/** All jobs of the house: plumbing first, then the slices, lower to upper. */
export const jobs: readonly Job<Tools>[] = [mailJob, ...noticeJobs]
