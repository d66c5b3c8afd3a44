import { createReadStream } from 'node:fs'
import { type Db, transact } from '#db'
import { drawFirstPage } from '#documents/first-page.ts'
import { type Office, OfficeClosed } from '#documents/office.ts'
import {
  bytesOf,
  claimUpload,
  type Family,
  type Files,
  familyOf,
  listFilesOf,
  mediaTypesOf,
  receiveMade,
  type StoredFile,
  usualExtension,
} from '#files'
import { holdAuthor } from './evidence-store.ts'
import { type PreviewPart, pdfNameOf } from './preview.ts'
import { beginTry, forgetTry } from './preview-store.ts'

/** `office` turns office files into PDF; undefined where this machine has none. */
export type PreviewTools = { files: Files; office: Office | undefined }

const officeFamilies: Family[] = ['document', 'sheet', 'slides']

/** The media types of which something can be made with these tools. */
export const drawnTypes = ({ office }: PreviewTools): string[] =>
  mediaTypesOf(office ? ['pdf', ...officeFamilies] : ['pdf'])

/**
 * Makes what is missing beside a piece of evidence: of an office file a PDF, and of either the first page as a picture.
 * The original stays as it is. Done twice it is done once, and what a worker that died had made is not made again.
 */
export async function drawPreview(db: Db, id: string, now: Date, tools: PreviewTools): Promise<void> {
  const kept = await listFilesOf(db, 'evidence', [id])
  const original = kept.find((file) => file.id === id)
  if (!original || !drawnTypes(tools).includes(original.mediaType) || partOf(kept, 'preview')) return
  if (!(await beginTry(db, id, now))) return
  try {
    await drawFrom({ db, id, now, ...tools }, original, partOf(kept, 'pdf'))
  } catch (error) {
    if (error instanceof OfficeClosed) await forgetTry(db, id)
    throw error
  }
}

const partOf = (files: StoredFile[], wanted: PreviewPart) => files.find(({ part }) => part === wanted)

type Drawing = { db: Db; id: string; now: Date } & PreviewTools

async function drawFrom(drawing: Drawing, original: StoredFile, made: StoredFile | undefined): Promise<void> {
  const { db, files, office } = drawing
  const pdf = familyOf(original.mediaType) === 'pdf' ? original : made
  if (pdf) return files.blobs.withLocalCopy(db.agencyId, pdf.sha256, (path) => keepPicture(drawing, path, pdf.size))
  const extension = usualExtension(original.mediaType)
  await files.blobs.withLocalCopy(db.agencyId, original.sha256, async (path) =>
    office?.toPdf({ path, extension }, async (turned) => {
      if (turned === null) return
      const { size } = turned
      await keepPart(drawing, 'pdf', { name: pdfNameOf(original.name), size, source: createReadStream(turned.path) })
      await keepPicture(drawing, turned.path, size)
    }),
  )
}

async function keepPicture(drawing: Drawing, path: string, size: number): Promise<void> {
  const picture = await drawFirstPage(path, size)
  if (picture === null) return
  const sent = { name: 'halaman-pertama.webp', size: picture.length, source: bytesOf(picture) }
  await keepPart(drawing, 'preview', sent)
}

type Sent = Omit<Parameters<typeof receiveMade>[2], 'actor'>

async function keepPart({ db, files, id, now }: Drawing, part: PreviewPart, sent: Sent): Promise<void> {
  const author = await transact(db, (tx) => holdAuthor(tx, id))
  if (!author) return
  const arrival = await receiveMade(db, files, { actor: author, ...sent }, now)
  if ('refused' in arrival) throw new Error(arrival.refused)
  await transact(db, async (tx) => {
    // It may have been withdrawn meanwhile, or the same work been done by another.
    if (!(await holdAuthor(tx, id)) || partOf(await listFilesOf(tx, 'evidence', [id]), part)) return
    await claimUpload(tx, author, arrival.upload.id, { kind: 'evidence', id, part }, now)
  })
}
