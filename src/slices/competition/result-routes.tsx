import type { Context } from 'hono'
import { looksOn } from '#kit/actor.ts'
import { blankForm, typedOf } from '#kit/form.ts'
import { authorize, can } from '#kit/policy.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { namesOf } from '#people'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { yearsAsked } from './news.ts'
import { newsOf } from './news-store.ts'
import { PastEntriesPage } from './pages/past-entries-page.tsx'
import { NewsFormPage, ResultFormPage } from './pages/result-form-page.tsx'
import { ResultsPage } from './pages/results-page.tsx'
import { entryPolicy } from './policy.ts'
import { noteResult, tellNews } from './result-commands.ts'
import { newsForm, resultForm } from './result-forms.ts'
import { resultsOf } from './result-store.ts'
import { listSendings } from './sending-store.ts'
import { listEntries } from './store.ts'
import { viewOf } from './view.ts'

/** The entry of this request with what came of it. */
async function resultsView(c: Context<Web>) {
  const { db, today } = c.var
  const view = await viewOf(c)
  const { id, projectId, sentOn } = view.entry
  const results = (await resultsOf(db, [id])).get(id) ?? []
  const news = (await newsOf(db, [projectId])).get(projectId) ?? []
  return { view, results, news, asked: yearsAsked(sentOn, news, today) }
}

async function stageIn(c: Context<Web>) {
  const { view, results } = await resultsView(c)
  authorize(entryPolicy, c.var.actor, 'result', view.entry)
  const stage = view.edition.stages.find(({ key }) => key === c.req.param('stage'))
  if (!stage) throw notFound()
  const stored = results.find((result) => result.stage === stage.key)
  const { revision = 0, outcome = '', decidedOn = c.var.today, note = '' } = stored ?? {}
  return { view, stage, stored: typedOf({ revision, outcome, decidedOn, note }) }
}

async function yearIn(c: Context<Web>) {
  const { view, news, asked } = await resultsView(c)
  authorize(entryPolicy, c.var.actor, 'tell', view.entry)
  const year = Number(c.req.param('year'))
  const told = news.find((one) => one.year === year)
  if (!told && !asked.includes(year)) throw notFound()
  const { revision = 0, state = '', replicatedBy = '', note = '' } = told ?? {}
  return { view, year, stored: typedOf({ revision, state, replicatedBy, note }) }
}

export const resultRoutes = routes()
  .get('/usulan/riwayat', signedIn, async (c) => {
    const { db, actor, today } = c.var
    if (!looksOn(actor)) throw forbidden()
    const sent = (await listEntries(db, actor)).filter(({ sentOn }) => sentOn !== null)
    const results = await resultsOf(
      db,
      sent.map(({ id }) => id),
    )
    const news = await newsOf(
      db,
      sent.map(({ projectId }) => projectId),
    )
    const rows = sent.map((entry) => {
      const told = news.get(entry.projectId) ?? []
      const asked = yearsAsked(entry.sentOn, told, today)
      return { ...entry, results: results.get(entry.id) ?? [], news: told[0] ?? null, asked }
    })
    return c.render(<PastEntriesPage rows={rows} />)
  })
  .get('/usulan/:code/tahap', signedIn, async (c) => {
    const { view, results, news, asked } = await resultsView(c)
    const { entry } = view
    const may = {
      note: entry.sentOn !== null && can(entryPolicy, c.var.actor, 'result', entry),
      tell: can(entryPolicy, c.var.actor, 'tell', entry),
    }
    const sendings = await listSendings(c.var.db, entry.id)
    const names = await namesOf(
      c.var.db,
      sendings.flatMap(({ accountId }) => accountId ?? []),
    )
    return c.render(<ResultsPage {...{ view, results, news, asked, may, sendings, names }} />)
  })
  .get('/usulan/:code/tahap/:stage', signedIn, async (c) => {
    const { view, stage, stored } = await stageIn(c)
    return c.render(<ResultFormPage entry={view.entry} stage={stage} form={blankForm(stored)} />)
  })
  .post('/usulan/:code/tahap/:stage', signedIn, async (c) => {
    const { view, stage } = await stageIn(c)
    const { entry } = view
    const page = { entry, stage }
    const read = await readPosted(c, resultForm)
    if (!read.ok) return c.render(<ResultFormPage {...page} form={read.form} />, read.status)
    try {
      await noteResult(c.var.db, c.var.actor, entry.code, { ...read.value, stage: stage.key }, momentOf(c))
    } catch (error) {
      const { stored } = await stageIn(c)
      const { form, status } = refusedForm(error, read.typed, { field: 'decided_on', stored })
      return c.render(<ResultFormPage {...page} form={form} />, status)
    }
    say(c, 'Hasil dicatat.')
    return c.redirect(`/usulan/${entry.code}/tahap`, 303)
  })
  .get('/usulan/:code/kabar/:year', signedIn, async (c) => {
    const { view, year, stored } = await yearIn(c)
    return c.render(<NewsFormPage entry={view.entry} year={year} form={blankForm(stored)} />)
  })
  .post('/usulan/:code/kabar/:year', signedIn, async (c) => {
    const { view, year } = await yearIn(c)
    const { entry } = view
    const read = await readPosted(c, newsForm)
    if (!read.ok) return c.render(<NewsFormPage entry={entry} year={year} form={read.form} />, read.status)
    try {
      await tellNews(c.var.db, c.var.actor, entry.code, { ...read.value, year }, momentOf(c))
    } catch (error) {
      const { stored } = await yearIn(c)
      const { form, status } = refusedForm(error, read.typed, { field: 'state', stored })
      return c.render(<NewsFormPage entry={entry} year={year} form={form} />, status)
    }
    say(c, 'Kabar dicatat.')
    return c.redirect(`/usulan/${entry.code}/tahap`, 303)
  })
