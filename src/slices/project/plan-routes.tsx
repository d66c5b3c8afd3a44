import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { withComma } from '#kit/decimal.ts'
import { blankForm, readForm, staleForm, typedOf } from '#kit/form.ts'
import { isConflict, isStale, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { formAgain, isAutosave, sayRevision } from '#web/autosave/answers.ts'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { isOpen } from './action-plan.ts'
import { adviseOn } from './advice.ts'
import { goneIn, type MatrixLayout } from './columns.ts'
import { activityForm, initiativeForm, moveForm } from './forms.ts'
import { type Activity, activitiesOf, type Initiative, type Matrix } from './matrix.ts'
import {
  dropActivity,
  dropInitiative,
  editActivity,
  moveActivity,
  renameInitiative,
  writeActivity,
  writeInitiative,
} from './matrix-commands.ts'
import { ActivityPage } from './pages/activity-page.tsx'
import { InitiativePage } from './pages/one-question-page.tsx'
import { PlanPage } from './pages/plan-page.tsx'
import { listReturns } from './plan-store.ts'
import { isAdvised } from './policy.ts'
import { autosaveFor, layoutOf, type ProjectView, planOf, viewOf } from './view.ts'

const planPath = (c: Context<Web>) => `/proyek/${c.req.param('code')}/rencana`

const initiativeIn = (matrix: Matrix, id: string | undefined) => {
  const initiative = matrix.find((one) => one.id === id)
  if (!initiative) throw notFound()
  return initiative
}

const activityIn = (matrix: Matrix, id: string | undefined) => {
  const activity = activitiesOf(matrix).find((one) => one.id === id)
  if (!activity) throw notFound()
  return { activity, initiative: initiativeIn(matrix, activity.initiativeId) }
}

/** What every form of an activity shows around it. */
const pageOf = async (c: Context<Web>, { project, programme }: ProjectView, { title }: Initiative) => ({
  project,
  initiativeTitle: title,
  layout: await layoutOf(c.var.db, programme),
})

export const planRoutes = routes()
  .get('/proyek/:code/rencana', signedIn, async (c) => {
    const { view, plan, matrix } = await planOf(c)
    const returns = (await listReturns(c.var.db, view.project.id)).filter((row) => row.planId === plan.id)
    const layout = await layoutOf(c.var.db, view.programme)
    return c.render(<PlanPage {...{ view, plan, matrix, layout, returns }} actor={c.var.actor} zone={c.var.zone} />)
  })

  .get('/proyek/:code/rencana/program/baru', signedIn, async (c) => {
    const { project } = await viewOf(c)
    const form = blankForm({ id: randomUUIDv7() })
    return c.render(<InitiativePage {...{ project, form }} action={`${planPath(c)}/program`} isNew />)
  })
  .post('/proyek/:code/rencana/program', signedIn, async (c) => {
    const { project } = await viewOf(c)
    const read = await readPosted(c, initiativeForm)
    const action = `${planPath(c)}/program`
    if (!read.ok) return c.render(<InitiativePage {...{ project, action }} form={read.form} isNew />, read.status)
    await writeInitiative(c.var.db, c.var.actor, project.code, read.value.id, read.value.title, momentOf(c))
    return c.redirect(planPath(c), 303)
  })
  .get('/proyek/:code/rencana/program/:id', signedIn, async (c) => {
    const { view, matrix } = await planOf(c)
    const { id, title, revision } = initiativeIn(matrix, c.req.param('id'))
    const form = blankForm(typedOf({ id, title, revision }))
    return c.render(<InitiativePage project={view.project} form={form} action={c.req.path} isNew={false} />)
  })
  .post('/proyek/:code/rencana/program/:id', signedIn, async (c) => {
    const { view, matrix } = await planOf(c)
    initiativeIn(matrix, c.req.param('id'))
    const read = await readPosted(c, initiativeForm)
    const page = { project: view.project, action: c.req.path, isNew: false }
    if (!read.ok) return c.render(<InitiativePage {...page} form={read.form} />, read.status)
    try {
      await renameInitiative(c.var.db, c.var.actor, view.project.code, read.value, momentOf(c))
    } catch (error) {
      if (!isStale(error)) throw error
      const { title, revision } = initiativeIn((await planOf(c)).matrix, c.req.param('id'))
      return c.render(<InitiativePage {...page} form={staleForm(read.typed, typedOf({ title, revision }))} />, 409)
    }
    return c.redirect(planPath(c), 303)
  })
  .get('/proyek/:code/rencana/program/:id/hapus', signedIn, async (c) => {
    const { title, activities } = initiativeIn((await planOf(c)).matrix, c.req.param('id'))
    const page = { action: c.req.path, act: 'Hapus program', question: 'Hapus program ini?', back: planPath(c) }
    return c.render(
      <ConfirmPage {...page}>
        <p>
          {title} dan {activities.length} kegiatannya hilang dari rencana ini. Versi yang sudah ditetapkan tetap utuh.
        </p>
      </ConfirmPage>,
    )
  })
  .post('/proyek/:code/rencana/program/:id/hapus', signedIn, async (c) => {
    await dropInitiative(c.var.db, c.var.actor, c.req.param('code'), c.req.param('id'), momentOf(c))
    say(c, 'Program dan kegiatannya dihapus dari rencana.')
    return c.redirect(planPath(c), 303)
  })

  .get('/proyek/:code/rencana/program/:id/kegiatan/baru', signedIn, async (c) => {
    const { view, matrix } = await planOf(c)
    const initiative = initiativeIn(matrix, c.req.param('id'))
    const form = blankForm({ id: randomUUIDv7(), initiative_id: initiative.id })
    const page = { ...(await pageOf(c, view, initiative)), isNew: true }
    return c.render(<ActivityPage {...page} form={form} action={`${planPath(c)}/kegiatan`} />)
  })
  .post('/proyek/:code/rencana/kegiatan', signedIn, async (c) => {
    const { view, matrix } = await planOf(c)
    const read = await readPosted(c, activityForm)
    if (!read.ok) {
      const initiative = initiativeIn(matrix, String(read.typed.initiative_id))
      const page = { ...(await pageOf(c, view, initiative)), isNew: true }
      return c.render(<ActivityPage {...page} form={read.form} action={c.req.path} />, read.status)
    }
    const { id, initiativeId, revision: _, ...fields } = read.value
    try {
      await writeActivity(c.var.db, c.var.actor, view.project.code, { id, initiativeId, fields }, momentOf(c))
    } catch (error) {
      const page = { ...(await pageOf(c, view, initiativeIn(matrix, initiativeId))), isNew: true }
      const { form, status } = refusedForm(error, read.typed, { field: refusedAt(page.layout, fields) })
      return c.render(<ActivityPage {...page} form={form} action={c.req.path} />, status)
    }
    say(c, 'Kegiatan ditambahkan.')
    return c.redirect(`${planPath(c)}#kegiatan-${id}`, 303)
  })
  .get('/proyek/:code/rencana/kegiatan/:id', signedIn, async (c) => {
    const { view, matrix } = await planOf(c)
    const { activity, initiative } = activityIn(matrix, c.req.param('id'))
    const autosave = isOpen(view.plan) ? autosaveFor(c.var.actor, view) : null
    const page = { ...(await pageOf(c, view, initiative)), isNew: false, autosave }
    const isRead = isAdvised(c.var.actor, { ...view.project, plan: view.plan })
    const advice = isRead ? adviseOn(view.project, matrix, view.programme, page.layout) : []
    const form = blankForm(typedActivity(activity))
    return c.render(<ActivityPage {...{ ...page, form, advice }} action={c.req.path} />)
  })
  .post('/proyek/:code/rencana/kegiatan/:id', signedIn, async (c) => {
    const { view, matrix } = await planOf(c)
    const { initiative } = activityIn(matrix, c.req.param('id'))
    const about = { ...(await pageOf(c, view, initiative)), isNew: false, action: c.req.path }
    const page = { ...about, autosave: autosaveFor(c.var.actor, view) }
    const read = await readPosted(c, activityForm)
    if (!read.ok) return formAgain(c, read.form, read.status, <ActivityPage {...page} form={read.form} />)
    const { id: _, initiativeId: _i, revision, ...fields } = read.value
    try {
      const change = { id: c.req.param('id'), fields, revision }
      await editActivity(c.var.db, c.var.actor, view.project.code, change, momentOf(c))
    } catch (error) {
      // What saves itself has no field beside which to say that the whole plan is closed.
      if (isAutosave(c) && isConflict(error) && goneIn(page.layout.columns, fields.more).length === 0) throw error
      const { activity } = activityIn((await planOf(c)).matrix, c.req.param('id'))
      const said = { field: refusedAt(page.layout, fields), stored: typedActivity(activity) }
      const { form, status } = refusedForm(error, read.typed, said)
      return formAgain(c, form, status, <ActivityPage {...page} form={form} />)
    }
    if (isAutosave(c)) return sayRevision(c, revision)
    say(c, 'Kegiatan disimpan.')
    return c.redirect(`${planPath(c)}#kegiatan-${c.req.param('id')}`, 303)
  })
  .get('/proyek/:code/rencana/kegiatan/:id/hapus', signedIn, async (c) => {
    const { activity } = activityIn((await planOf(c)).matrix, c.req.param('id'))
    const page = { action: c.req.path, act: 'Hapus kegiatan', question: 'Hapus kegiatan ini?', back: planPath(c) }
    return c.render(
      <ConfirmPage {...page}>
        <p>{activity.title} hilang dari rencana ini. Versi yang sudah ditetapkan tetap utuh.</p>
      </ConfirmPage>,
    )
  })
  .post('/proyek/:code/rencana/kegiatan/:id/hapus', signedIn, async (c) => {
    await dropActivity(c.var.db, c.var.actor, c.req.param('code'), c.req.param('id'), momentOf(c))
    say(c, 'Kegiatan dihapus dari rencana.')
    return c.redirect(planPath(c), 303)
  })
  .post('/proyek/:code/rencana/kegiatan/:id/pindah', signedIn, async (c) => {
    const read = readForm(moveForm, await readTyped(c))
    if (!read.ok) throw notFound()
    await moveActivity(c.var.db, c.var.actor, c.req.param('code'), c.req.param('id'), read.value.step, momentOf(c))
    return c.redirect(`${planPath(c)}#kegiatan-${c.req.param('id')}`, 303)
  })

/** Where a refusal is said: beside what was typed in a column that is gone, else beside the name. */
const refusedAt = ({ columns }: MatrixLayout, { more }: Pick<Activity, 'more'>): string =>
  goneIn(columns, more)[0] ?? 'title'

const typedActivity = (activity: Activity) =>
  typedOf({
    id: activity.id,
    initiativeId: activity.initiativeId,
    revision: activity.revision,
    title: activity.title,
    output: activity.output,
    indicator: activity.indicator,
    indicatorUnit: activity.indicatorUnit,
    baseline: withComma(activity.baseline ?? ''),
    target: withComma(activity.target ?? ''),
    startsOn: activity.startsOn,
    endsOn: activity.endsOn,
    inCharge: activity.inCharge,
    parties: activity.parties,
    resources: activity.resources,
    risk: activity.risk,
    mitigation: activity.mitigation,
    areaCodes: activity.areaCodes,
    ...activity.more,
  })
