import { sql } from 'kysely'
import type { Database, Tx } from '#db'
import type { Zone } from '#kit/date.ts'
import { shownRecordings } from './shown-recording-store.ts'
import type { Gone } from './tombstone.ts'

/** A recording that everybody may see, as whoever follows its lasting address is told of it; undefined where it is none. */
export const findShownById = (database: Database, id: string, now: Date) =>
  shownRecordings(database, now)
    .select(['recording.code', 'recording.title', 'recording.recordedOn', 'project.code as projectCode'])
    .select(['recording.createdAt', 'recording.arkNaan', 'recording.arkName'])
    .select([
      sql<string>`(select name from agency where id = project.agency_id)`.as('agencyName'),
      sql<Zone>`(select zone from agency where id = project.agency_id)`.as('zone'),
      sql<string>`(select name from unit where agency_id = project.agency_id and id = project.unit_id)`.as('unitName'),
    ])
    .where('recording.id', '=', id)
    .executeTakeFirst()

export type ShownByArk = NonNullable<Awaited<ReturnType<typeof findShownById>>>

/** What once stood before the public and is looked for; undefined where it never did. */
export const findGone = ({ query }: Database, id: string): Promise<Gone | undefined> =>
  query
    .selectFrom('appearance')
    .innerJoin('recording', (join) =>
      join.onRef('recording.agencyId', '=', 'appearance.agencyId').onRef('recording.id', '=', 'appearance.recordingId'),
    )
    .innerJoin('project', (join) =>
      join.onRef('project.agencyId', '=', 'recording.agencyId').onRef('project.id', '=', 'recording.projectId'),
    )
    .leftJoin('publication', (join) =>
      join
        .onRef('publication.agencyId', '=', 'recording.agencyId')
        .onRef('publication.projectId', '=', 'recording.projectId'),
    )
    .innerJoin('agency', 'agency.id', 'recording.agencyId')
    .select(['recording.title', 'recording.recordedOn', 'recording.access', 'recording.embargoUntil'])
    .select(['recording.removedAt', 'recording.removedBecause', 'recording.arkNaan', 'recording.arkName'])
    .select(['project.state as projectState', 'publication.takenBack'])
    .select(['appearance.firstAt', 'agency.name as agencyName', 'agency.zone'])
    .$narrowType<{ zone: Zone }>()
    .where('appearance.recordingId', '=', id)
    .executeTakeFirst()

/** Notes of all that the public sees now, or of one project's, that it was seen: what goes later leaves a trace. */
export async function noteAppearances(database: Database | Tx, now: Date, projectId?: string): Promise<void> {
  await database.query
    .insertInto('appearance')
    .columns(['agencyId', 'recordingId', 'firstAt'])
    .expression(
      shownRecordings(database, now)
        .select(['recording.agencyId', 'recording.id', sql<Date>`${now}::timestamptz`.as('firstAt')])
        .$if(projectId !== undefined, (query) => query.where('recording.projectId', '=', projectId ?? '')),
    )
    .onConflict((conflict) => conflict.columns(['agencyId', 'recordingId']).doNothing())
    .execute()
}
