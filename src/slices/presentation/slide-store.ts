import { type Db, on, select } from '#db'
import { familyOf, mostTries, overBefore, type StoredFile } from '#files'
import type { Shown } from './slides.ts'

/** A file of slides, the PDF that was made of it, and what a browser shows of it; null where there is none. */
export type Slides = StoredFile & { pdf: { id: string; name: string } | null; shown: Shown | null }

/** The slides of these presentations, the first one first. One query. */
export async function listSlides(db: Db, presentationIds: readonly string[]): Promise<Slides[]> {
  if (presentationIds.length === 0) return []
  const rows = await select(db, 'file')
    .leftJoin('filePreview', on('filePreview.fileId', 'file.id'))
    .leftJoin('file as copy', on('copy.id', 'filePreview.pdfId'))
    .selectAll('file')
    .select(['copy.id as pdfId', 'copy.name as pdfName'])
    .where('file.thingKind', '=', 'presentation')
    .where('file.part', '!=', 'pdf')
    .where('file.thingId', 'in', [...presentationIds])
    .orderBy('file.id')
    .execute()
  return rows.map(({ pdfId, pdfName, ...file }) => {
    const pdf = pdfId === null || pdfName === null ? null : { id: pdfId, name: pdfName }
    return { ...file, pdf, shown: shownAs(file, pdf) }
  })
}

function shownAs({ id, name, mediaType }: StoredFile, pdf: Slides['pdf']): Shown | null {
  const family = familyOf(mediaType)
  if (family === 'pdf' || family === 'picture') return { id, name, isPicture: family === 'picture' }
  return pdf && { ...pdf, isPicture: false }
}

/** Slides of these media types that have no PDF yet and may be tried: what never was first, the latest first. */
export async function listUnturned(
  db: Db,
  mediaTypes: string[],
  now: Date,
  most: number,
): Promise<{ id: string; thingId: string }[]> {
  if (mediaTypes.length === 0) return []
  return select(db, 'file')
    .leftJoin('filePreview', on('filePreview.fileId', 'file.id'))
    .select(['file.id', 'file.thingId'])
    .where('file.thingKind', '=', 'presentation')
    .where('file.part', '!=', 'pdf')
    .where('file.mediaType', 'in', mediaTypes)
    .where('filePreview.pdfId', 'is', null)
    .where(({ or, and, eb }) =>
      or([
        eb('filePreview.tries', 'is', null),
        and([eb('filePreview.tries', '<', mostTries), eb('filePreview.triedAt', '<', overBefore(now))]),
      ]),
    )
    .orderBy('filePreview.tries', (order) => order.asc().nullsFirst())
    .orderBy('file.id', 'desc')
    .limit(most)
    .execute()
}
