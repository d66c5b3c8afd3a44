import type { Context } from 'hono'
import type { Db } from '#db'
import { findDerivative, listFilesOf, sendDerivative, sendFile } from '#files'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import type { Web } from '#web/request.ts'
import { recordingPolicy } from './policy.ts'
import { findRecording, placeOf } from './store.ts'

/** The id of the recording of this code, for whoever may see it; undefined for others. */
export async function findReadable(db: Db, actor: Actor, code: string): Promise<string | undefined> {
  const row = await findRecording(db, code)
  return row && can(recordingPolicy, actor, 'read', { ...row, place: placeOf(row) }) ? row.id : undefined
}

/**
 * Answers with what is shown of a recording under `/media/<code>/`: a derivative, or its own file as long as there is no
 * lighter one. Whoever calls it has asked whether this person may see it.
 */
export async function sendMediaOf(c: Context<Web>, db: Db, recordingId: string, name: string): Promise<Response> {
  const made = await findDerivative(db, recordingId, name)
  if (made) return sendDerivative(c, made)
  const master =
    name === 'film.mp4' && (await listFilesOf(db, 'recording', [recordingId])).findLast(({ part }) => part === 'master')
  if (!master) throw notFound()
  return sendFile(c, master)
}
