import type { Context } from 'hono'
import { blankForm, type Form, typedOf } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { listCandidates, listStandingsOn } from '#people'
import { findProgramme } from '#programme'
import { titleOf, viewOf } from '#project'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { findSetDue } from './due-store.ts'
import { dueForm, stewardForm } from './forms.ts'
import { StewardPage } from './pages/steward-page.tsx'
import { documentationPolicy, type Place, placeOfProgramme } from './policy.ts'
import { nameSteward, type Stewarded, setDocumentationDue } from './steward-commands.ts'

type Named = { of: string; back: string; stewarded: Stewarded; place: Place }

async function projectOf(c: Context<Web>): Promise<Named> {
  const { project } = await viewOf(c)
  const back = `/proyek/${project.code}/dokumentasi`
  return { of: titleOf(project), back, stewarded: { projectCode: project.code }, place: project }
}

async function programmeOf(c: Context<Web>): Promise<Named> {
  const programme = await findProgramme(c.var.db, c.req.param('slug') ?? '')
  if (!programme) throw notFound()
  const { id, name, slug } = programme
  return {
    of: name,
    back: `/dokumentasi?program=${slug}`,
    stewarded: { programmeId: id },
    place: placeOfProgramme(programme),
  }
}

async function pageOf(c: Context<Web>, { of, back, place }: Named) {
  authorize(documentationPolicy, c.var.actor, 'nameSteward', place)
  const words = c.req.query('cari')?.trim() ?? ''
  const candidates = await listCandidates(c.var.db, { words, ...(place.unitId && { unitId: place.unitId }) })
  const stewards = await listStandingsOn(c.var.db, 'steward', place.id)
  const deputies = await listStandingsOn(c.var.db, 'deputy', place.id)
  return { of, back, path: c.req.path, words, candidates, stewards, deputies }
}

/** The day that the secretariat set for a whole programme; null for a project. */
const dueFormOf = async (c: Context<Web>, { stewarded }: Named): Promise<Form | null> =>
  'programmeId' in stewarded ? blankForm(typedOf({ due_on: await findSetDue(c.var.db, stewarded.programmeId) })) : null

async function draw(c: Context<Web>, named: Named) {
  const form = blankForm({ from_on: c.var.today, relation: c.req.query('wakil') === undefined ? 'steward' : 'deputy' })
  return c.render(<StewardPage form={form} {...(await pageOf(c, named))} due={await dueFormOf(c, named)} />)
}

async function post(c: Context<Web>, named: Named) {
  const page = { ...(await pageOf(c, named)), due: await dueFormOf(c, named) }
  const read = await readPosted(c, stewardForm)
  if (!read.ok) return c.render(<StewardPage form={read.form} {...page} />, read.status)
  try {
    await nameSteward(c.var.db, c.var.actor, named.stewarded, read.value, c.var.now)
  } catch (error) {
    const { form, status } = refusedForm(error, read.typed, { field: 'person_id' })
    return c.render(<StewardPage form={form} {...page} />, status)
  }
  const { relation } = read.value
  say(c, relation === 'steward' ? 'Penanggung jawab dokumentasi ditunjuk.' : 'Wakil penanggung jawab ditunjuk.')
  return c.redirect(named.back, 303)
}

/** Who documents and keeps: named for a project, or for a programme as a whole. */
export const stewardRoutes = routes()
  .get('/proyek/:code/dokumentasi/penanggung-jawab', signedIn, async (c) => draw(c, await projectOf(c)))
  .post('/proyek/:code/dokumentasi/penanggung-jawab', signedIn, async (c) => post(c, await projectOf(c)))
  .get('/program/:slug/penanggung-jawab', signedIn, async (c) => draw(c, await programmeOf(c)))
  .post('/program/:slug/penanggung-jawab', signedIn, async (c) => post(c, await programmeOf(c)))
  .post('/program/:slug/batas-dokumentasi', signedIn, async (c) => {
    const named = await programmeOf(c)
    const read = await readPosted(c, dueForm)
    if (!read.ok)
      return c.render(<StewardPage form={blankForm()} {...(await pageOf(c, named))} due={read.form} />, read.status)
    await setDocumentationDue(c.var.db, c.var.actor, named.place.id, read.value.dueOn, c.var.now)
    say(c, 'Batas waktu dokumentasi disimpan.')
    return c.redirect(named.back, 303)
  })
