import type { Context } from 'hono'
import { blankForm, type Form } from '#kit/form.ts'
import { forbidden } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { momentOf, type PageStatus, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { assignQuestions, questionsAsDrawn } from './evidence-commands.ts'
import { lkeQuestions } from './evidence-question.ts'
import { aloneOf, pieceOf } from './evidence-view.ts'
import { questionForm } from './forms.ts'
import { QuestionPage } from './pages/question-page.tsx'

/** The form that asks which questions a piece proves, for whoever may say so. */
async function answering(c: Context<Web>) {
  const view = await pieceOf(c)
  if (!view.desk.mayAnswer(view.piece)) throw forbidden()
  const alone = await aloneOf(c.var.db, view.piece)
  const draw = (form: Form, status: PageStatus = 200) =>
    c.render(<QuestionPage view={view} form={form} alone={alone} />, status)
  return { view, draw }
}

export const questionRoutes = routes()
  .get('/proyek/:code/eviden/:id/lke', signedIn, async (c) => {
    const { view, draw } = await answering(c)
    const { questions } = view.piece
    return draw(blankForm({ questions, revision: questionsAsDrawn(questions) }))
  })
  .post('/proyek/:code/eviden/:id/lke', signedIn, async (c) => {
    const { view, draw } = await answering(c)
    const { piece, desk, project } = view
    const read = await readPosted(c, questionForm)
    if (!read.ok) return draw(read.form, read.status)
    const choice = { questions: read.value.questions, drawnFrom: read.value.revision }
    try {
      await assignQuestions(c.var.db, c.var.actor, project.project.code, piece.id, choice, momentOf(c))
    } catch (error) {
      const names = piece.questions.map((question) => lkeQuestions[question]).join('; ')
      const stored = { questions: names, revision: questionsAsDrawn(piece.questions) }
      const { form, status } = refusedForm(error, read.typed, { field: 'questions', stored })
      return draw(form, status)
    }
    say(c, 'Pertanyaan LKE yang dibuktikan disimpan.')
    return c.redirect(`${desk.path}/${piece.id}`, 303)
  })
