import type { Context } from 'hono'
import { blankForm, type Form } from '#kit/form.ts'
import { conflict, forbidden } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { mustBe } from './assessment.ts'
import { choiceFault, choosable } from './choice.ts'
import { choiceForm, tieForm } from './forms.ts'
import { decideAssessment, ruleTie } from './life-commands.ts'
import { AssessmentPage } from './pages/assessment-page.tsx'
import { ChoicePage, TiePage } from './pages/decision-pages.tsx'
import { isUncovered } from './panel.ts'
import { type AssessmentView, type CompetitionSide, viewAssessment, withSide } from './view.ts'

const idOf = (c: Context<Web>) => c.req.param('id') ?? ''

/**
 * The view for whoever decides, once there is something to decide on. What was typed comes back even where somebody
 * else has decided meanwhile (`isAgain`).
 */
async function deciding(c: Context<Web>, isAgain = false): Promise<AssessmentView> {
  const view = await viewAssessment(c.var.db, c.var.actor, idOf(c), c.var.today)
  if (!view.may('decide')) throw forbidden()
  if (isAgain) return view
  mustBe(view.assessment, 'open')
  if (!isUncovered(view.panel)) throw conflict('Masih ada lembar penilaian yang belum dikirim.')
  return view
}

const back = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(`/penilaian/${idOf(c)}`, 303)
}

/** The page of an assessment, the order of equals and the choice; what the competition says comes from above. */
export const decisionRoutes = (side: CompetitionSide) => {
  const choosing = async (c: Context<Web>, isAgain = false) => {
    const view = await withSide(await deciding(c, isAgain), side, c.var)
    const among = choosable(view.ranking ?? [], view.projects)
    const ids = among.map(({ projectId }) => projectId)
    return { view, among, eligibility: await side.eligibilityOf(c.var.db, ids, c.var.today) }
  }
  return routes()
    .get('/penilaian/:id', signedIn, async (c) => {
      const view = await viewAssessment(c.var.db, c.var.actor, idOf(c), c.var.today)
      return c.render(<AssessmentPage view={await withSide(view, side, c.var)} />)
    })
    .get('/penilaian/:id/urutan', signedIn, async (c) =>
      c.render(<TiePage view={await deciding(c)} form={blankForm()} />),
    )
    .post('/penilaian/:id/urutan', signedIn, async (c) => {
      const read = await readPosted(c, tieForm)
      if (!read.ok) return c.render(<TiePage view={await deciding(c)} form={read.form} />, read.status)
      try {
        await ruleTie(c.var.db, c.var.actor, idOf(c), read.value, momentOf(c))
        return back(c, 'Urutan dicatat.')
      } catch (error) {
        const { form, status } = refusedForm(error, read.typed, { field: 'project_id' })
        return c.render(<TiePage view={await deciding(c, true)} form={form} />, status)
      }
    })
    .get('/penilaian/:id/putusan', signedIn, async (c) => {
      const page = await choosing(c)
      return c.render(<ChoicePage {...page} form={blankForm({ revision: String(page.view.assessment.revision) })} />)
    })
    .post('/penilaian/:id/putusan', signedIn, async (c) => {
      const read = await readPosted(c, choiceForm)
      const again = async (form: Form) => <ChoicePage {...(await choosing(c))} form={form} />
      if (!read.ok) return c.render(await again(read.form), read.status)
      try {
        await decideAssessment(c.var.db, c.var.actor, idOf(c), read.value, momentOf(c), side)
        return back(c, 'Putusan dicatat. Agen dan atasannya diberi tahu.')
      } catch (error) {
        const page = await choosing(c, true)
        const fault = choiceFault(page.among, read.value, page.eligibility.get(read.value.projectId))
        const stored = { revision: String(page.view.assessment.revision) }
        const { form, status } = refusedForm(error, read.typed, { field: fault?.field ?? 'departure', stored })
        return c.render(<ChoicePage {...page} form={form} />, status)
      }
    })
}
