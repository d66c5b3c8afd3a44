import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { blankForm, refuseField } from '#kit/form.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { idInPath, readPosted } from '#web/typed.ts'
import { returnReport, verifyReport } from './commands.ts'
import { returnEvidence, verifyEvidence, withdrawEvidence } from './evidence-commands.ts'
import { returnForm } from './forms.ts'
import { ReturnPage } from './pages/return-page.tsx'
import { itemOf, lineOf } from './view.ts'

/** The report or evidence of this address, on the page of its activity. */
async function itemIn(c: Context<Web>) {
  const view = await lineOf(c)
  const item = await itemOf(c.var.db, view.projectId, idInPath(c))
  const thing = item.kind === 'report' ? item.report : item.evidence
  if (thing.lineId !== view.activity.lineId) throw notFound()
  return { view, item, thing }
}

export const decisionRoutes = routes()
  .post('/proyek/:code/laporan/:lineId/:id/verifikasi', signedIn, async (c) => {
    const { view, item } = await itemIn(c)
    const verify = item.kind === 'report' ? verifyReport : verifyEvidence
    await verify(c.var.db, c.var.actor, view.code, item.id, momentOf(c))
    say(c, item.kind === 'report' ? 'Laporan diverifikasi.' : 'Eviden diverifikasi.')
    return c.redirect(view.path, 303)
  })
  .get('/proyek/:code/laporan/:lineId/:id/kembalikan', signedIn, async (c) => {
    const { view, item, thing } = await itemIn(c)
    if (!view.mayJudge(thing)) throw forbidden()
    return c.render(<ReturnPage view={view} item={item} form={blankForm({ follow_up_id: randomUUIDv7() })} />)
  })
  .post('/proyek/:code/laporan/:lineId/:id/kembalikan', signedIn, async (c) => {
    const { view, item } = await itemIn(c)
    const read = await readPosted(c, returnForm)
    if (!read.ok) return c.render(<ReturnPage view={view} item={item} form={read.form} />, read.status)
    const sendBack = item.kind === 'report' ? returnReport : returnEvidence
    const { remark, asFollowUp, dueOn, followUpId } = read.value
    if (asFollowUp && dueOn !== null && dueOn < c.var.today) {
      const form = refuseField(read.typed, 'due_on', 'Batas waktu tidak boleh sebelum hari ini.')
      return c.render(<ReturnPage view={view} item={item} form={form} />, 422)
    }
    const asked = asFollowUp && dueOn !== null && followUpId !== null ? { id: followUpId, dueOn } : null
    await sendBack(c.var.db, c.var.actor, view.code, item.id, remark, momentOf(c), asked)
    say(c, 'Dikembalikan kepada agen dengan catatan Anda.')
    return c.redirect(view.path, 303)
  })
  .get('/proyek/:code/laporan/:lineId/:id/tarik', signedIn, async (c) => {
    const { view, item, thing } = await itemIn(c)
    if (item.kind !== 'evidence' || !view.mayWithdraw(thing)) throw forbidden()
    return c.render(
      <ConfirmPage action={c.req.path} act="Tarik eviden" question="Tarik eviden ini?" back={view.path}>
        <p>
          {item.evidence.name} tidak lagi menjadi eviden kegiatan {view.number}. Berkasnya dihapus dan tidak dapat
          dikembalikan. Laporan yang menyertainya tetap ada.
        </p>
      </ConfirmPage>,
    )
  })
  .post('/proyek/:code/laporan/:lineId/:id/tarik', signedIn, async (c) => {
    const { view, item } = await itemIn(c)
    if (item.kind !== 'evidence') throw notFound()
    await withdrawEvidence(c.var.db, c.var.actor, view.code, item.id, momentOf(c))
    say(c, 'Eviden ditarik.')
    return c.redirect(view.path, 303)
  })
