import { type Db, on, select } from '#db'
import type { Actor } from '#kit/actor.ts'
import { recordingReadableBy } from '#recording'
import type { Film } from './video.ts'

const films = (db: Db) =>
  select(db, 'recording')
    .innerJoin('project', on('project.id', 'recording.projectId'))
    .leftJoin('mediaFacts', on('mediaFacts.recordingId', 'recording.id'))
    .select(['recording.id', 'recording.code', 'recording.title', 'recording.language'])
    .select(['mediaFacts.seconds', 'mediaFacts.height'])
    .where('recording.kind', '=', 'film')
    .where('recording.removedAt', 'is', null)

/** The films of a project that the actor may see, the newest first. */
export const listFilmsOf = (db: Db, actor: Actor, projectId: string): Promise<Film[]> =>
  films(db)
    .where('recording.projectId', '=', projectId)
    .where(recordingReadableBy(actor))
    .orderBy('recording.createdAt', 'desc')
    .execute()

/** The film that an entry names; null when it was taken out since. */
export async function findFilm(db: Db, projectId: string, id: string | null): Promise<Film | null> {
  if (id === null) return null
  const film = films(db).where('recording.projectId', '=', projectId).where('recording.id', '=', id)
  return (await film.executeTakeFirst()) ?? null
}
