import { blankForm } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { routes, signedIn } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { listCandidates } from './candidate-store.ts'
import { endHead, nameHead } from './head-commands.ts'
import { endHeadForm, headForm } from './head-forms.ts'
import { EndHeadPage, NameHeadPage } from './pages/head-pages.tsx'
import { listStandingsOn } from './standing-store.ts'
import { unitAt } from './unit-held.ts'

/** Naming who heads a unit, and ending it. */
export const headRoutes = routes()

headRoutes.get('/unit/:slug/atasan', signedIn, async (c) => {
  const { db, actor, today } = c.var
  const { unit } = await unitAt(db, actor, 'nameHead', c.req.param('slug'))
  const words = c.req.query('cari')?.trim() ?? ''
  const candidates = await listCandidates(db, { words, unitId: unit.id })
  const form = blankForm({ from_on: today })
  return c.render(<NameHeadPage {...{ form, unit, words, candidates }} />)
})

headRoutes.post('/unit/:slug/atasan', signedIn, async (c) => {
  const { db, actor, now } = c.var
  const { unit } = await unitAt(db, actor, 'nameHead', c.req.param('slug'))
  const words = c.req.query('cari')?.trim() ?? ''
  const candidates = await listCandidates(db, { words, unitId: unit.id })
  const read = await readPosted(c, headForm)
  if (!read.ok) return c.render(<NameHeadPage form={read.form} {...{ unit, words, candidates }} />, read.status)
  try {
    await nameHead(db, actor, unit.id, read.value, now)
    say(c, 'Atasan unit ini dicatat.')
    return c.redirect(`/unit/${unit.slug}`, 303)
  } catch (error) {
    const { form, status } = refusedForm(error, read.typed, { field: 'from_on' })
    return c.render(<NameHeadPage {...{ form, unit, words, candidates }} />, status)
  }
})

headRoutes.get('/unit/:slug/atasan/:id', signedIn, async (c) => {
  const { db, actor, today } = c.var
  const { unit } = await unitAt(db, actor, 'nameHead', c.req.param('slug'))
  const head = (await listStandingsOn(db, 'head', unit.id)).find(({ id }) => id === c.req.param('id'))
  if (head === undefined) throw notFound()
  return c.render(<EndHeadPage form={blankForm({ until_on: head.untilOn ?? today })} unit={unit} head={head} />)
})

headRoutes.post('/unit/:slug/atasan/:id', signedIn, async (c) => {
  const { db, actor, now } = c.var
  const { unit } = await unitAt(db, actor, 'nameHead', c.req.param('slug'))
  const head = (await listStandingsOn(db, 'head', unit.id)).find(({ id }) => id === c.req.param('id'))
  if (head === undefined) throw notFound()
  const read = await readPosted(c, endHeadForm)
  if (!read.ok) return c.render(<EndHeadPage form={read.form} unit={unit} head={head} />, read.status)
  await endHead(db, actor, { unitId: unit.id, standingId: head.id }, read.value.untilOn, now)
  say(c, 'Masa atasan ini diakhiri.')
  return c.redirect(`/unit/${unit.slug}`, 303)
})
