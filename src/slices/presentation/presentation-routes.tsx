import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import * as z from 'zod'
import { agentInSeat } from '#appointment'
import { readUploads } from '#files'
import { listFollowUps } from '#follow-up'
import { blankForm, type Form, typedOf } from '#kit/form.ts'
import { conflict, forbidden, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { rowId } from '#kit/schema.ts'
import { mayAgree, type ProjectView, viewOf } from '#project'
import { ConfirmPage } from '#web/confirm.tsx'
import type { Option } from '#web/fields.tsx'
import { momentOf, type PageStatus, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { agreeAcceptedPlan, decidePresentation } from './decision-commands.ts'
import { decisionForm, linesAtOnce, linesIn } from './forms.ts'
import { DecisionPage } from './pages/decision-page.tsx'
import { ProjectPresentationsPage } from './pages/project-presentations-page.tsx'
import { decisionObstacle } from './presentation.ts'
import { attachSlides, removeSlides } from './presentation-commands.ts'
import { listPresentations } from './presentation-store.ts'
import { personsOf } from './sitting-routes.tsx'
import { findSitting } from './sitting-store.ts'
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

/** What the form of a decision is about: its project, and all of its presentations. */
async function toDecide(c: Context<Web>) {
  const view = await viewOf(c)
  if (!mayAgree(c.var.actor, { ...view.project, plan: view.plan })) throw forbidden()
  return { view, presentations: await listPresentations(c.var.db, view.project.id), owners: await personsOf(c) }
}

/** The same with the slot that waits for a decision, or none where there is no sitting. Refuses where it is too early. */
async function openNow(c: Context<Web>) {
  const { db, today } = c.var
  const asked = await toDecide(c)
  const { presentations } = asked
  const { plan } = asked.view
  const open = presentations.find(({ decision }) => decision === null)
  const sitting = open?.sittingId ? await findSitting(db, open.sittingId) : undefined
  const obstacle = decisionObstacle(
    { ...plan, presentation: open ?? { planId: plan.id }, presentations, sitting },
    today,
  )
  if (obstacle !== null) throw conflict(obstacle)
  return { ...asked, open }
}

/** What was said at the sitting and has become a follow-up before anything is decided. */
const agreedAlready = ({ var: { db, actor } }: Context<Web>, presentation: { id: string } | undefined) =>
  presentation ? listFollowUps(db, actor, { sourceIds: [presentation.id] }) : []

const agentOf = (c: Context<Web>, { project }: ProjectView) => agentInSeat(c.var.db, project.seatId, c.var.today)

/** More lines for follow-ups behind those that are there; what is asked is most often the agent's to do. */
function linesFor(owners: Option[], agent: { personId: string } | undefined, there: number) {
  const ownerId = owners.find(({ value }) => value === agent?.personId)?.value ?? ''
  const rows = Array.from({ length: linesAtOnce }, (_, at) => [`owner_id_${there + at + 1}`, ownerId])
  return { lines: String(there + linesAtOnce), ...Object.fromEntries(rows) }
}

export const presentationRoutes = routes()
  .get('/proyek/:code/paparan', signedIn, (c) => draw(c, blankForm(), 200))
  .post('/proyek/:code/paparan/salindia', signedIn, async (c) => {
    const read = await readPosted(c, slidesForm)
    const { ids, typed, refused, turnedAway } = await readUploads(c, 'slides', slideFamilies)
    const values = { ...read.typed, ...typed }
    if (!read.ok) return draw(c, { ...read.form, values }, read.status)
    const missing = ids.length === 0 ? turnedAway.join(' ') || 'Pilih berkas salindianya.' : null
    const wrong = refused ?? missing
    if (wrong !== null) return draw(c, { values, errors: { slides: wrong } }, 422)
    await attachSlides(c.var.db, c.var.actor, read.value.presentationId, ids, momentOf(c))
    return back(c, ['Salindia dilampirkan.', ...turnedAway].join(' '))
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
    const { view, open, owners } = await openNow(c)
    const own = typedOf({ id: open?.id ?? randomUUIDv7(), revision: open?.revision ?? 1 })
    const form = blankForm({ ...own, ...linesFor(owners, await agentOf(c, view), 0) })
    const agreed = await agreedAlready(c, open)
    return c.render(<DecisionPage {...{ view, form, owners, agreed }} hasSitting={open !== undefined} />)
  })
  .post('/proyek/:code/paparan/keputusan', signedIn, async (c) => {
    const { view, presentations, owners } = await toDecide(c)
    const typed = await readTyped(c)
    const there = presentations.find(({ id }) => id === typed.id)
    const hasSitting = there !== undefined && there.sittingId !== null
    const agreed = await agreedAlready(c, there)
    const about = { view, owners, hasSitting, agreed }
    if (typed.act === 'more') {
      const form = blankForm({ ...typed, ...linesFor(owners, await agentOf(c, view), linesIn(typed)) })
      return c.render(<DecisionPage {...about} form={form} />)
    }
    const read = await readPosted(c, decisionForm(hasSitting, agreed.length > 0))
    if (!read.ok) return c.render(<DecisionPage {...about} form={read.form} />, read.status)
    try {
      await decidePresentation(c.var.db, c.var.actor, view.project.code, read.value, momentOf(c))
    } catch (error) {
      const stored = typedOf({ revision: there?.revision ?? 1 })
      const { form, status } = refusedForm(error, read.typed, { field: 'decision', stored })
      return c.render(<DecisionPage {...about} form={form} />, status)
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
