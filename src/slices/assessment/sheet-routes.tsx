import type { Context } from 'hono'
import { asTyped } from '#kit/decimal.ts'
import { blankForm } from '#kit/form.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { latestProgress } from '#progress'
import { findMatrix, findProject, listPlans } from '#project'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { mustBe } from './assessment.ts'
import { conflictForm, declarationForm, markField, sheetForm } from './forms.ts'
import { assessmentAt } from './held.ts'
import { ReasonPage } from './pages/decision-pages.tsx'
import { MarksTable } from './pages/marks-page.tsx'
import { DeclarationPage, type Reading, SheetPage } from './pages/sheet-page.tsx'
import type { Criterion } from './rubric.ts'
import type { Marks, Scoresheet } from './scoresheet.ts'
import { declareConflict, declareNoConflict, saveMarks, submitSheet } from './sheet-commands.ts'
import { findMarks } from './sheet-store.ts'
import { listCriteria } from './store.ts'
import { ownSheetOf } from './view.ts'

const at = (c: Context<Web>) => ({ id: c.req.param('id') ?? '', code: c.req.param('code') ?? '' })
const sheetPath = (c: Context<Web>) => `/penilaian/${at(c).id}/lembar/${at(c).code}`

/** The judge's own place: assessment, project, rubric, and the sheet once it is begun. */
async function ownOf(c: Context<Web>) {
  const { db, actor, today } = c.var
  const seen = await assessmentAt(db, actor, at(c).id, 'score')
  const own = await ownSheetOf(db, actor, seen, at(c).code, today)
  return { ...own, assessment: seen.assessment, criteria: await listCriteria(db, seen.assessment.id) }
}

/** What a judge reads of the project: its description, the plan that was agreed last, and how far it came. */
async function readingOf(c: Context<Web>): Promise<Reading> {
  const { db } = c.var
  const project = await findProject(db, at(c).code)
  const plans = project ? await listPlans(db, project.id) : []
  const plan = plans.findLast(({ state }) => state === 'agreed') ?? plans.at(-1)
  const { presentCondition = '', problem = '', wantedCondition = '' } = project ?? {}
  const reports = project ? await latestProgress(db, project.id) : []
  const counted = reports.filter(({ state }) => state !== 'returned')
  const reached = new Map(counted.map((report) => [report.lineId, report]))
  return { presentCondition, problem, wantedCondition, matrix: plan ? await findMatrix(db, plan.id) : [], reached }
}

const typedSheet = (criteria: Criterion[], sheet: Scoresheet, marks: Marks): Record<string, string> => ({
  revision: String(sheet.revision),
  note: sheet.note,
  ...Object.fromEntries(criteria.map((criterion) => [markField(criterion), asTyped(marks.get(criterion.id) ?? '')])),
})

async function conflictPage(c: Context<Web>, form = blankForm()) {
  const { assessment, project } = await ownOf(c)
  return (
    <ReasonPage
      form={form}
      title="Nyatakan benturan kepentingan"
      lead={`${project.title}. Setelah dinyatakan, Anda tidak menilai proyek ini dan draf Anda dihapus.`}
      label="Benturan kepentingan"
      act="Nyatakan dan tidak menilai"
      action={`${sheetPath(c)}/benturan`}
      back={{ path: `/penilaian/${assessment.id}`, label: assessment.title }}
    />
  )
}

/** A judge's own sheets. */
export const sheetRoutes = routes()
  .get('/penilaian/:id/lembar/:code', signedIn, async (c) => {
    const { sheet, criteria, assessment, project } = await ownOf(c)
    if (sheet?.submittedAt) return c.redirect(`/penilaian/${assessment.id}/peringkat/${project.code}`, 303)
    mustBe(assessment, 'open')
    const reading = await readingOf(c)
    if (!sheet) return c.render(<DeclarationPage {...{ assessment, project, reading }} form={blankForm()} />)
    const marks = await findMarks(c.var.db, sheet.id)
    const form = blankForm(typedSheet(criteria, sheet, marks))
    return c.render(<SheetPage {...{ assessment, project, reading, criteria, marks, form }} />)
  })
  .post('/penilaian/:id/lembar/:code/pernyataan', signedIn, async (c) => {
    const { assessment, project } = await ownOf(c)
    const read = await readPosted(c, declarationForm)
    if (!read.ok) {
      const page = { assessment, project, reading: await readingOf(c), form: read.form }
      return c.render(<DeclarationPage {...page} />, read.status)
    }
    await declareNoConflict(c.var.db, c.var.actor, assessment.id, project.code, momentOf(c))
    return c.redirect(sheetPath(c), 303)
  })
  .get('/penilaian/:id/lembar/:code/benturan', signedIn, async (c) => c.render(await conflictPage(c)))
  .post('/penilaian/:id/lembar/:code/benturan', signedIn, async (c) => {
    const read = await readPosted(c, conflictForm)
    if (!read.ok) return c.render(await conflictPage(c, read.form), read.status)
    const { id, code } = at(c)
    await declareConflict(c.var.db, c.var.actor, id, code, read.value.reason, momentOf(c))
    say(c, 'Benturan kepentingan dicatat. Anda tidak menilai proyek itu.')
    return c.redirect(`/penilaian/${id}`, 303)
  })
  .post('/penilaian/:id/lembar/:code', signedIn, async (c) => {
    const { sheet, criteria, assessment, project } = await ownOf(c)
    const read = await readPosted(c, sheetForm(criteria))
    const stored = sheet ? await findMarks(c.var.db, sheet.id) : new Map<string, string>()
    const page = { assessment, project, criteria, marks: stored }
    if (!read.ok) return c.render(<SheetPage {...page} reading={await readingOf(c)} form={read.form} />, read.status)
    try {
      await saveMarks(c.var.db, c.var.actor, assessment.id, project.code, read.value, momentOf(c))
    } catch (error) {
      const theirs = sheet ? typedSheet(criteria, sheet, stored) : {}
      const { form, status } = refusedForm(error, read.typed, { field: 'note', stored: theirs })
      return c.render(<SheetPage {...page} reading={await readingOf(c)} form={form} />, status)
    }
    if (read.value.act === 'send') return c.redirect(`${sheetPath(c)}/kirim`, 303)
    say(c, 'Draf disimpan.')
    return c.redirect(sheetPath(c), 303)
  })
  .get('/penilaian/:id/lembar/:code/kirim', signedIn, async (c) => {
    const { sheet, criteria, project } = await ownOf(c)
    if (!sheet || sheet.submittedAt) return c.redirect(sheetPath(c), 303)
    const { judgeId, projectId, note, submittedAt } = sheet
    const own = { judgeId, projectId, note, submittedAt, marks: await findMarks(c.var.db, sheet.id) }
    return c.render(
      <ConfirmPage
        action={c.req.path}
        act="Kirim nilai"
        question={`Kirim nilai untuk ${project.title}?`}
        back={sheetPath(c)}
      >
        <p>Setelah dikirim, nilai ini terkunci dan tidak dapat diubah.</p>
        <MarksTable criteria={criteria} sheets={[own]} names={new Map([[judgeId, 'Nilai Anda']])} />
      </ConfirmPage>,
    )
  })
  .post('/penilaian/:id/lembar/:code/kirim', signedIn, async (c) => {
    const { id, code } = at(c)
    await submitSheet(c.var.db, c.var.actor, id, code, momentOf(c))
    say(c, 'Nilai dikirim dan terkunci.')
    return c.redirect(`/penilaian/${id}`, 303)
  })
