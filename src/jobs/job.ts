import type { Database, Db } from '#db'
import type { Entry } from '#journal'
import type { Zone } from '#kit/date.ts'

/** How a queue treats its jobs. */
type Queue = {
  /** Unique in the whole house: `<slice>` or `<slice>.<what it does>`. */
  queue: string
  /** How often a job that failed is tried again, after ever longer pauses, before it is given up. */
  retries?: number
  /** Seconds after which a job that still runs counts as failed. */
  within?: number
  /** Whether of the tasks of one key (`send`) only one may wait or run. */
  onceByKey?: boolean
}

/**
 * What answers events of lower slices. A job may be answered twice (its worker died just after the answer), so the
 * answer is idempotent by the entry's id.
 */
export type Answer<Tools = unknown> = Queue & {
  /** `<thing>.<what was done>`, as `record` names them. */
  events: readonly string[]
  answer(db: Db, entry: Entry, now: Date, tools: Tools): Promise<void>
}

/** What somebody asked for by `send`, with what it needs to know. Idempotent as far as the world allows. */
export type Task<Tools = unknown> = Queue & {
  take(database: Database, data: unknown, now: Date, tools: Tools): Promise<void>
}

/** What is done by the clock, once in the whole installation: `cron` has five fields, read in `zone`. */
export type Round<Tools = unknown> = Queue & {
  cron: string
  zone: Zone
  /** Whether it is done when a worker starts as well. */
  atStart?: boolean
  run(database: Database, now: Date, tools: Tools): Promise<void>
}

/** What a slice's `jobs.ts` declares. `Tools` is what it needs beside the database (a mailer, the files). */
export type Job<Tools = unknown> = Answer<Tools> | Task<Tools> | Round<Tools>

export const isAnswer = <Tools>(job: Job<Tools>): job is Answer<Tools> => 'events' in job
export const isRound = <Tools>(job: Job<Tools>): job is Round<Tools> => 'cron' in job

/** What the job of an event holds: where to find the entry, nothing of what it says. */
export type Published = { agencyId: string; entryId: string }

/** The schema that pg-boss has for itself. */
export const schema = 'jobs'

/** Thrown by a job whose worker was told to end: no fault, and the job is taken again. */
export class Stopped extends Error {}
