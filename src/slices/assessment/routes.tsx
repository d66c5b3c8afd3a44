import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { blankForm, readForm } from '#kit/form.ts'
import { forbidden, notFound, stale } from '#kit/refusal.ts'
import { namesOf } from '#people'
import { listProgrammes } from '#programme'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { mustBe } from './assessment.ts'
import { beginAssessment } from './commands.ts'
import { closeForm, newAssessmentForm, openForm } from './forms.ts'
import { assessmentAt } from './held.ts'
import { closeAssessment, openAssessment } from './life-commands.ts'
import { openWords } from './pages/assessment-page.tsx'
import { ReasonPage } from './pages/decision-pages.tsx'
import { AssessmentListPage, NewAssessmentPage } from './pages/list-pages.tsx'
import { MarksPage } from './pages/marks-page.tsx'
import { rubricChoices } from './pages/take-rubric-page.tsx'
import { visibleTo } from './panel.ts'
import { mayBegin } from './policy.ts'
import { usualRubric } from './ready-rubrics.ts'
import { listRubrics } from './rubric-store.ts'
import { listPastSheets, listSubmitted } from './sheet-store.ts'
import { listAnnounced, listAssessments, listLetters } from './store.ts'
import { viewAssessment } from './view.ts'

const idOf = (c: Context<Web>) => c.req.param('id') ?? ''
const pathOf = (c: Context<Web>) => `/penilaian/${idOf(c)}`
const viewOf = (c: Context<Web>) => viewAssessment(c.var.db, c.var.actor, idOf(c), c.var.today)

const optionsOf = async (c: Context<Web>) => ({
  programmes: (await listProgrammes(c.var.db)).map(({ id, name }) => ({ value: id, label: name })),
  rubrics: rubricChoices(await listRubrics(c.var.db)),
})

const back = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(pathOf(c), 303)
}

async function closing(c: Context<Web>, form = blankForm()) {
  const { assessment } = await assessmentAt(c.var.db, c.var.actor, idOf(c), 'prepare')
  return (
    <ReasonPage
      form={form}
      title="Tutup penilaian tanpa pilihan"
      lead="Penilaian yang ditutup tidak dapat dibuka lagi. Lembar yang sudah dikirim tetap tersimpan."
      label="Alasan"
      act="Tutup penilaian"
      action={`${pathOf(c)}/tutup`}
      back={{ path: pathOf(c), label: assessment.title }}
    />
  )
}

/** Assessments from their list to their minutes. */
export const assessmentRoutes = routes()
  .get('/penilaian', signedIn, async (c) => {
    const { db, actor } = c.var
    const [rows, letters] = [await listAssessments(db, actor), await listLetters(db, actor)]
    const [announced, past] = [await listAnnounced(db), await listPastSheets(db, actor)]
    return c.render(<AssessmentListPage {...{ rows, letters, announced, past }} mayBegin={mayBegin(actor)} />)
  })
  .get('/penilaian/baru', signedIn, async (c) => {
    if (!mayBegin(c.var.actor)) throw forbidden()
    const form = blankForm({ id: randomUUIDv7(), rubric: usualRubric })
    return c.render(<NewAssessmentPage form={form} {...(await optionsOf(c))} />)
  })
  .post('/penilaian', signedIn, async (c) => {
    const read = await readPosted(c, newAssessmentForm)
    if (!read.ok) return c.render(<NewAssessmentPage form={read.form} {...(await optionsOf(c))} />, read.status)
    await beginAssessment(c.var.db, c.var.actor, read.value, momentOf(c))
    say(c, 'Penilaian disiapkan. Periksa rubriknya, lalu tunjuk penilai.')
    return c.redirect(`/penilaian/${read.value.id}`, 303)
  })
  .get('/penilaian/:id/buka', signedIn, async (c) => {
    const { assessment } = await assessmentAt(c.var.db, c.var.actor, idOf(c), 'prepare')
    mustBe(assessment, 'preparing')
    return c.render(
      <ConfirmPage
        action={c.req.path}
        act="Buka penilaian"
        question="Buka penilaian ini?"
        back={pathOf(c)}
        hidden={{ revision: String(assessment.revision) }}
        isBinding
      >
        <p>{openWords}</p>
      </ConfirmPage>,
    )
  })
  .post('/penilaian/:id/buka', signedIn, async (c) => {
    const read = readForm(openForm, await readTyped(c))
    if (!read.ok) throw stale()
    await openAssessment(c.var.db, c.var.actor, idOf(c), momentOf(c), read.value.revision)
    return back(c, 'Penilaian dibuka. Penilai melihat lembarnya di Beranda.')
  })
  .get('/penilaian/:id/tutup', signedIn, async (c) => c.render(await closing(c)))
  .post('/penilaian/:id/tutup', signedIn, async (c) => {
    const read = await readPosted(c, closeForm)
    if (!read.ok) return c.render(await closing(c, read.form), read.status)
    await closeAssessment(c.var.db, c.var.actor, idOf(c), read.value.reason, momentOf(c))
    return back(c, 'Penilaian ditutup tanpa pilihan.')
  })

  .get('/penilaian/:id/peringkat/:code', signedIn, async (c) => {
    const view = await viewOf(c)
    const project = view.projects.find(({ code }) => code === c.req.param('code'))
    if (!project) throw notFound()
    if (!visibleTo(view.panel, view.personId).includes(project.id))
      throw forbidden('Nilai proyek ini belum dapat dilihat: belum semua lembar dikirim.')
    const sheets = await listSubmitted(c.var.db, view.assessment.id, [project.id])
    const names = await namesOf(c.var.db, [...view.names.keys(), ...sheets.map(({ judgeId }) => judgeId)])
    return c.render(<MarksPage view={{ ...view, names }} project={project} sheets={sheets} />)
  })
