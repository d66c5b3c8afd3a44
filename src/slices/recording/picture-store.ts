import { sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tx } from '#db'
import type { Placed } from './picture-set.ts'

/** Gambar dalam kumpulan foto: one of a recording's pictures, as it came in, with what it shows. */
export type Picture = Placed & {
  name: string
  size: number
  sha256: string
  mediaType: string
  part: string
}

/** The pictures of a recording in their order; of one that is no set, its only one. */
export const listPictures = (db: Db, recordingId: string): Promise<Picture[]> => listPicturesOf(db, [recordingId])

/** The same of several recordings: one query for a whole list. */
export async function listPicturesOf(
  db: Db,
  recordingIds: readonly string[],
): Promise<(Picture & { recordingId: string })[]> {
  if (recordingIds.length === 0) return []
  return select(db, 'file')
    .leftJoin('recordingPicture', on('recordingPicture.fileId', 'file.id'))
    .select(['file.thingId as recordingId', 'file.id as fileId'])
    .select(['file.name', 'file.size', 'file.sha256', 'file.mediaType', 'file.part'])
    .select((eb) => eb.fn.coalesce('recordingPicture.caption', eb.val('')).as('caption'))
    .where('file.thingKind', '=', 'recording')
    .where('file.thingId', 'in', recordingIds)
    .where('file.part', 'in', ['master', 'picture'])
    .orderBy(sql`file.part <> 'master'`)
    .orderBy('recordingPicture.position', (order) => order.asc().nullsLast())
    .orderBy('file.id')
    .execute()
}

/** Saves the order and the words of pictures; of those that are not among them nothing is forgotten. */
export async function savePictures(tx: Tx, recordingId: string, pictures: readonly Placed[]): Promise<void> {
  if (pictures.length === 0) return
  const rows = pictures.map(({ fileId, caption }, at) => ({ recordingId, fileId, position: at + 1, caption }))
  await insert(tx, 'recordingPicture', rows)
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'recordingId', 'fileId']).doUpdateSet((eb) => ({
        position: eb.ref('excluded.position'),
        caption: eb.ref('excluded.caption'),
      })),
    )
    .execute()
}

/** Forgets the order and the words of a recording's pictures, with the pictures themselves. */
export const removePictures = (tx: Tx, recordingId: string) =>
  remove(tx, 'recordingPicture').where('recordingId', '=', recordingId).execute()
