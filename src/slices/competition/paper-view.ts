import type { Context } from 'hono'
import type { Paper } from '#documents/paper.ts'
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

/** A paper as a file to save, under this name. */
export async function writeAs(c: Context<Web>, paper: Paper, kind: 'docx' | 'pdf', name: string): Promise<Response> {
  const { write, mediaType } = writers[kind]
  return c.body(new Uint8Array(await write(paper)), 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${name}.${kind}"`,
  })
}

/** The entry as a paper: in the order of its form. */
export function paperOfView(c: Context<Web>, { entry, edition, fields, files }: EntryView): Paper {
  const answers = fields.flatMap(({ answer }) => answer ?? [])
  return paperOf({ entry, edition, answers, files, agencyName: c.var.session?.agency.name ?? '' })
}

/** Under which name an entry's files are saved. */
export const nameOfEntry = ({ entry, edition }: Pick<EntryView, 'entry' | 'edition'>): string =>
  [edition.form === 'kipp' ? 'usulan-kipp' : 'usulan', edition.key, slugOf(entry.title)].filter(Boolean).join('-')

/** The entry as a file to save, under a name that says what it is. */
export const sendPaper = (c: Context<Web>, view: EntryView, kind: 'docx' | 'pdf') =>
  writeAs(c, paperOfView(c, view), kind, nameOfEntry(view))
