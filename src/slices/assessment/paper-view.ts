import type { Context } from 'hono'
import type { Paper } from '#documents/paper.ts'
import { writeDocx } from '#documents/write-docx.ts'
import { writePdf } from '#documents/write-pdf.ts'
import { slugOf } from '#kit/text.ts'
import type { Web } from '#web/request.ts'

export type PaperKind = 'docx' | 'pdf'

const writers = {
  docx: {
    write: writeDocx,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { write: writePdf, mediaType: 'application/pdf' },
}

/** The document's bytes. */
export const bytesIn = async (paper: Paper, kind: PaperKind) => new Uint8Array(await writers[kind].write(paper))

/** A document of an assessment as a file to save, under a name that says what it is. */
export const sendPaper = async (c: Context<Web>, paper: Paper, kind: PaperKind) =>
  c.body(await bytesIn(paper, kind), 200, {
    'content-type': writers[kind].mediaType,
    'content-disposition': `attachment; filename="${slugOf(paper.title)}.${kind}"`,
    'cache-control': 'private, no-store',
  })
