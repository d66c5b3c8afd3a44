import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Files } from '#files'
import { addRecording } from '#recording'
import { testNow } from './app.ts'
import { upload } from './files.ts'
import type { Scene } from './scene.ts'

/** A film of a second that plays. */
export const film = readFileSync(new URL('../../src/demo/media/contoh.mp4', import.meta.url))

/** Adds a film to the project of the scene's agent, as a page would; other `bytes` make it another content. */
export async function addFilm(
  { db, agent }: Pick<Scene, 'db' | 'agent'>,
  files: Files,
  projectCode: string,
  { name = 'film.mp4', bytes = film, title = 'Satu jam' } = {},
): Promise<{ id: string; code: string }> {
  const id = randomUUIDv7()
  const uploadId = await upload(files, db, agent, { name, bytes }, testNow)
  const said = { id, uploadId, title, description: 'Pustakawan bercerita.', recordedOn: '2026-11-20' }
  return { id, code: await addRecording(db, agent, projectCode, said, testNow) }
}
