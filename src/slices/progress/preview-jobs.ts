import { type Db, transact } from '#db'
import { drawFirstPage } from '#documents/first-page.ts'
import { bytesOf, claimUpload, type Files, familyOf, listFilesOf, receiveFile } from '#files'
import type { Answer } from '#jobs'
import { holdAuthor } from './evidence-store.ts'

export type PreviewTools = { files: Files }

/**
 * Makes a picture of the first page of evidence that came in, beside the original, which stays as it is. A file of which
 * none can be made keeps its page without one. Done twice it is done once.
 */
const makePreview: Answer<PreviewTools> = {
  queue: 'progress.preview',
  events: ['evidence.added'],
  within: 300,
  answer: async (db, { thingId: id }, now, { files }) => {
    const kept = await listFilesOf(db, 'evidence', [id])
    const original = kept.find((file) => file.id === id)
    if (!original || familyOf(original.mediaType) !== 'pdf' || kept.some(isPreview)) return
    const picture = await files.blobs.withLocalCopy(db.agencyId, original.sha256, (path) =>
      drawFirstPage(path, original.size),
    )
    if (picture !== null) await keepPreview(db, files, id, picture, now)
  },
}

export const previewJobs = [makePreview]

const isPreview = ({ part }: { part: string }) => part === 'preview'

async function keepPreview(db: Db, files: Files, id: string, picture: Uint8Array, now: Date): Promise<void> {
  const author = await transact(db, (tx) => holdAuthor(tx, id))
  if (!author) return
  const sent = { actor: author, name: 'halaman-pertama.webp', size: picture.length, source: bytesOf(picture) }
  const arrival = await receiveFile(db, files, sent, now)
  if ('refused' in arrival) throw new Error(arrival.refused)
  await transact(db, async (tx) => {
    // It may have been withdrawn meanwhile, or the same work been done by another.
    if (!(await holdAuthor(tx, id)) || (await listFilesOf(tx, 'evidence', [id])).some(isPreview)) return
    await claimUpload(tx, author, arrival.upload.id, { kind: 'evidence', id, part: 'preview' }, now)
  })
}
