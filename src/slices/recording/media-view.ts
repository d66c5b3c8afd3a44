import type { Context } from 'hono'
import type { Db } from '#db'
import { findDerivative, isCopyable, listDerivatives, listFilesOf, sendDerivative, sendFile, sendPicture } from '#files'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import type { Web } from '#web/request.ts'
import { findCaption, listCues } from './caption-store.ts'
import { madeNames } from './picture-set.ts'
import { listPictures, type Picture } from './picture-store.ts'
import { recordingPolicy } from './policy.ts'
import type { Recording, RecordingKind } from './recording.ts'
import { findRecording, placeOf } from './store.ts'
import { writeCaptions } from './web-vtt.ts'

type Of = Pick<Recording, 'id' | 'kind'>

/** The recording of this code, for whoever may see it; undefined for others. */
export async function findReadable(db: Db, actor: Actor, code: string): Promise<Of | undefined> {
  const row = await findRecording(db, code)
  return row && can(recordingPolicy, actor, 'read', { ...row, place: placeOf(row) }) ? row : undefined
}

/** Under which name a recording itself is asked for: its own file, or what stands in for a film. */
export const ownNames: Record<RecordingKind, string> = {
  film: 'film.mp4',
  sound: 'berkas',
  document: 'berkas',
  picture: 'gambar',
}

/**
 * Answers with what is shown of a recording under `/media/<code>/`: a derivative, or its own file as long as there is no
 * lighter one. A picture goes out as a copy that does not say where it was taken. Whoever calls it has asked whether
 * this person may see it, and says where it goes to everybody: the original of a film, which may say where it was
 * taken and with what, never does.
 */
export async function sendMediaOf(
  c: Context<Web>,
  db: Db,
  { id, kind }: Of,
  name: string,
  isForAll = false,
): Promise<Response> {
  const made = await findDerivative(db, id, name)
  if (made) return sendDerivative(c, made)
  const track = /^([a-z]{2,8})[.]vtt$/.exec(name)?.[1]
  if (track) return sendCaption(c, db, id, track)
  if (isForAll && kind === 'film') throw notFound()
  const own = (await listFilesOf(db, 'recording', [id])).filter(({ part }) => part === 'master' || part === 'picture')
  const picture = kind === 'picture' && own.find((one) => name === `gambar/${one.id}`)
  if (picture) return sendPicture(c, picture)
  if (name !== ownNames[kind]) throw notFound()
  if (kind === 'picture') return sendFirst(c, db, id)
  const master = own.findLast(({ part }) => part === 'master')
  if (!master) throw notFound()
  return sendFile(c, master)
}

/** The first picture of which there is a copy that does not say where it was taken: of its bytes, else what was made. */
async function sendFirst(c: Context<Web>, db: Db, id: string): Promise<Response> {
  const made = new Set((await listDerivatives(db, [id])).map(({ name }) => name))
  const largeOf = ({ fileId }: Picture) => madeNames(fileId).large
  const first = (await listPictures(db, id)).find((one) => isCopyable(one) || made.has(largeOf(one)))
  if (first && isCopyable(first)) return sendPicture(c, { ...first, agencyId: db.agencyId })
  const copy = first && (await findDerivative(db, id, largeOf(first)))
  if (!copy) throw notFound()
  return sendDerivative(c, copy)
}

async function sendCaption(c: Context<Web>, db: Db, recordingId: string, track: string): Promise<Response> {
  if (!(await findCaption(db, recordingId, track))) throw notFound()
  const written = writeCaptions(await listCues(db, recordingId, track))
  return c.body(written, 200, { 'content-type': 'text/vtt; charset=utf-8', 'cache-control': 'private, no-cache' })
}
