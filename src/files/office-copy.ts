import { createReadStream } from 'node:fs'
import type { Db } from '#db'
import { type MadePdf, type Office, OfficeClosed } from '#documents/office.ts'
import type { Actor } from '#kit/actor.ts'
import { receiveFile } from './arrive.ts'
import type { Source } from './blobs.ts'
import type { StoredFile } from './file.ts'
import type { Files } from './files.ts'
import { type Family, mediaTypesOf, usualExtension } from './kinds.ts'
import { pdfNameOf } from './preview.ts'
import { beginTry, forgetTry } from './preview-store.ts'

/** `office` turns office files into PDF; undefined where this machine has none. */
export type PreviewTools = { files: Files; office: Office | undefined }

const officeFamilies: Family[] = ['document', 'sheet', 'slides']

/** The media types of office files that are turned into PDF with these tools. */
export const turnedTypes = ({ office }: PreviewTools): string[] => (office ? mediaTypesOf(officeFamilies) : [])

/** Does the work that makes something of a file, unless it was tried often enough; what we broke off counts as no try. */
export async function tryWith(db: Db, fileId: string, now: Date, work: () => Promise<void>): Promise<void> {
  if (!(await beginTry(db, fileId, now))) return
  try {
    await work()
  } catch (error) {
    if (error instanceof OfficeClosed) await forgetTry(db, fileId)
    throw error
  }
}

/** An office file as PDF, with what is sent to keep it. */
type Turned = MadePdf & { sent: Sent }

type Sent = { name: string; size: number; source: Source }

/** Hands `use` the file as PDF, which lies there only so long; does nothing where there is no office, or no PDF came. */
export const turnToPdf = ({ files, office }: PreviewTools, file: StoredFile, use: (turned: Turned) => Promise<void>) =>
  files.blobs.withLocalCopy(file.agencyId, file.sha256, async (path) =>
    office?.toPdf({ path, extension: usualExtension(file.mediaType) }, async (turned) => {
      if (turned === null) return
      const { size } = turned
      await use({ ...turned, sent: { name: pdfNameOf(file.name), size, source: createReadStream(turned.path) } })
    }),
  )

type Kept = Sent & { actor: Pick<Actor, 'accountId'>; now: Date }

/**
 * Takes in what we made of a file that was checked, to be claimed for its thing; returns the upload's id. It needs no
 * virus scanner, and none waits in quarantine of which nobody knows.
 */
export async function receiveMade(db: Db, files: Files, { now, ...sent }: Kept): Promise<string> {
  const arrival = await receiveFile(db, { ...files, scanner: undefined }, sent, now)
  if ('refused' in arrival) throw new Error(arrival.refused)
  return arrival.upload.id
}
