import type { Db } from '#db'
import { listDerivatives, listFilesOf, type StoredFile } from '#files'
import type { Actor } from '#kit/actor.ts'
import { listCaptions } from './caption-store.ts'
import { listPicturesOf, type Picture } from './picture-store.ts'
import { listRecordingsOf, type RecordingRow } from './store.ts'

/** A recording with what is needed to play it where it is spoken of. */
export type Played = {
  row: RecordingRow
  master: StoredFile | undefined
  /** Of a recording of pictures; none of another. */
  pictures: Picture[]
  derived: string[]
  tracks: string[]
}

/** The recordings of a project that the actor may see, to be played in place. Five queries, however many there are. */
export async function listPlayed(db: Db, actor: Actor, projectId: string): Promise<Played[]> {
  const rows = await listRecordingsOf(db, actor, projectId)
  const ids = rows.map(({ id }) => id)
  const files = (await listFilesOf(db, 'recording', ids)).filter(({ part }) => part === 'master')
  const pictures = Map.groupBy(await listPicturesOf(db, ids), ({ recordingId }) => recordingId)
  const derived = Map.groupBy(await listDerivatives(db, ids), ({ recordingId }) => recordingId)
  const captions = Map.groupBy(await listCaptions(db, ids), ({ recordingId }) => recordingId)
  return rows.map((row) => ({
    row,
    master: files.findLast(({ thingId }) => thingId === row.id),
    pictures: row.kind === 'picture' ? (pictures.get(row.id) ?? []) : [],
    derived: (derived.get(row.id) ?? []).map(({ name }) => name),
    tracks: (captions.get(row.id) ?? []).map(({ track }) => track),
  }))
}
