import type { Db } from '#db'
import type { PreviewTools } from '#files'
import type { Answer, Round } from '#jobs'
import { inEachAgency } from '#people'
import { drawnTypes, drawPreview } from './preview-commands.ts'
import { listUnpreviewed } from './preview-store.ts'

/** Of an agency in one round: many agencies take turns. */
const mostAtOnce = 20

/** Makes a preview of evidence that came in. A file of which none can be made keeps its page without one. */
export const drawWhatCame: Answer<PreviewTools> = {
  queue: 'progress.preview',
  events: ['evidence.added'],
  within: 600,
  answer: (db, { thingId: id }, now, tools) => drawPreview(db, id, now, tools),
}

/**
 * Looks for evidence without a preview: what came before previews were made, or before LibreOffice was there, and what a
 * worker was at when it died. A few pieces at a time; what came to nothing is tried a few times.
 */
export const drawWhatIsMissing: Round<PreviewTools> = {
  queue: 'progress.preview-missing',
  cron: '*/5 * * * *',
  zone: 'Asia/Jakarta',
  atStart: true,
  within: 3600,
  run: async (database, now, tools) => {
    const began = performance.now()
    const clock = () => new Date(now.getTime() + performance.now() - began)
    await inEachAgency(database, (db) => drawSome(db, clock, tools))
  },
}

/** One piece that fails does not keep the others waiting. */
async function drawSome(db: Db, clock: () => Date, tools: PreviewTools): Promise<void> {
  const failures: unknown[] = []
  for (const id of await listUnpreviewed(db, drawnTypes(tools), clock(), mostAtOnce))
    await drawPreview(db, id, clock(), tools).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} previews failed`)
}

export const previewJobs = [drawWhatCame, drawWhatIsMissing]
