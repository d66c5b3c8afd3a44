import type { Context } from 'hono'
import { writeDocx } from '#documents/write-docx.ts'
import { writePdf } from '#documents/write-pdf.ts'
import { slugOf } from '#kit/text.ts'
import type { Web } from '#web/request.ts'
import { paperOf } from './entry-paper.ts'
import type { EntryView } from './view.ts'

const writers = {
  docx: {
    write: writeDocx,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { write: writePdf, mediaType: 'application/pdf' },
}

/** The entry as a file to save, under a name that says what it is. */
export async function sendPaper(c: Context<Web>, { entry, edition, fields, files }: EntryView, kind: 'docx' | 'pdf') {
  const answers = fields.flatMap(({ answer }) => answer ?? [])
  const agencyName = c.var.session?.agency.name ?? ''
  const { write, mediaType } = writers[kind]
  const bytes = await write(paperOf({ entry, edition, answers, files, agencyName }))
  const name = ['usulan-kipp', edition.key, slugOf(entry.title)].filter(Boolean).join('-')
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${name}.${kind}"`,
  })
}
