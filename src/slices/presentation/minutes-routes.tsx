import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { blankForm } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { isId } from '#kit/text.ts'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { feedbackForm } from './forms.ts'
import { FeedbackPage } from './pages/minutes-pages.tsx'
import { presentationPolicy } from './policy.ts'
import { dropFeedback, noteFeedback } from './presentation-commands.ts'
import { listFeedback } from './presentation-store.ts'
import { personsOf } from './sitting-routes.tsx'
import { sittingOf } from './view.ts'

/** The slot of this address, for whoever writes its minutes. */
async function slotOf(c: Context<Web>) {
  const { sitting, slots } = await sittingOf(c)
  const slot = slots.find(({ id }) => id === c.req.param('slot'))
  authorize(presentationPolicy, c.var.actor, 'comment', slot)
  return { sitting, slot }
}

const back = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(`/paparan/${c.req.param('id')}#paparan-${c.req.param('slot')}`, 303)
}

export const minutesRoutes = routes()
  .get('/paparan/:id/masukan/:slot', signedIn, async (c) => {
    const page = { ...(await slotOf(c)), persons: await personsOf(c) }
    return c.render(<FeedbackPage {...page} form={blankForm({ id: randomUUIDv7() })} />)
  })
  .post('/paparan/:id/masukan/:slot', signedIn, async (c) => {
    const page = { ...(await slotOf(c)), persons: await personsOf(c) }
    const read = await readPosted(c, feedbackForm)
    if (!read.ok) return c.render(<FeedbackPage {...page} form={read.form} />, read.status)
    await noteFeedback(c.var.db, c.var.actor, page.slot.id, read.value, momentOf(c))
    return back(c, 'Masukan dicatat.')
  })
  .get('/paparan/:id/masukan/:slot/:feedback/hapus', signedIn, async (c) => {
    const { sitting, slot } = await slotOf(c)
    const said = (await listFeedback(c.var.db, [slot.id])).find(({ id }) => id === c.req.param('feedback'))
    if (!said) throw notFound()
    const page = { action: c.req.path, act: 'Hapus masukan', question: 'Hapus masukan ini?' }
    return c.render(
      <ConfirmPage {...page} back={`/paparan/${sitting.id}#paparan-${slot.id}`}>
        <p>
          {said.by}: {said.words}
        </p>
      </ConfirmPage>,
    )
  })
  .post('/paparan/:id/masukan/:slot/:feedback/hapus', signedIn, async (c) => {
    const { slot } = await slotOf(c)
    if (!isId(c.req.param('feedback'))) throw notFound()
    await dropFeedback(c.var.db, c.var.actor, slot.id, c.req.param('feedback'), momentOf(c))
    return back(c, 'Masukan dihapus.')
  })
