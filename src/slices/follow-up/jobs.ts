import type { Database } from '#db'
import type { Round } from '#jobs'
import { dayIn } from '#kit/date.ts'
import { inEachAgency } from '#people'
import { tellOverdue } from './commands.ts'
import { listOverdue } from './store.ts'

/** Says of every late follow-up, in each agency by its own day, what has not been said. Twice, it says it once. */
export const tellOfOverdue = (database: Database, now: Date): Promise<void> =>
  inEachAgency(database, async (db, zone) => {
    const today = dayIn(zone, now)
    for (const id of await listOverdue(db, today)) await tellOverdue(db, id, { now, today })
  })

/** When offices open in the west; it is then the same day in all three zones. */
export const overdueJob: Round = {
  queue: 'follow-up.overdue',
  cron: '10 6 * * *',
  zone: 'Asia/Jakarta',
  within: 600,
  run: tellOfOverdue,
}
