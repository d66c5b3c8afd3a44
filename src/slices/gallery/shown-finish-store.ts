import type { Database } from '#db'
import { largestPublic, strippable } from '#files'
import type { ShownProject } from './shown-store.ts'

type Of = Pick<ShownProject, 'agencyId' | 'id'>

/**
 * What a published project reached, once its head had confirmed it and the secretariat published it afterwards: nobody
 * publishes what was not there to be looked at.
 */
const shown = ({ query }: Database) =>
  query
    .selectFrom('finish')
    .innerJoin('publication', (join) =>
      join
        .onRef('publication.agencyId', '=', 'finish.agencyId')
        .onRef('publication.projectId', '=', 'finish.projectId')
        .onRef('finish.confirmedAt', '<=', 'publication.publishedAt'),
    )
    .innerJoin('project', (join) =>
      join
        .onRef('project.agencyId', '=', 'finish.agencyId')
        .onRef('project.id', '=', 'finish.projectId')
        .on('project.state', '=', 'closed'),
    )

/** Its pictures of before and after from which the place can be cut out; others are not shown. */
const shownPictures = (database: Database) =>
  shown(database)
    .innerJoin('file', (join) =>
      join
        .onRef('file.agencyId', '=', 'finish.agencyId')
        .onRef('file.thingId', '=', 'finish.projectId')
        .on('file.thingKind', '=', 'project')
        .on('file.part', 'in', ['before', 'after'])
        .on('file.mediaType', 'in', strippable)
        .on('file.size', '<=', largestPublic)
        .onRef('file.createdAt', '<=', 'publication.publishedAt'),
    )
    .orderBy('file.id')

export type ShownFinish = {
  beforeWords: string
  afterWords: string
  pictures: { id: string; part: string }[]
}

/** Before and after, in words and pictures, as everybody may see them; undefined where there is nothing yet. */
export async function findShownFinish(database: Database, { agencyId, id }: Of): Promise<ShownFinish | undefined> {
  const words = await shown(database)
    .select(['finish.beforeWords', 'finish.afterWords'])
    .where('finish.agencyId', '=', agencyId)
    .where('finish.projectId', '=', id)
    .executeTakeFirst()
  if (!words) return undefined
  const pictures = await shownPictures(database)
    .select(['file.id', 'file.part'])
    .where('finish.agencyId', '=', agencyId)
    .where('finish.projectId', '=', id)
    .execute()
  return { ...words, pictures }
}

/** A picture of before or after that everybody may see; undefined where there is none, or it is not public. */
export const findShownPicture = (database: Database, code: string, id: string) =>
  shownPictures(database)
    .select(['file.agencyId', 'file.sha256', 'file.size', 'file.mediaType'])
    .where('project.code', '=', code)
    .where('file.id', '=', id)
    .executeTakeFirst()
