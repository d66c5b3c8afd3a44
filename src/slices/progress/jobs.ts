import { forAgency } from '#db'
import type { Round } from '#jobs'
import { listAgencies } from '#people'
import { remindOfReports } from './reminder-commands.ts'

/** Looks every hour who owes a report: each agency's days begin and end in its own zone. Run twice it reminds once. */
export const reportReminderJob: Round = {
  queue: 'progress.remind',
  cron: '50 * * * *',
  zone: 'Asia/Jakarta',
  run: async (database, now) => {
    for (const { id, zone } of await listAgencies(database)) await remindOfReports(forAgency(database, id), zone, now)
  },
}
