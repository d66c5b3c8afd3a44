import { sql } from 'kysely'
import type { Database, Tx } from '#db'
import type { Zone } from '#kit/date.ts'
import { shownRecordings } from './shown-recording-store.ts'

/** A recording that everybody may see, as whoever follows its lasting address is told of it; undefined where it is none. */
export const findShownById = (database: Database, id: string, now: Date) =>
  shownRecordings(database, now)
    .select(['recording.code', 'recording.title', 'recording.recordedOn'])
    .select(['recording.createdAt', 'recording.arkNaan', 'recording.arkName'])
    .select([
      sql<string>`(select name from agency where id = project.agency_id)`.as('agencyName'),
      sql<Zone>`(select zone from agency where id = project.agency_id)`.as('zone'),
      sql<string>`(select name from unit where agency_id = project.agency_id and id = project.unit_id)`.as('unitName'),
    ])
    .where('recording.id', '=', id)
    .executeTakeFirst()

export type ShownByArk = NonNullable<Awaited<ReturnType<typeof findShownById>>>

/** Notes of all that the public sees now, or of one project's, that it was seen and what it was called: what goes later leaves a trace. */
export async function noteAppearances(database: Database | Tx, now: Date, projectId?: string): Promise<void> {
  await database.query
    .insertInto('appearance')
    .columns(['agencyId', 'recordingId', 'firstAt', 'title'])
    .expression(
      shownRecordings(database, now)
        .select(['recording.agencyId', 'recording.id', sql<Date>`${now}::timestamptz`.as('firstAt'), 'recording.title'])
        .$if(projectId !== undefined, (query) => query.where('recording.projectId', '=', projectId ?? '')),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['agencyId', 'recordingId'])
        .doUpdateSet(({ ref }) => ({ title: ref('excluded.title') }))
        .whereRef('appearance.title', '<>', 'excluded.title'),
    )
    .execute()
}
