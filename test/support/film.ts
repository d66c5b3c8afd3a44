import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Files } from '#files'
import { addRecording } from '#recording'
import { testNow } from './app.ts'
import { upload } from './files.ts'
import type { Scene } from './scene.ts'

/** A film of a second that plays. */
export const film = readFileSync(new URL('../../src/demo/media/contoh.mp4', import.meta.url))

type Added = Parameters<typeof addRecording>[3]

/** Adds a film to a project of the scene's agent, as a page would; other `bytes` make it another content. */
export async function addFilm(
  { db, agent }: Pick<Scene, 'db' | 'agent'>,
  files: Files,
  projectCode: string,
  { name = 'film.mp4', bytes = film, ...said }: { name?: string; bytes?: Buffer } & Partial<Added> = {},
): Promise<{ id: string; code: string }> {
  const uploadId = await upload(files, db, agent, { name, bytes }, testNow)
  const added = { id: randomUUIDv7(), title: 'Film', ...said, uploadId }
  return { id: added.id, code: await addRecording(db, agent, projectCode, added, testNow) }
}
