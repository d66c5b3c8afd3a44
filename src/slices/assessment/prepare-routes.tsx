import type { Context } from 'hono'
import { asTyped } from '#kit/decimal.ts'
import { blankForm, type Typed } from '#kit/form.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { type Assessment, mustBe } from './assessment.ts'
import { chooseProjects, chooseSharing, listAssessable } from './commands.ts'
import { mostCriteria, projectsForm, rubricForm, sharingForm, spareRows, takeRubricForm } from './forms.ts'
import { assessmentAt } from './held.ts'
import { ProjectsPage, RubricPage } from './pages/prepare-pages.tsx'
import { SharingPage } from './pages/sharing-page.tsx'
import { TakeRubricPage } from './pages/take-rubric-page.tsx'
import { listJudges } from './panel-store.ts'
import type { Criterion } from './rubric.ts'
import { reviseRubric, takeRubric } from './rubric-commands.ts'
import { listCriteria, listRubrics } from './rubric-store.ts'

const idOf = (c: Context<Web>) => c.req.param('id') ?? ''

/** The assessment of this address while whoever runs the programme prepares it. */
async function preparing(c: Context<Web>) {
  const seen = await assessmentAt(c.var.db, c.var.actor, idOf(c), 'prepare')
  mustBe(seen.assessment, 'preparing')
  return seen
}

/** The rubric as its form shows it. */
const typedRubric = ({ title, rubricName, revision }: Assessment, criteria: Criterion[]): Record<string, string> => ({
  title,
  rubric_name: rubricName,
  revision: String(revision),
  ...Object.fromEntries(
    Array.from({ length: mostCriteria }, (_, at) => criteria[at]).flatMap((criterion, at) => [
      [`name_${at + 1}`, criterion?.name ?? ''],
      [`about_${at + 1}`, criterion?.description ?? ''],
      [`weight_${at + 1}`, criterion?.weight ? asTyped(criterion.weight) : ''],
      [`min_${at + 1}`, asTyped(criterion?.minMark ?? '0')],
      [`max_${at + 1}`, asTyped(criterion?.maxMark ?? '100')],
      [`tie_${at + 1}`, String(criterion?.tieOrder ?? '')],
      [`levels_${at + 1}`, (criterion?.levels ?? []).map(({ from, words }) => `${asTyped(from)}: ${words}`).join('\n')],
      [`below_${at + 1}`, asTyped(criterion?.commentBelow ?? '')],
      [`above_${at + 1}`, asTyped(criterion?.commentAbove ?? '')],
    ]),
  ),
})

/** As many rows as are filled, and some to spare. */
const rowsOf = (typed: Typed) => {
  const rows = Array.from({ length: mostCriteria }, (_, at) => at + 1)
  return Math.min(mostCriteria, Math.max(0, ...rows.filter((row) => typed[`name_${row}`])) + spareRows)
}

/** The assessment with what decides how it is shared out. */
async function sharing(c: Context<Web>) {
  const { assessment, projects } = await preparing(c)
  return { assessment, projects: projects.length, judges: (await listJudges(c.var.db, assessment.id)).length }
}

const typedSharing = ({ perProject, revision }: Assessment) => ({
  revision: String(revision),
  way: perProject === null ? 'all' : 'some',
  per_project: String(perProject ?? ''),
})

const back = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(`/penilaian/${idOf(c)}`, 303)
}

/** What is settled before an assessment is opened: rubric, projects, judges. */
export const prepareRoutes = routes()
  .get('/penilaian/:id/rubrik', signedIn, async (c) => {
    const { assessment } = await preparing(c)
    const typed = typedRubric(assessment, await listCriteria(c.var.db, assessment.id))
    return c.render(<RubricPage assessment={assessment} form={blankForm(typed)} rows={rowsOf(typed)} />)
  })
  .post('/penilaian/:id/rubrik', signedIn, async (c) => {
    const { assessment } = await preparing(c)
    const read = await readPosted(c, rubricForm)
    if (!read.ok)
      return c.render(<RubricPage {...{ assessment, form: read.form, rows: rowsOf(read.typed) }} />, read.status)
    try {
      await reviseRubric(c.var.db, c.var.actor, assessment.id, read.value, momentOf(c))
      return back(c, 'Rubrik disimpan.')
    } catch (error) {
      const stored = typedRubric(assessment, await listCriteria(c.var.db, assessment.id))
      const { form, status } = refusedForm(error, read.typed, { field: 'title', stored })
      return c.render(<RubricPage {...{ assessment, form, rows: rowsOf(read.typed) }} />, status)
    }
  })

  .get('/penilaian/:id/rubrik/pilih', signedIn, async (c) => {
    const { assessment } = await preparing(c)
    const form = blankForm({ revision: String(assessment.revision) })
    return c.render(<TakeRubricPage {...{ assessment, form }} used={await listRubrics(c.var.db)} />)
  })
  .post('/penilaian/:id/rubrik/pilih', signedIn, async (c) => {
    const { assessment } = await preparing(c)
    const read = await readPosted(c, takeRubricForm)
    const used = await listRubrics(c.var.db)
    if (!read.ok) return c.render(<TakeRubricPage {...{ assessment, form: read.form, used }} />, read.status)
    try {
      await takeRubric(c.var.db, c.var.actor, assessment.id, read.value, momentOf(c))
      return back(c, 'Rubrik diganti. Periksa bobotnya sebelum penilaian dibuka.')
    } catch (error) {
      const stored = { revision: String(assessment.revision) }
      const { form, status } = refusedForm(error, read.typed, { field: 'key', stored })
      return c.render(<TakeRubricPage {...{ assessment, form, used }} />, status)
    }
  })

  .get('/penilaian/:id/proyek', signedIn, async (c) => {
    const { assessment, projects: chosen } = await preparing(c)
    const { db, actor, today } = c.var
    const projects = await listAssessable(db, actor, assessment.programmeId, today)
    const form = blankForm({ revision: String(assessment.revision), project_ids: chosen.map(({ id }) => id) })
    return c.render(<ProjectsPage {...{ assessment, form, projects }} />)
  })
  .post('/penilaian/:id/proyek', signedIn, async (c) => {
    const { assessment } = await preparing(c)
    const { db, actor, today } = c.var
    const projects = await listAssessable(db, actor, assessment.programmeId, today)
    const read = await readPosted(c, projectsForm)
    if (!read.ok) return c.render(<ProjectsPage {...{ assessment, form: read.form, projects }} />, read.status)
    try {
      await chooseProjects(db, actor, assessment.id, read.value, momentOf(c))
      return back(c, 'Proyek yang dinilai disimpan.')
    } catch (error) {
      const stored = { revision: String(assessment.revision) }
      const { form, status } = refusedForm(error, read.typed, { field: 'project_ids', stored })
      return c.render(<ProjectsPage {...{ assessment, form, projects }} />, status)
    }
  })

  .get('/penilaian/:id/pembagian', signedIn, async (c) => {
    const { assessment, ...page } = await sharing(c)
    return c.render(<SharingPage {...{ assessment, ...page }} form={blankForm(typedSharing(assessment))} />)
  })
  .post('/penilaian/:id/pembagian', signedIn, async (c) => {
    const { assessment, ...page } = await sharing(c)
    const read = await readPosted(c, sharingForm)
    if (!read.ok) return c.render(<SharingPage {...{ assessment, ...page }} form={read.form} />, read.status)
    try {
      await chooseSharing(c.var.db, c.var.actor, assessment.id, read.value, momentOf(c))
      return back(c, 'Pembagian lembar disimpan.')
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'way', stored: typedSharing(assessment) })
      return c.render(<SharingPage {...{ assessment, ...page }} form={form} />, status)
    }
  })
