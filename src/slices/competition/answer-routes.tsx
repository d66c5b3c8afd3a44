import type { Context } from 'hono'
import { blankForm, type Form, refuseField, staleForm, typedOf } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { isStale, notFound } from '#kit/refusal.ts'
import { namesOf } from '#people'
import { formAgain, isAutosave, sayRevision } from '#web/autosave/answers.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { readSent, sayRefused } from '#web/sent.ts'
import { say } from '#web/toast.ts'
import { readTyped } from '#web/typed.ts'
import { listAnswerVersions } from './answer-version-store.ts'
import { writeAnswer } from './commands.ts'
import { draftOf, homeOf, postedProof } from './draft-view.ts'
import { type EditionField, excessOf } from './edition.ts'
import { demandDraft } from './entry.ts'
import { answerForm, writingNow } from './forms.ts'
import { AnswerPage } from './pages/answer-page.tsx'
import { AnswerVersionsPage } from './pages/answer-versions-page.tsx'
import { WritePage } from './pages/write-page.tsx'
import { entryPolicy } from './policy.ts'
import { findEntry, listAnswers } from './store.ts'
import { type EntryView, type FieldView, viewOf } from './view.ts'
import { keepWritingPlace, othersWriting } from './writing-place-store.ts'

/** How long somebody counts as being there after they were last heard of. */
const secondsThere = 40

function fieldIn({ fields }: EntryView, key: string | undefined): FieldView {
  const one = fields.find(({ field }) => field.key === key)
  if (!one) throw notFound()
  return one
}

/** The stored answer as its form shows it; where there is none, what is proposed. */
const typedAnswer = ({ answer, proposal, proposedEvidence }: FieldView) =>
  typedOf({
    revision: answer?.revision ?? 0,
    text: answer?.text ?? proposal.text,
    evidence: answer?.evidence ?? proposedEvidence,
  })

/** An earlier version in the form, under the revision that is stored: it is looked at before it is saved. */
async function versionForm(c: Context<Web>, { entry }: EntryView, of: FieldView, number: string): Promise<Form> {
  const versions = await listAnswerVersions(c.var.db, entry.id, of.field.key)
  const version = versions.find((one) => String(one.number) === number)
  if (!version) throw notFound()
  const { text, evidence } = version
  const remark = `Isi ini dari versi ${number}. Periksa, lalu simpan bila ingin memakainya lagi.`
  return { ...blankForm({ ...typedAnswer(of), text, evidence }), remark }
}

/** What is said after saving: over its limit, by how much. */
function savedWords(text: string, field: EditionField): string {
  const excess = excessOf(text, field)
  return excess > 0
    ? `Jawaban disimpan, tetapi lewat ${excess} kata dari batas. Usulan belum dapat dinyatakan siap.`
    : 'Jawaban disimpan.'
}

/** The answers of an entry: written together on one page, or each on its own. */
export const answerRoutes = routes()
  .get('/usulan/:code/tulis', signedIn, async (c) => {
    const view = await draftOf(c)
    const forms = new Map(view.fields.map((one) => [one.field.key, blankForm(typedAnswer(one))]))
    return c.render(<WritePage {...{ view, forms }} account={c.var.actor.accountId} />)
  })
  .post('/usulan/:code/kini', signedIn, async (c) => {
    try {
      const { at, have } = await readSent(c, writingNow)
      const { db, actor, now, session } = c.var
      const entry = await findEntry(db, c.req.param('code'))
      authorize(entryPolicy, actor, 'edit', entry)
      demandDraft(entry)
      const since = new Date(now.getTime() - secondsThere * 1000)
      await keepWritingPlace(db, actor, entry.id, { name: session?.name ?? '', at }, { now, since })
      const others = await othersWriting(db, actor, entry.id, since)
      const newer = (await listAnswers(db, entry.id)).filter(
        ({ field, revision }) => revision > (have[field] ?? revision),
      )
      const stored = newer.map(({ field, revision, text, evidence }) => ({
        field,
        revision,
        fields: { text, evidence },
      }))
      return c.json({ others, stored })
    } catch (error) {
      return sayRefused(c, error)
    }
  })
  .get('/usulan/:code/:field/versi', signedIn, async (c) => {
    const view = await viewOf(c)
    const { field } = fieldIn(view, c.req.param('field'))
    const versions = await listAnswerVersions(c.var.db, view.entry.id, field.key)
    const names = await namesOf(
      c.var.db,
      versions.map(({ accountId }) => accountId),
    )
    return c.render(<AnswerVersionsPage {...{ view, field, versions, names }} actor={c.var.actor} />)
  })
  .get('/usulan/:code/:field', signedIn, async (c) => {
    const view = await draftOf(c)
    const of = fieldIn(view, c.req.param('field'))
    const number = c.req.query('versi')
    const form = number === undefined ? blankForm(typedAnswer(of)) : await versionForm(c, view, of, number)
    return c.render(<AnswerPage {...{ view, of, form }} account={c.var.actor.accountId} />)
  })
  .post('/usulan/:code/:field', signedIn, async (c) => {
    const view = await draftOf(c)
    const of = fieldIn(view, c.req.param('field'))
    const account = c.var.actor.accountId
    const again = (form: Form, status: 200 | 409 | 422, now = view, one = of) =>
      formAgain(c, form, status, <AnswerPage view={now} of={one} {...{ form, account }} />)
    const { read, files, refused, values } = await postedProof(c, answerForm)
    if (!read.ok) return again({ ...read.form, values }, read.status)
    if (refused) return again(refuseField(values, 'proof', refused), 422)
    try {
      const { key } = of.field
      await writeAnswer(c.var.db, c.var.actor, view.entry.code, key, { ...read.value, files }, momentOf(c))
    } catch (error) {
      if (!isStale(error)) throw error
      const now = await draftOf(c)
      const stored = fieldIn(now, of.field.key)
      return again(staleForm(values, typedAnswer(stored)), 409, now, stored)
    }
    if (isAutosave(c)) return sayRevision(c, read.value.revision)
    say(c, savedWords(read.value.text, of.field))
    const { back } = await readTyped(c)
    return c.redirect(back === 'tulis' ? `${homeOf(c)}/tulis#bidang-${of.field.key}` : homeOf(c), 303)
  })
