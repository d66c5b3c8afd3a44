import { sql } from 'kysely'
import type { Database } from '#db'
import { showable } from './publication.ts'
import type { ShownProject } from './shown-store.ts'

/**
 * Recordings that everybody may see: kept, said to be public, past their embargo in the agency's zone, of a published
 * project, and there when the secretariat published it: a later one is shown once it is published anew.
 */
export const shownRecordings = ({ query }: Database, now: Date) =>
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
    .where((eb) =>
      eb.or([
        eb('recording.embargoUntil', 'is', null),
        sql<boolean>`recording.embargo_until <=
          (${now}::timestamptz at time zone (select zone from agency where id = recording.agency_id))::date`,
      ]),
    )

/** What is public of a published project's documentation, newest first, and whether there is a picture of each. */
export const listShownRecordings = (database: Database, project: Pick<ShownProject, 'agencyId' | 'id'>, now: Date) =>
  shownRecordings(database, now)
    .select(['recording.code', 'recording.kind', 'recording.title', 'recording.description', 'recording.duration'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('file')
            .select('file.id')
            .whereRef('file.agencyId', '=', 'recording.agencyId')
            .whereRef('file.thingId', '=', 'recording.id')
            .where('file.part', '=', 'poster'),
        )
        .as('hasPoster'),
    )
    .where('recording.agencyId', '=', project.agencyId)
    .where('recording.projectId', '=', project.id)
    .orderBy('recording.createdAt', 'desc')
    .execute()

export type ShownRecording = Awaited<ReturnType<typeof listShownRecordings>>[number]

/** The file of a recording that everybody may see; undefined where there is none, or it is not public. */
export const findShownFile = (database: Database, code: string, part: 'master' | 'poster', now: Date) =>
  shownRecordings(database, now)
    .innerJoin('file', (join) =>
      join
        .onRef('file.agencyId', '=', 'recording.agencyId')
        .onRef('file.thingId', '=', 'recording.id')
        .on('file.thingKind', '=', 'recording')
        .on('file.part', '=', part),
    )
    .select(['file.agencyId', 'file.sha256', 'file.size', 'file.name', 'file.mediaType'])
    .where('recording.code', '=', code)
    .executeTakeFirst()
