import type { Round } from '#jobs'
import { inEachAgency } from '#people'
import { remindOfReports } from './reminder-commands.ts'

/** Looks every hour who owes a report: each agency's days begin and end in its own zone. Run twice it reminds once. */
export const reportReminderJob: Round = {
  queue: 'progress.remind',
  cron: '50 * * * *',
  zone: 'Asia/Jakarta',
  run: (database, now) => inEachAgency(database, (db, zone) => remindOfReports(db, zone, now)),
}
