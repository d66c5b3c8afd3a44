import type { Database } from '#db'
import type { ShownProject } from './shown-store.ts'

/** Recordings that everybody may see: kept, and of a published project. */
const shown = ({ query }: Database) =>
  query
    .selectFrom('recording')
    .innerJoin('publication', (join) =>
      join
        .onRef('publication.agencyId', '=', 'recording.agencyId')
        .onRef('publication.projectId', '=', 'recording.projectId')
        .on('publication.publishedAt', 'is not', null),
    )
    .where('recording.removedAt', 'is', null)

/** The recordings of a published project, newest first, and whether there is a picture of each. */
export const listShownRecordings = (database: Database, project: Pick<ShownProject, 'agencyId' | 'id'>) =>
  shown(database)
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
export const findShownFile = (database: Database, code: string, part: 'master' | 'poster') =>
  shown(database)
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
