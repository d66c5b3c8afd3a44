import { forbidden } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { momentOf, routes, signedIn } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { idInPath } from '#web/typed.ts'
import { returnReport, verifyReport } from './commands.ts'
import { ReturnPage } from './pages/return-page.tsx'
import { blankReturn, readReturn } from './return-view.ts'
import { type LineView, lineOf, reportOf } from './view.ts'

/** What the page says that asks why a report is sent back. */
const ofReport = (view: LineView, id: string) => ({
  title: 'Kembalikan laporan',
  lead: `${view.number} ${view.activity.title}`,
  breadcrumbs: [
    { path: `/proyek/${view.code}/laporan`, label: 'Kemajuan' },
    { path: view.path, label: `Kegiatan ${view.number}` },
  ],
  action: `${view.path}/${id}/kembalikan`,
  back: view.path,
})

export const decisionRoutes = routes()
  .post('/proyek/:code/laporan/:lineId/:id/verifikasi', signedIn, async (c) => {
    const view = await lineOf(c)
    const { id } = await reportOf(c.var.db, view, idInPath(c))
    await verifyReport(c.var.db, c.var.actor, view.code, id, momentOf(c))
    say(c, 'Laporan diverifikasi.')
    return c.redirect(view.path, 303)
  })
  .get('/proyek/:code/laporan/:lineId/:id/kembalikan', signedIn, async (c) => {
    const view = await lineOf(c)
    const report = await reportOf(c.var.db, view, idInPath(c))
    if (!view.mayJudge(report)) throw forbidden()
    return c.render(<ReturnPage {...ofReport(view, report.id)} form={blankReturn()} />)
  })
  .post('/proyek/:code/laporan/:lineId/:id/kembalikan', signedIn, async (c) => {
    const view = await lineOf(c)
    const { id } = await reportOf(c.var.db, view, idInPath(c))
    const read = await readReturn(c)
    if (!read.ok) return c.render(<ReturnPage {...ofReport(view, id)} form={read.form} />, read.status)
    try {
      await returnReport(c.var.db, c.var.actor, view.code, id, read.remark, momentOf(c), read.asked)
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'remark' })
      return c.render(<ReturnPage {...ofReport(view, id)} form={form} />, status)
    }
    say(c, 'Dikembalikan kepada agen dengan catatan Anda.')
    return c.redirect(view.path, 303)
  })
