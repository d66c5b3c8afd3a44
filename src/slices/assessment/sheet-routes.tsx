import type { Context } from 'hono'
import { stands } from '#kit/actor.ts'
import { asTyped } from '#kit/decimal.ts'
import { blankForm, type Form, type Typed } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { isId } from '#kit/text.ts'
import { namesOf } from '#people'
import { isAutosave, sayRevision, sayWrong } from '#web/autosave/answers.ts'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { mustBe } from './assessment.ts'
import { commentField, conflictForm, declarationForm, markField, sheetForm } from './forms.ts'
import { ownSheetAt } from './own-view.ts'
import { ReasonPage } from './pages/decision-pages.tsx'
import { MarksTable } from './pages/marks-page.tsx'
import { DeclarationPage, SheetPage } from './pages/sheet-page.tsx'
import { VersionsPage } from './pages/versions-page.tsx'
import { keptInWords } from './pages/words.ts'
import { listAssessed } from './panel-store.ts'
import { readsVersions } from './policy.ts'
import { type PublicSideOf, readingOf } from './reading-view.ts'
import type { Criterion } from './rubric.ts'
import { listCriteria } from './rubric-store.ts'
import type { Comments, Marks, Scoresheet, TypedMarks } from './scoresheet.ts'
import { declareConflict, declareNoConflict, saveMarks, submitSheet } from './sheet-commands.ts'
import { findSheet, listMarked, listVersions } from './sheet-store.ts'
import { findAssessment } from './store.ts'

const at = (c: Context<Web>) => ({ id: c.req.param('id') ?? '', code: c.req.param('code') ?? '' })
const sheetPath = (c: Context<Web>) => `/penilaian/${at(c).id}/lembar/${at(c).code}`

/** The judge's own place: assessment, project, rubric, and the sheet once it is begun. */
async function ownOf(c: Context<Web>) {
  const { db, actor, today } = c.var
  const own = await ownSheetAt(db, actor, at(c).id, at(c).code, today)
  const { sheet, assessment } = own
  const held = sheet ? await listMarked(db, sheet) : { criteria: await listCriteria(db, assessment.id), ...nothing }
  return { ...own, ...held }
}

const nothing: Held = { marks: new Map(), comments: new Map() }

/** The sheet that is or was the actor's own, whatever became of its judge since; 404 where there is none. */
async function keptOf(c: Context<Web>) {
  const { db, actor } = c.var
  const { id, code } = at(c)
  const assessment = isId(id) ? await findAssessment(db, id) : undefined
  const project = assessment && (await listAssessed(db, id, code))[0]
  const whose = { assessmentId: id, projectId: project?.id ?? '', judgeId: actor.personId ?? '' }
  const sheet = project && actor.personId !== null ? await findSheet(db, whose) : undefined
  if (!assessment || !project || !sheet || !readsVersions(actor, sheet)) throw notFound()
  return { assessment, project, sheet }
}

type Held = { marks: Marks; comments: Comments }

const typedSheet = (criteria: Criterion[], sheet: Scoresheet, { marks, comments }: Held): Record<string, string> => ({
  revision: String(sheet.revision),
  note: sheet.note,
  ...Object.fromEntries(criteria.map((criterion) => [markField(criterion), asTyped(marks.get(criterion.id) ?? '')])),
  ...Object.fromEntries(criteria.map((criterion) => [commentField(criterion), comments.get(criterion.id) ?? ''])),
})

/** What the page of a sheet shows besides its form, and under whose account it saves itself. */
const shownOf = (c: Context<Web>, { revision }: Scoresheet, { marks }: Held) => ({
  marks,
  hasVersions: revision > 1,
  autosave: c.var.actor.accountId,
})

/** The fields of which nothing could be kept as it was typed. */
const unkeptFields = (criteria: Criterion[], { unkept, note }: TypedMarks): string[] => [
  ...criteria.filter(({ id }) => unkept.includes(id)).flatMap((one) => [markField(one), commentField(one)]),
  ...(note === null ? ['note'] : []),
]

/**
 * The form without what is stored for these fields. A save whose answer got lost comes once more, and differs from what
 * it left behind in what could not be kept: that is nobody else's change.
 */
const withoutTheirs = (form: Form, names: readonly string[]): Form =>
  form.theirs
    ? { ...form, theirs: Object.fromEntries(Object.entries(form.theirs).filter(([name]) => !names.includes(name))) }
    : form

async function declarationPage(c: Context<Web>, form = blankForm()) {
  const { assessment, project } = await ownOf(c)
  const names = await namesOf(c.var.db, [...project.agentIds, ...project.memberIds])
  return <DeclarationPage {...{ assessment, project, form }} people={[...names.values()]} />
}

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

/** A judge's own sheets; what everybody may read of a project is drawn by the slice above that shows it. */
export const sheetRoutes = (publicSideOf: PublicSideOf) => {
  /** Only after the declaration: before it, no text of the project is asked for. */
  const read = (c: Context<Web>) => readingOf(c.var.db, c.var.actor, at(c).code, publicSideOf)

  /** The sheet once more, with what is wrong in it; `formOf` is given what is stored. */
  async function again(c: Context<Web>, formOf: (stored: Typed) => { form: Form; status: 409 | 422 }) {
    const { sheet, criteria, assessment, project, ...held } = await ownOf(c)
    if (!sheet) return c.render(await declarationPage(c), 422)
    const { form, status } = formOf(typedSheet(criteria, sheet, held))
    if (isAutosave(c)) return sayWrong(c, form, status)
    const page = { assessment, project, criteria, form, ...shownOf(c, sheet, held) }
    return c.render(<SheetPage {...page} reading={await read(c)} />, status)
  }

  return routes()
    .get('/penilaian/:id/lembar/:code', signedIn, async (c) => {
      const { sheet, criteria, assessment, project, ...held } = await ownOf(c)
      if (sheet?.submittedAt) return c.redirect(`/penilaian/${assessment.id}/peringkat/${project.code}`, 303)
      mustBe(assessment, 'open')
      if (!sheet) return c.render(await declarationPage(c))
      const form = blankForm(typedSheet(criteria, sheet, held))
      const page = { assessment, project, criteria, ...shownOf(c, sheet, held) }
      return c.render(<SheetPage {...page} reading={await read(c)} form={form} />)
    })
    .post('/penilaian/:id/lembar/:code/pernyataan', signedIn, async (c) => {
      const posted = await readPosted(c, declarationForm)
      if (!posted.ok) return c.render(await declarationPage(c, posted.form), posted.status)
      const { id, code } = at(c)
      await declareNoConflict(c.var.db, c.var.actor, id, code, momentOf(c))
      return c.redirect(sheetPath(c), 303)
    })
    .get('/penilaian/:id/lembar/:code/benturan', signedIn, async (c) => c.render(await conflictPage(c)))
    .post('/penilaian/:id/lembar/:code/benturan', signedIn, async (c) => {
      const read = await readPosted(c, conflictForm)
      if (!read.ok) return c.render(await conflictPage(c, read.form), read.status)
      const { id, code } = at(c)
      try {
        await declareConflict(c.var.db, c.var.actor, id, code, read.value.reason, momentOf(c))
      } catch (error) {
        const { form, status } = refusedForm(error, read.typed, { field: 'reason' })
        return c.render(await conflictPage(c, form), status)
      }
      say(c, 'Benturan kepentingan dicatat. Anda tidak menilai proyek itu.')
      return c.redirect(`/penilaian/${id}`, 303)
    })
    .post('/penilaian/:id/lembar/:code', signedIn, async (c) => {
      const { id, code } = at(c)
      const criteria = isId(id) ? await listCriteria(c.var.db, id) : []
      const posted = await readPosted(c, sheetForm(criteria))
      if (!posted.ok) return again(c, () => ({ form: posted.form, status: 422 }))
      const { errors, revision, act } = posted.value
      try {
        await saveMarks(c.var.db, c.var.actor, id, code, posted.value, momentOf(c))
      } catch (error) {
        return again(c, (stored) => {
          const { form, status } = refusedForm(error, posted.typed, { field: 'note', stored })
          const own = isAutosave(c) ? unkeptFields(criteria, posted.value) : []
          return { form: { ...withoutTheirs(form, own), errors: { ...errors, ...form.errors } }, status }
        })
      }
      if (Object.keys(errors).length > 0) {
        const values = { ...posted.typed, revision: String(revision + 1) }
        const kept = keptInWords(criteria, posted.value)
        return again(c, () => ({ form: { values, errors, kept }, status: 422 }))
      }
      if (isAutosave(c)) return sayRevision(c, revision)
      if (act === 'send') return c.redirect(`${sheetPath(c)}/kirim`, 303)
      say(c, 'Draf disimpan.')
      return c.redirect(sheetPath(c), 303)
    })
    .get('/penilaian/:id/lembar/:code/versi', signedIn, async (c) => {
      const { sheet, assessment, project } = await keptOf(c)
      const criteria = await listCriteria(c.var.db, assessment.id)
      const versions = await listVersions(c.var.db, sheet.id)
      const isSeated = stands(c.var.actor, 'judge', assessment.id)
      return c.render(<VersionsPage {...{ assessment, project, criteria, versions, isSeated }} />)
    })
    .get('/penilaian/:id/lembar/:code/kirim', signedIn, async (c) => {
      const { sheet, criteria, project, marks, comments } = await ownOf(c)
      if (!sheet || sheet.submittedAt) return c.redirect(sheetPath(c), 303)
      const { judgeId, projectId, note, submittedAt } = sheet
      const own = { judgeId, projectId, note, submittedAt, marks, comments }
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
}
