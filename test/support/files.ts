import path from 'node:path'
import { type Db, insert } from '#db'
import { bytesOf, type Files, openLocalFolder, receiveFile } from '#files'
import type { Actor } from '#kit/actor.ts'

/** A file store in the folder, on a disk with much room, but for what the test says. */
export const makeFiles = (folder: string, but: Partial<Files> = {}): Files => ({
  blobs: openLocalFolder(path.join(folder, 'files')),
  derived: openLocalFolder(path.join(folder, 'derived')),
  workFolder: path.join(folder, 'derived', '.work'),
  uploadFolder: path.join(folder, 'uploads'),
  space: async () => ({ free: 80e9, total: 100e9 }),
  maxUpload: 20e9,
  quota: undefined,
  ...but,
})

/** An upload of the actor's that waits to be claimed; returns its id. */
export async function upload(
  files: Files,
  db: Db,
  actor: Actor,
  file: { name: string; bytes: Buffer },
  now: Date,
): Promise<string> {
  const sent = { actor, name: file.name, size: file.bytes.length, source: bytesOf(file.bytes) }
  const arrival = await receiveFile(db, files, sent, now)
  if ('refused' in arrival) throw new Error(arrival.refused)
  return arrival.upload.id
}

/** The light version of a film, as its processing leaves it: without it the public sees nothing of the film. */
export async function keepLight(files: Files, db: Db, recordingId: string, bytes: Buffer): Promise<void> {
  const blob = await files.derived.put(db.agencyId, bytesOf(bytes))
  await insert(db, 'derivative', { recordingId, name: 'film.mp4', mediaType: 'video/mp4', ...blob }).execute()
}

/** What is made of a recording's picture, as its processing leaves it. */
export async function keepCopies(files: Files, db: Db, recordingId: string, fileId: string): Promise<void> {
  for (const { name, bytes } of [
    { name: `gambar/${fileId}.webp`, bytes: Buffer.from('kecil') },
    { name: `gambar/${fileId}-besar.webp`, bytes: Buffer.from('besar') },
  ]) {
    const blob = await files.derived.put(db.agencyId, bytesOf(bytes))
    await insert(db, 'derivative', { recordingId, name, mediaType: 'image/webp', ...blob }).execute()
  }
}
