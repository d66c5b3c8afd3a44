import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { blankForm, refuseField } from '#kit/form.ts'
import { forbidden } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { reasonForm, returnForm } from './forms.ts'
import {
  approvePlan,
  returnPlan,
  revisePlan,
  stopProject,
  submitPlan,
  verifyPlan,
  withdrawPlan,
} from './gate-commands.ts'
import { ReturnPage, RevisePage, StopPage } from './pages/one-question-page.tsx'
import { isOpenTo, type ProjectAct } from './policy.ts'
import { drawnFrom, viewOf } from './view.ts'

const back = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(`/proyek/${c.req.param('code')}`, 303)
}

/** The page that asks before an act, for whom the act is open now. */
async function asked(c: Context<Web>, act: ProjectAct) {
  const { project, plan } = await viewOf(c)
  if (!isOpenTo(c.var.actor, act, { ...project, plan }))
    throw forbidden('Langkah ini tidak terbuka bagi Anda sekarang.')
  return { project, form: blankForm({ follow_up_id: randomUUIDv7() }) }
}

export const gateRoutes = routes()
  .post('/proyek/:code/ajukan', signedIn, async (c) => {
    await submitPlan(c.var.db, c.var.actor, c.req.param('code'), await drawnFrom(c), momentOf(c))
    return back(c, 'Rencana diajukan kepada atasan.')
  })
  .post('/proyek/:code/tarik', signedIn, async (c) => {
    await withdrawPlan(c.var.db, c.var.actor, c.req.param('code'), momentOf(c))
    return back(c, 'Pengajuan ditarik. Rencana dapat diubah lagi.')
  })
  .post('/proyek/:code/setujui', signedIn, async (c) => {
    await approvePlan(c.var.db, c.var.actor, c.req.param('code'), momentOf(c), await drawnFrom(c))
    return back(c, 'Rencana disetujui dan diteruskan kepada sekretariat.')
  })
  .post('/proyek/:code/verifikasi', signedIn, async (c) => {
    await verifyPlan(c.var.db, c.var.actor, c.req.param('code'), momentOf(c), await drawnFrom(c))
    return back(c, 'Rencana diverifikasi. Langkah berikutnya paparan.')
  })
  .get('/proyek/:code/kembalikan', signedIn, async (c) => c.render(<ReturnPage {...(await asked(c, 'return'))} />))
  .post('/proyek/:code/kembalikan', signedIn, async (c) => {
    const { project } = await viewOf(c)
    const read = await readPosted(c, returnForm)
    if (!read.ok) return c.render(<ReturnPage project={project} form={read.form} />, read.status)
    const { note, asFollowUp, dueOn, followUpId } = read.value
    if (asFollowUp && dueOn !== null && dueOn < c.var.today) {
      const form = refuseField(read.typed, 'due_on', 'Batas waktu tidak boleh sebelum hari ini.')
      return c.render(<ReturnPage project={project} form={form} />, 422)
    }
    const followUp = asFollowUp && dueOn !== null ? { id: followUpId, dueOn } : null
    try {
      await returnPlan(c.var.db, c.var.actor, project.code, note, momentOf(c), followUp)
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'note' })
      return c.render(<ReturnPage project={project} form={form} />, status)
    }
    return back(c, 'Rencana dikembalikan kepada agen dengan catatan Anda.')
  })
  .get('/proyek/:code/versi-baru', signedIn, async (c) => c.render(<RevisePage {...(await asked(c, 'revise'))} />))
  .post('/proyek/:code/versi-baru', signedIn, async (c) => {
    const { project } = await viewOf(c)
    const read = await readPosted(c, reasonForm)
    if (!read.ok) return c.render(<RevisePage project={project} form={read.form} />, read.status)
    try {
      await revisePlan(c.var.db, c.var.actor, project.code, read.value.reason, momentOf(c))
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'reason' })
      return c.render(<RevisePage project={project} form={form} />, status)
    }
    return back(c, 'Versi baru dibuka. Ubah isinya, lalu ajukan.')
  })
  .get('/proyek/:code/hentikan', signedIn, async (c) => c.render(<StopPage {...(await asked(c, 'stop'))} />))
  .post('/proyek/:code/hentikan', signedIn, async (c) => {
    const { project } = await viewOf(c)
    const read = await readPosted(c, reasonForm)
    if (!read.ok) return c.render(<StopPage project={project} form={read.form} />, read.status)
    try {
      await stopProject(c.var.db, c.var.actor, project.code, read.value.reason, momentOf(c))
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'reason' })
      return c.render(<StopPage project={project} form={form} />, status)
    }
    return back(c, 'Proyek dihentikan.')
  })
