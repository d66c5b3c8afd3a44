import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import * as z from 'zod'
import { agentInSeat } from '#appointment'
import { readUploads } from '#files'
import { blankForm, type Form, staleForm, typedOf } from '#kit/form.ts'
import { forbidden, isStale, notFound } from '#kit/refusal.ts'
import { rowId } from '#kit/schema.ts'
import { isOpenTo, viewOf } from '#project'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, type PageStatus, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { agreeAcceptedPlan, decidePresentation } from './decision-commands.ts'
import { decisionForm, followUpCount } from './forms.ts'
import { DecisionPage } from './pages/decision-page.tsx'
import { ProjectPresentationsPage } from './pages/project-presentations-page.tsx'
import { attachSlides, removeSlides } from './presentation-commands.ts'
import { listPresentations } from './presentation-store.ts'
import { personsOf } from './sitting-routes.tsx'
import { slideFamilies } from './slides.ts'
import { presentationsOf } from './view.ts'

const slidesForm = z.object({ presentationId: rowId })

const back = (c: Context<Web>, sentence: string, part = '/paparan') => {
  say(c, sentence)
  return c.redirect(`/proyek/${c.req.param('code')}${part}`, 303)
}

async function draw(c: Context<Web>, form: Form, status: PageStatus) {
  const { db, actor, files } = c.var
  const view = await viewOf(c)
  const whole = await presentationsOf(db, actor, view.project.id)
  return c.render(<ProjectPresentationsPage {...{ view, actor, whole, form }} maxUpload={files.maxUpload} />, status)
}

/** What the form of a decision is about: the slot that waits for one, or nothing, where there was no sitting. */
async function toDecide(c: Context<Web>) {
  const { db, actor, today } = c.var
  const view = await viewOf(c)
  if (!isOpenTo(actor, 'agree', { ...view.project, plan: view.plan }))
    throw forbidden('Langkah ini tidak terbuka bagi Anda sekarang.')
  const open = (await listPresentations(db, view.project.id)).find(({ decision }) => decision === null)
  const agent = await agentInSeat(db, view.project.seatId, today)
  return { view, open, owners: await personsOf(c), agent }
}

export const presentationRoutes = routes()
  .get('/proyek/:code/paparan', signedIn, (c) => draw(c, blankForm(), 200))
  .post('/proyek/:code/paparan/salindia', signedIn, async (c) => {
    const read = await readPosted(c, slidesForm)
    const { ids, typed, refused } = await readUploads(c, 'slides', slideFamilies)
    const values = { ...read.typed, ...typed }
    if (!read.ok) return draw(c, { ...read.form, values }, read.status)
    const missing = ids.length === 0 ? 'Pilih berkas salindianya.' : null
    const wrong = refused ?? missing
    if (wrong !== null) return draw(c, { values, errors: { slides: wrong } }, 422)
    await attachSlides(c.var.db, c.var.actor, read.value.presentationId, ids, momentOf(c))
    return back(c, 'Salindia dilampirkan.')
  })
  .get('/proyek/:code/paparan/salindia/:file/hapus', signedIn, async (c) => {
    const { file } = await slidesAt(c)
    const page = { action: c.req.path, act: 'Hapus salindia', question: 'Hapus salindia ini?' }
    return c.render(
      <ConfirmPage {...page} back={`/proyek/${c.req.param('code')}/paparan`}>
        <p>{file.name} tidak dapat dibuka lagi setelah dihapus.</p>
      </ConfirmPage>,
    )
  })
  .post('/proyek/:code/paparan/salindia/:file/hapus', signedIn, async (c) => {
    const { file, presentation } = await slidesAt(c)
    await removeSlides(c.var.db, c.var.actor, presentation.id, file.id, momentOf(c))
    return back(c, 'Salindia dihapus.')
  })
  .get('/proyek/:code/paparan/keputusan', signedIn, async (c) => {
    const { view, open, owners, agent } = await toDecide(c)
    const isOwner = owners.some(({ value }) => value === agent?.personId)
    const ownerId = isOwner ? (agent?.personId ?? '') : ''
    const rows = Array.from({ length: followUpCount }, (_, at) => [`owner_id_${at + 1}`, ownerId])
    const own = typedOf({ id: open?.id ?? randomUUIDv7(), revision: open?.revision ?? 1 })
    const form = blankForm({ ...own, ...Object.fromEntries(rows) })
    return c.render(<DecisionPage {...{ view, form, owners }} hasSitting={open !== undefined} />)
  })
  .post('/proyek/:code/paparan/keputusan', signedIn, async (c) => {
    const view = await viewOf(c)
    const owners = await personsOf(c)
    const { id } = await readTyped(c)
    const there = (await listPresentations(c.var.db, view.project.id)).find((one) => one.id === id)
    const hasSitting = there !== undefined && there.sittingId !== null
    const read = await readPosted(c, decisionForm(hasSitting))
    if (!read.ok) return c.render(<DecisionPage {...{ view, owners, hasSitting }} form={read.form} />, read.status)
    try {
      await decidePresentation(c.var.db, c.var.actor, view.project.code, read.value, momentOf(c))
    } catch (error) {
      if (!isStale(error)) throw error
      const form = staleForm(read.typed, typedOf({ revision: there?.revision ?? 1 }))
      return c.render(<DecisionPage {...{ view, owners, hasSitting }} form={form} />, 409)
    }
    return back(c, 'Keputusan paparan disimpan.')
  })
  .post('/proyek/:code/tetapkan', signedIn, async (c) => {
    await agreeAcceptedPlan(c.var.db, c.var.actor, c.req.param('code'), momentOf(c))
    return back(c, 'Rencana ditetapkan sebagai rencana awal. Proyek mulai berjalan.', '')
  })

/** A file of one of the project's presentations. */
async function slidesAt(c: Context<Web>) {
  const view = await viewOf(c)
  for (const { slides, presentation } of await presentationsOf(c.var.db, c.var.actor, view.project.id)) {
    const file = slides.find(({ id }) => id === c.req.param('file'))
    if (file) return { file, presentation }
  }
  throw notFound()
}
