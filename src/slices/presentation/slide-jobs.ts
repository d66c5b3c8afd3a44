import { type PreviewTools, turnedTypes } from '#files'
import type { Answer, Round } from '#jobs'
import { inEachAgency } from '#people'
import { turnSlides } from './slide-commands.ts'
import { listUnturned } from './slide-store.ts'

/** Of an agency in one round: many agencies take turns. */
const mostAtOnce = 20

/** Makes PDF of slides that came in. */
export const turnWhatCame: Answer<PreviewTools> = {
  queue: 'presentation.slides',
  events: ['presentation.slides-attached'],
  within: 900,
  answer: (db, { thingId }, now, tools) => turnSlides(db, thingId, now, tools),
}

/** Looks for slides without one: what came before LibreOffice did, and what a worker was at when it died. */
export const turnWhatIsMissing: Round<PreviewTools> = {
  queue: 'presentation.slides-missing',
  cron: '*/5 * * * *',
  zone: 'Asia/Jakarta',
  atStart: true,
  within: 3600,
  run: (database, now, tools) =>
    inEachAgency(database, async (db) => {
      const failures: unknown[] = []
      const lacking = await listUnturned(db, turnedTypes(tools), now, mostAtOnce)
      // One presentation that fails does not keep the others waiting.
      for (const id of new Set(lacking.map(({ thingId }) => thingId)))
        await turnSlides(db, id, now, tools).catch((error: unknown) => failures.push(error))
      if (failures.length > 0) throw new AggregateError(failures, `slides of ${failures.length} presentations failed`)
    }),
}

export const slideJobs = [turnWhatCame, turnWhatIsMissing]
