import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import * as z from 'zod'
import { listSeats } from '#appointment'
import { listFollowUps } from '#follow-up'
import { listEntriesOf } from '#journal'
import { blankForm, readForm, staleForm, type Typed, typedOf } from '#kit/form.ts'
import { isStale } from '#kit/refusal.ts'
import { rowId } from '#kit/schema.ts'
import { namesOf } from '#people'
import { areasOf, listProgrammes, programmeInForce, stagesOf, targetsOf } from '#programme'
import { formAgain, isAutosave, sayRevision } from '#web/autosave/answers.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { beginProject, describeProject } from './commands.ts'
import { descriptionForm } from './forms.ts'
import { gapsOf } from './matrix.ts'
import { DescriptionPage } from './pages/description-page.tsx'
import { FollowUpsPage } from './pages/follow-ups-page.tsx'
import { HistoryPage } from './pages/history-page.tsx'
import { ProjectListPage } from './pages/project-list-page.tsx'
import { ProjectPage } from './pages/project-page.tsx'
import { findMatrix, listReturns } from './plan-store.ts'
import { isOpenTo, mayBegin } from './policy.ts'
import type { Project } from './project.ts'
import { listProjects, listTeam } from './store.ts'
import { autosaveFor, type ProjectView, viewOf } from './view.ts'

/** A project's description as its form shows it. */
const descriptionOf = (project: Project): Typed =>
  typedOf({
    revision: project.revision,
    title: project.title,
    presentCondition: project.presentCondition,
    problem: project.problem,
    wantedCondition: project.wantedCondition,
    isPublicService: project.isPublicService ? 'yes' : 'no',
    innovationKind: project.innovationKind,
    startedOn: project.startedOn,
    areaCodes: project.areaCodes,
    targetCodes: project.targetCodes,
  })

/** What the page of a description shows beside its form. */
async function pageOf(c: Context<Web>, view: ProjectView) {
  const { project, programme } = view
  const [areas, targets] = [await areasOf(c.var.db, programme.setCode), await targetsOf(c.var.db, programme.setCode)]
  return { project, areas, targets, autosave: autosaveFor(c.var.actor, view) }
}

const beginForm = z.object({ id: rowId, seatId: rowId })

export const projectRoutes = routes()
  .get('/proyek', signedIn, async (c) => {
    const { db, actor, today } = c.var
    const programmes = await listProgrammes(db)
    const wanted = c.req.query('program')
    const programme =
      programmes.find(({ slug }) => slug === wanted) ?? (await programmeInForce(db, today)) ?? programmes[0]
    if (!programme)
      return c.render(<ProjectListPage programmes={[]} programme={null} rows={[]} vacant={[]} stages={[]} />)
    const rows = await listProjects(db, actor, programme.id, today)
    const seats = await listSeats(db, programme.id, today)
    const begun = new Set(rows.map((row) => row.seatId))
    const vacant = seats.filter((seat) => !begun.has(seat.id) && mayBegin(actor, seat))
    const stages = await stagesOf(db, programme.id)
    const offers = vacant.map((seat) => ({ ...seat, newId: randomUUIDv7() }))
    return c.render(<ProjectListPage {...{ programmes, programme, rows, stages }} vacant={offers} />)
  })
  .post('/proyek', signedIn, async (c) => {
    const read = readForm(beginForm, await readTyped(c))
    if (!read.ok) return c.redirect('/proyek', 303)
    const code = await beginProject(c.var.db, c.var.actor, read.value, momentOf(c))
    say(c, 'Proyek dimulai. Isi uraiannya, lalu susun matriks kegiatannya.')
    return c.redirect(`/proyek/${code}`, 303)
  })
  .get('/proyek/:code', signedIn, async (c) => {
    const { db, actor } = c.var
    const view = await viewOf(c)
    const matrix = await findMatrix(db, view.plan.id)
    const team = await listTeam(db, view.project.id)
    const areas = await areasOf(db, view.programme.setCode)
    const targets = await targetsOf(db, view.programme.setCode)
    const [lastReturn] = view.plan.state === 'returned' ? await listReturns(db, view.project.id) : []
    const mayEdit = isOpenTo(actor, 'edit', { ...view.project, plan: view.plan })
    const gaps = mayEdit ? gapsOf(view.project, matrix, view.programme) : []
    return c.render(
      <ProjectPage {...{ view, actor, matrix, team, areas, targets, gaps }} lastReturn={lastReturn ?? null} />,
    )
  })
  .get('/proyek/:code/tindak-lanjut', signedIn, async (c) => {
    const view = await viewOf(c)
    const rows = await listFollowUps(c.var.db, c.var.actor, { projectId: view.project.id })
    return c.render(<FollowUpsPage {...{ view, rows }} actor={c.var.actor} />)
  })
  .get('/proyek/:code/riwayat', signedIn, async (c) => {
    const { db, actor, zone } = c.var
    const view = await viewOf(c)
    const entries = await listEntriesOf(db, [view.project.id, ...view.plans.map((plan) => plan.id)])
    const authors = entries.flatMap(({ accountId, personId, onBehalfOf }) => [accountId, personId, onBehalfOf])
    const [names, returns] = [await namesOf(db, authors), await listReturns(db, view.project.id)]
    return c.render(<HistoryPage {...{ view, actor, entries, names, returns, zone }} />)
  })
  .get('/proyek/:code/ubah', signedIn, async (c) => {
    const view = await viewOf(c)
    const { project, plan } = view
    if (!isOpenTo(c.var.actor, 'edit', { ...project, plan })) return c.redirect(`/proyek/${project.code}`, 303)
    return c.render(<DescriptionPage {...(await pageOf(c, view))} form={blankForm(descriptionOf(project))} />)
  })
  .post('/proyek/:code/ubah', signedIn, async (c) => {
    const view = await viewOf(c)
    const page = await pageOf(c, view)
    const read = await readPosted(c, descriptionForm)
    if (!read.ok) return formAgain(c, read.form, read.status, <DescriptionPage {...page} form={read.form} />)
    try {
      await describeProject(c.var.db, c.var.actor, view.project.code, read.value, momentOf(c))
    } catch (error) {
      if (!isStale(error)) throw error
      const form = staleForm(read.typed, descriptionOf((await viewOf(c)).project))
      return formAgain(c, form, 409, <DescriptionPage {...page} form={form} />)
    }
    if (isAutosave(c)) return sayRevision(c, read.value.revision)
    say(c, 'Uraian proyek disimpan.')
    return c.redirect(`/proyek/${view.project.code}`, 303)
  })
