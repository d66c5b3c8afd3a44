import { sql } from 'kysely'
import type { Database } from '#db'
import { largestPublic, strippable } from '#files'
import { describedColumns } from '#recording'
import { showable } from './publication.ts'
import type { ShownProject } from './shown-store.ts'

/** Whether everybody can be shown a picture of the recording: the rule of `picturesForAll`, for one that has any. */
export const hasPictureForAll = sql<boolean>`exists (
  select from file
  where file.agency_id = recording.agency_id and file.thing_kind = 'recording' and file.thing_id = recording.id
    and file.part in ('master', 'picture')
    and (file.media_type = any(${strippable}) and file.size <= ${largestPublic} or (
      select count(*) from derivative
      where derivative.agency_id = recording.agency_id and derivative.recording_id = recording.id
        and derivative.name in ('gambar/' || file.id || '.webp', 'gambar/' || file.id || '-besar.webp')) = 2))`

/**
 * Recordings that everybody may see: kept, said to be public, past their embargo in the agency's zone, of a published
 * project, and there when the secretariat published it: a later one is shown once it is published anew.
 */
export const shownRecordings = ({ query }: Pick<Database, 'query'>, now: Date) =>
  query
    .selectFrom('recording')
    .innerJoin('publication', (join) =>
      join
        .onRef('publication.agencyId', '=', 'recording.agencyId')
        .onRef('publication.projectId', '=', 'recording.projectId')
        .onRef('recording.createdAt', '<=', 'publication.publishedAt'),
    )
    .innerJoin('project', (join) =>
      join
        .onRef('project.agencyId', '=', 'recording.agencyId')
        .onRef('project.id', '=', 'recording.projectId')
        .on('project.state', 'in', showable),
    )
    .where('recording.removedAt', 'is', null)
    .where('recording.access', '=', 'public')
    // A picture goes out as a copy that does not say where it was taken; what cannot be copied so stays here.
    .where((eb) => eb.or([eb('recording.kind', '<>', 'picture'), hasPictureForAll]))
    .where((eb) =>
      eb.or([
        eb('recording.embargoUntil', 'is', null),
        sql<boolean>`recording.embargo_until <=
          (${now}::timestamptz at time zone (select zone from agency where id = recording.agency_id))::date`,
      ]),
    )

/** Whether this was made of the recording. */
const isMade = (name: string) => sql<boolean>`exists (
  select from derivative
  where derivative.agency_id = recording.agency_id and derivative.recording_id = recording.id
    and derivative.name = ${name})`

/** What is public of a published project's documentation, newest first, and whether there is a picture of each. */
export const listShownRecordings = (database: Database, project: Pick<ShownProject, 'agencyId' | 'id'>, now: Date) =>
  shownRecordings(database, now)
    .select(['recording.code', 'recording.kind', 'recording.title', 'recording.description', 'recording.duration'])
    .select(['recording.id', 'recording.arkNaan', 'recording.arkName'])
    .select(['recording.alternativeTitle', 'recording.recordedOn', 'recording.keywords', 'recording.language'])
    .select(['recording.place', 'recording.source', 'recording.licence', 'recording.rightsNote'])
    .select(['recording.embargoUntil', ...describedColumns])
    .select((eb) => {
      const master = eb
        .selectFrom('file')
        .whereRef('file.agencyId', '=', 'recording.agencyId')
        .whereRef('file.thingId', '=', 'recording.id')
        .where('file.part', '=', 'master')
        .limit(1)
      return [master.select('file.mediaType').as('mediaType'), master.select('file.size').as('size')]
    })
    .select([isMade('poster.webp').as('hasPoster'), isMade('film.mp4').as('hasLight')])
    .where('recording.agencyId', '=', project.agencyId)
    .where('recording.projectId', '=', project.id)
    .orderBy('recording.createdAt', 'desc')
    .execute()

export type ShownRecording = Awaited<ReturnType<typeof listShownRecordings>>[number]

/** A recording that everybody may see, by its code; undefined where there is none, or it is not public. */
export const findShownRecording = (database: Database, code: string, now: Date) =>
  shownRecordings(database, now)
    .select(['recording.agencyId', 'recording.id', 'recording.kind', 'project.code as projectCode'])
    .where('recording.code', '=', code)
    .executeTakeFirst()

/** The code of each project's newest public film that can be played and has a picture, by the project's id. One query. */
export async function listShownPosters(
  database: Database,
  projects: readonly Pick<ShownProject, 'id'>[],
  now: Date,
): Promise<Map<string, string>> {
  if (projects.length === 0) return new Map()
  const ids = projects.map(({ id }) => id)
  const rows = await shownRecordings(database, now)
    .select(['recording.projectId', 'recording.code'])
    .where('recording.kind', '=', 'film')
    .where(isMade('poster.webp'))
    .where(isMade('film.mp4'))
    .where('recording.projectId', 'in', ids)
    .distinctOn('recording.projectId')
    .orderBy('recording.projectId')
    .orderBy('recording.createdAt', 'desc')
    .execute()
  return new Map(rows.map(({ projectId, code }) => [projectId, code]))
}

/**
 * Where public recordings stand and since when everybody has seen them as they are: since their publication, the end of
 * their embargo, or when they were first noted to be public. The newest published first; at most so many.
 */
export const listShownRecordingCodes = (database: Database, now: Date, limit: number) =>
  shownRecordings(database, now)
    .leftJoin('appearance', (join) =>
      join.onRef('appearance.agencyId', '=', 'recording.agencyId').onRef('appearance.recordingId', '=', 'recording.id'),
    )
    .select(['recording.code', 'project.code as projectCode'])
    .select(
      sql<Date>`greatest(publication.published_at, appearance.first_at, recording.embargo_until::timestamp
        at time zone (select zone from agency where id = recording.agency_id))`.as('changedAt'),
    )
    .orderBy('publication.publishedAt', 'desc')
    .orderBy('recording.code')
    .limit(limit)
    .execute()
