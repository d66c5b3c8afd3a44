import { type Db, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { hold, note } from './held.ts'
import { type InnovationNews, yearsAsked } from './news.ts'
import { newsOf, saveNews } from './news-store.ts'
import { demandResult, type StageResult } from './result.ts'
import { resultsOf, saveResult } from './result-store.ts'

/** Notes what a national stage decided of an entry, or corrects it. */
export const noteResult = (db: Db, actor: Actor, code: string, result: StageResult, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { entry, edition } = await hold(tx, actor, code, 'result')
    demandResult(entry, edition, result, today)
    const stored = (await resultsOf(tx, [entry.id])).get(entry.id)?.find(({ stage }) => stage === result.stage)
    compareRevision(stored?.revision ?? 0, result.revision)
    await saveResult(tx, entry.id, result)
    const { stage, outcome, decidedOn } = result
    await note(tx, actor, entry, 'entry.judged', now, { details: { stage, outcome, decidedOn } })
  })

/** Tells what became of the innovation in a year that is asked about. */
export const tellNews = (db: Db, actor: Actor, code: string, news: InnovationNews, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { entry } = await hold(tx, actor, code, 'tell')
    const told = (await newsOf(tx, [entry.projectId])).get(entry.projectId) ?? []
    const stored = told.find(({ year }) => year === news.year)
    compareRevision(stored?.revision ?? 0, news.revision)
    if (!stored && !yearsAsked(entry.sentOn, told, today).includes(news.year))
      throw conflict('Tahun ini tidak ditanyakan untuk usulan ini.')
    await saveNews(tx, entry.projectId, news, { accountId: actor.accountId, toldAt: now })
    await note(tx, actor, entry, 'entry.told', now, { details: { year: news.year, state: news.state } })
  })
