import type { Context } from 'hono'
import { blankForm } from '#kit/form.ts'
import { conflict, forbidden, notFound } from '#kit/refusal.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { mustBe } from './assessment.ts'
import { checkFinal } from './consensus.ts'
import { agreeFinal } from './consensus-commands.ts'
import { finalForm } from './forms.ts'
import { ConsensusPage } from './pages/consensus-page.tsx'
import { isUncovered, missingOf, stillOpen } from './panel.ts'
import { rangeOf } from './ranking.ts'
import { viewAssessment } from './view.ts'

/** The project on whose value the panel agrees, for whoever decides and once all sheets are in. */
async function agreeing(c: Context<Web>) {
  const view = await viewAssessment(c.var.db, c.var.actor, c.req.param('id') ?? '', c.var.today)
  const project = view.projects.find(({ code }) => code === c.req.param('code'))
  if (!project) throw notFound()
  if (!view.may('decide')) throw forbidden()
  mustBe(view.assessment, 'open')
  if (!isUncovered(view.panel)) throw conflict(stillOpen(missingOf(view.panel).length))
  checkFinal(view.ranking, project.id)
  const ranked = view.ranking?.find(({ projectId }) => projectId === project.id)
  if (!ranked) throw notFound()
  return { view, project, ranked }
}

/** The meeting in which the panel speaks about projects whose marks lie far apart. */
export const consensusRoutes = routes()
  .get('/penilaian/:id/nilai-akhir/:code', signedIn, async (c) =>
    c.render(<ConsensusPage {...(await agreeing(c))} form={blankForm()} />),
  )
  .post('/penilaian/:id/nilai-akhir/:code', signedIn, async (c) => {
    const page = await agreeing(c)
    const read = await readPosted(c, finalForm(rangeOf(page.view.criteria)))
    if (!read.ok) return c.render(<ConsensusPage {...page} form={read.form} />, read.status)
    const { id } = page.view.assessment
    const { code } = page.project
    await agreeFinal(c.var.db, c.var.actor, id, { code, ...read.value }, momentOf(c))
    say(c, 'Nilai akhir dicatat.')
    return c.redirect(`/penilaian/${id}/peringkat/${code}`, 303)
  })
