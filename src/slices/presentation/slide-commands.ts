import { type Db, type Tx, transact } from '#db'
import { claimUpload, type PreviewTools, receiveMade, savePdfOf, tryWith, turnedTypes, turnToPdf } from '#files'
import { holdPresentation } from './presentation-store.ts'
import { listSlides, type Slides } from './slide-store.ts'

/**
 * Makes PDF of the slides of a presentation that came as office files, for browsers show nothing else. What was attached
 * stays as it is. Done twice it is done once; where there is no office, or it makes nothing of a file, that one is only
 * handed out.
 */
export async function turnSlides(db: Db, id: string, now: Date, tools: PreviewTools): Promise<void> {
  for (const slides of await listSlides(db, [id]))
    if (slides.pdf === null && turnedTypes(tools).includes(slides.mediaType))
      await tryWith(db, slides.id, now, () => turnOne(db, slides, now, tools))
}

const turnOne = (db: Db, slides: Slides, now: Date, tools: PreviewTools): Promise<void> =>
  turnToPdf(tools, slides, async ({ sent }) => {
    const { thingId: id, personId } = slides
    const actor = { accountId: slides.accountId ?? '', personId }
    const uploadId = await receiveMade(db, tools.files, { ...sent, actor, now })
    await transact(db, async (tx) => {
      // They may have been removed meanwhile, or the same work been done by another.
      if (!(await stillLacking(tx, slides))) return
      await claimUpload(tx, actor, uploadId, { kind: 'presentation', id, part: 'pdf' }, now)
      await savePdfOf(tx, slides.id, uploadId)
    })
  })

async function stillLacking(tx: Tx, { id, thingId }: Slides): Promise<boolean> {
  await holdPresentation(tx, thingId)
  return (await listSlides(tx, [thingId])).some((one) => one.id === id && one.pdf === null)
}
