import { type Db, transact } from '#db'
import { drawFirstPage } from '#documents/first-page.ts'
import {
  bytesOf,
  claimUpload,
  familyOf,
  listFilesOf,
  mediaTypesOf,
  type PreviewTools,
  receiveMade,
  type StoredFile,
  tryWith,
  turnedTypes,
  turnToPdf,
} from '#files'
import { holdAuthor } from './evidence-store.ts'

/** What is made beside evidence, as parts of it: its first page as a picture, and an office file as PDF. */
type PreviewPart = 'preview' | 'pdf'

/** The media types of which something can be made with these tools. */
export const drawnTypes = (tools: PreviewTools): string[] => [...mediaTypesOf(['pdf']), ...turnedTypes(tools)]

/**
 * Makes what is missing beside a piece of evidence: of an office file a PDF, and of either the first page as a picture.
 * The original stays as it is. Done twice it is done once, and what a worker that died had made is not made again.
 */
export async function drawPreview(db: Db, id: string, now: Date, tools: PreviewTools): Promise<void> {
  const kept = await listFilesOf(db, 'evidence', [id])
  const original = kept.find((file) => file.id === id)
  if (!original || !drawnTypes(tools).includes(original.mediaType) || partOf(kept, 'preview')) return
  await tryWith(db, id, now, () => drawFrom({ db, id, now, ...tools }, original, partOf(kept, 'pdf')))
}

const partOf = (files: StoredFile[], wanted: PreviewPart) => files.find(({ part }) => part === wanted)

type Drawing = { db: Db; id: string; now: Date } & PreviewTools

async function drawFrom(drawing: Drawing, original: StoredFile, made: StoredFile | undefined): Promise<void> {
  const { db, files } = drawing
  const pdf = familyOf(original.mediaType) === 'pdf' ? original : made
  if (pdf) return files.blobs.withLocalCopy(db.agencyId, pdf.sha256, (path) => keepPicture(drawing, path, pdf.size))
  await turnToPdf(drawing, original, async ({ path, size, sent }) => {
    await keepPart(drawing, 'pdf', sent)
    await keepPicture(drawing, path, size)
  })
}

async function keepPicture(drawing: Drawing, path: string, size: number): Promise<void> {
  const picture = await drawFirstPage(path, size)
  if (picture === null) return
  const sent = { name: 'halaman-pertama.webp', size: picture.length, source: bytesOf(picture) }
  await keepPart(drawing, 'preview', sent)
}

type Sent = Omit<Parameters<typeof receiveMade>[2], 'actor' | 'now'>

async function keepPart({ db, files, id, now }: Drawing, part: PreviewPart, sent: Sent): Promise<void> {
  const author = await transact(db, (tx) => holdAuthor(tx, id))
  if (!author) return
  const uploadId = await receiveMade(db, files, { ...sent, actor: author, now })
  await transact(db, async (tx) => {
    // It may have been withdrawn meanwhile, or the same work been done by another.
    if (!(await holdAuthor(tx, id)) || partOf(await listFilesOf(tx, 'evidence', [id]), part)) return
    await claimUpload(tx, author, uploadId, { kind: 'evidence', id, part }, now)
  })
}
