import { type Db, on, select } from '#db'
import { mostTries, overBefore } from '#files'

/** Evidence of these media types that has no picture yet and may be tried: what never was first, the latest first. */
export async function listUnpreviewed(db: Db, mediaTypes: string[], now: Date, most: number): Promise<string[]> {
  const rows = await select(db, 'evidence')
    .innerJoin('file', on('file.id', 'evidence.id'))
    .leftJoin('filePreview', on('filePreview.fileId', 'evidence.id'))
    .select('evidence.id')
    .where('evidence.state', '!=', 'withdrawn')
    .where('file.mediaType', 'in', mediaTypes)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('file as picture')
            .select('picture.id')
            .whereRef('picture.agencyId', '=', 'evidence.agencyId')
            .whereRef('picture.thingId', '=', 'evidence.id')
            .where('picture.thingKind', '=', 'evidence')
            .where('picture.part', '=', 'preview'),
        ),
      ),
    )
    .where(({ or, and, eb }) =>
      or([
        eb('filePreview.tries', 'is', null),
        and([eb('filePreview.tries', '<', mostTries), eb('filePreview.triedAt', '<', overBefore(now))]),
      ]),
    )
    .orderBy('filePreview.tries', (order) => order.asc().nullsFirst())
    .orderBy('evidence.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}
