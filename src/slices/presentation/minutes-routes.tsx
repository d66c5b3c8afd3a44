import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { writeDocx } from '#documents/write-docx.ts'
import { writePdf } from '#documents/write-pdf.ts'
import { blankForm, typedOf } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { isId, slugOf } from '#kit/text.ts'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { feedbackFollowUpForm, feedbackForm } from './forms.ts'
import { minutesPaper } from './minutes-paper.ts'
import { FeedbackFollowUpPage, FeedbackPage } from './pages/minutes-pages.tsx'
import { presentationPolicy } from './policy.ts'
import { dropFeedback, followUpFeedback, noteFeedback } from './presentation-commands.ts'
import { listFeedback } from './presentation-store.ts'
import { personsOf } from './sitting-routes.tsx'
import { sittingOf, wholeOf } from './view.ts'

/** The slot of this address, for whoever writes its minutes. */
async function slotOf(c: Context<Web>) {
  const { sitting, slots } = await sittingOf(c)
  const slot = slots.find(({ id }) => id === c.req.param('slot'))
  authorize(presentationPolicy, c.var.actor, 'comment', slot)
  return { sitting, slot }
}

/** What was said there, of this address. */
async function saidOf(c: Context<Web>) {
  const { sitting, slot } = await slotOf(c)
  const said = (await listFeedback(c.var.db, [slot.id])).find(({ id }) => id === c.req.param('feedback'))
  if (!said) throw notFound()
  return { sitting, slot, said }
}

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
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
  .get('/paparan/:id/masukan/:slot/:feedback/tindak-lanjut', signedIn, async (c) => {
    const page = { ...(await saidOf(c)), persons: await personsOf(c) }
    const first = { id: randomUUIDv7(), what: page.said.words, ownerId: page.slot.agentId, dueOn: '' }
    return c.render(<FeedbackFollowUpPage {...page} form={blankForm(typedOf(first))} />)
  })
  .post('/paparan/:id/masukan/:slot/:feedback/tindak-lanjut', signedIn, async (c) => {
    const page = { ...(await saidOf(c)), persons: await personsOf(c) }
    const read = await readPosted(c, feedbackFollowUpForm)
    if (!read.ok) return c.render(<FeedbackFollowUpPage {...page} form={read.form} />, read.status)
    try {
      await followUpFeedback(c.var.db, c.var.actor, page.slot.id, page.said.id, read.value, momentOf(c))
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'owner_id' })
      return c.render(<FeedbackFollowUpPage {...page} form={form} />, status)
    }
    return back(c, 'Masukan menjadi tindak lanjut.')
  })
  .get('/paparan/:id/notula/:format', signedIn, async (c) => {
    const { db, actor, zone, now } = c.var
    const format = c.req.param('format')
    if (format !== 'docx' && format !== 'pdf') throw notFound()
    const { sitting, slots, attendees, judges } = await sittingOf(c)
    const whole = await wholeOf(db, actor, slots, new Map())
    const paper = minutesPaper({
      ...{ sitting, zone, createdAt: now, agencyName: c.var.session?.agency.name ?? '', presentations: whole },
      judges: judges.map(({ name }) => name),
      present: attendees.map(({ name }) => name),
    })
    const bytes = format === 'docx' ? await writeDocx(paper) : await writePdf(paper)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="notula-${slugOf(sitting.title) || 'sidang'}-${sitting.heldOn}.${format}"`,
    })
  })
  .get('/paparan/:id/masukan/:slot/:feedback/hapus', signedIn, async (c) => {
    const { sitting, slot, said } = await saidOf(c)
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
