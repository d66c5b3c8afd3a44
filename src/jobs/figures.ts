import type pg from 'pg'
import { schema } from './job.ts'

/** How many jobs of a queue wait, run, or were given up (kept for a week). */
export type QueueFigure = { queue: string; state: 'waiting' | 'active' | 'failed'; count: number }

/** Counts what is not done, by queue. */
export async function countJobs(pool: Pick<pg.Pool, 'query'>): Promise<QueueFigure[]> {
  const { rows } = await pool.query<QueueFigure>(
    `select name as queue, case when state in ('created', 'retry') then 'waiting' else state::text end as state,
       count(*)::int as count
     from ${schema}.job
     where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_pgboss%'
     group by 1, 2 order by 1, 2`,
  )
  return rows
}
