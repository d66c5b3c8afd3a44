import { sql } from 'kysely'
import type { Database } from '#db'
import type { Zone } from '#kit/date.ts'
import type { Gone, GoneProject } from './tombstone.ts'

/** What once stood before the public and is looked for, by its id or its code; undefined where it never did. */
export const findGone = ({ query }: Database, by: { id: string } | { code: string }): Promise<Gone | undefined> =>
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
    .select(sql<string>`coalesce(nullif(appearance.title, ''), recording.title)`.as('title'))
    .select(['recording.recordedOn', 'recording.access', 'recording.embargoUntil'])
    .select(['recording.removedAt', 'recording.removedBecause', 'recording.arkNaan', 'recording.arkName'])
    .select(['project.state as projectState', 'publication.takenBack'])
    .select(['appearance.firstAt', 'agency.name as agencyName', 'agency.zone'])
    .$narrowType<{ zone: Zone }>()
    .where((eb) => ('id' in by ? eb('recording.id', '=', by.id) : eb('recording.code', '=', by.code)))
    .executeTakeFirst()

/** A project that stood before the public once and does no longer; undefined where it never did. */
export const findGoneProject = ({ query }: Database, code: string): Promise<GoneProject | undefined> =>
  query
    .selectFrom('publication')
    .innerJoin('project', (join) =>
      join.onRef('project.agencyId', '=', 'publication.agencyId').onRef('project.id', '=', 'publication.projectId'),
    )
    .innerJoin('agency', 'agency.id', 'project.agencyId')
    .select(['project.agencyId', 'project.id', 'project.state as projectState', 'publication.takenBack'])
    .select(sql<string>`coalesce(publication.last_title, project.title)`.as('title'))
    .select('agency.name as agencyName')
    .where('project.code', '=', code)
    .where((eb) => eb.or([eb('publication.takenBack', 'is not', null), eb('publication.publishedAt', 'is not', null)]))
    .executeTakeFirst()
