import type { Context } from 'hono'
import * as z from 'zod'
import { blankForm, type Form, readForm, refuseField, staleForm, typedOf } from '#kit/form.ts'
import { conflict, forbidden, isConflict, isStale, stale } from '#kit/refusal.ts'
import { revision } from '#kit/schema.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { publishForm, reasonForm, titleForm } from './forms.ts'
import { type GuidelineAct, guidelineAllows } from './guideline.ts'
import {
  approveGuideline,
  discussGuideline,
  publishGuideline,
  reviseGuideline,
  sendBackGuideline,
} from './guideline-commands.ts'
import { guidelineOf } from './guideline-view.ts'
import { PublishPage, SendBackPage, TitlePage } from './pages/guideline-forms.tsx'
import { renameGuideline } from './section-commands.ts'

type Status = 200 | 409 | 422
const drawn = z.object({ revision })

/** The guideline, where its latest version may now be acted upon so by whoever asks. */
async function openTo(c: Context<Web>, act: GuidelineAct, who: 'write' | 'approve' | 'publish') {
  const view = await guidelineOf(c)
  if (!view.may(who)) throw forbidden()
  if (!guidelineAllows(view.latest.state, act)) throw conflict('Keadaan pedoman ini sudah berubah.')
  return view
}

/** The revision of the version that somebody looked at when they pressed the button. */
async function readDrawn(c: Context<Web>): Promise<{ revision: number }> {
  const read = readForm(drawn, await readTyped(c))
  if (!read.ok) throw stale()
  return read.value
}

const back = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(`/pedoman/${c.req.param('id')}`, 303)
}

async function drawTitle(c: Context<Web>, form: Form | null, status: Status = 200) {
  const { latest } = await openTo(c, 'write', 'write')
  const filled = form ?? blankForm(typedOf({ title: latest.title, revision: latest.revision }))
  return c.render(
    <TitlePage form={filled} action={c.req.path} back={`/pedoman/${latest.guidelineId}`} isNew={false} />,
    status,
  )
}

async function drawSendBack(c: Context<Web>, form: Form, status: Status = 200) {
  const { latest } = await openTo(c, 'sendBack', 'approve')
  return c.render(<SendBackPage version={latest} form={form} />, status)
}

async function drawPublish(c: Context<Web>, form: Form | null, status: Status = 200) {
  const { latest } = await openTo(c, 'publish', 'publish')
  const filled = form ?? blankForm({ revision: String(latest.revision), published_on: c.var.today })
  return c.render(<PublishPage version={latest} form={filled} />, status)
}

const publishing = publishForm.extend({ revision })

export const lifeRoutes = routes()
  .get('/pedoman/:id/judul', signedIn, (c) => drawTitle(c, null))
  .post('/pedoman/:id/judul', signedIn, async (c) => {
    const read = await readPosted(c, titleForm)
    if (!read.ok) return drawTitle(c, read.form, read.status)
    try {
      await renameGuideline(c.var.db, c.var.actor, c.req.param('id'), read.value, momentOf(c))
    } catch (error) {
      if (!isStale(error)) throw error
      const { title, revision } = (await guidelineOf(c)).latest
      return drawTitle(c, staleForm(read.typed, typedOf({ title, revision })), 409)
    }
    return back(c, 'Judul disimpan.')
  })
  .post('/pedoman/:id/bahas', signedIn, async (c) => {
    const { guideline } = await guidelineOf(c)
    await discussGuideline(c.var.db, c.var.actor, guideline.id, await readDrawn(c), momentOf(c))
    return back(c, 'Pedoman diajukan untuk dibahas forum.')
  })
  .post('/pedoman/:id/setujui', signedIn, async (c) => {
    const { guideline } = await guidelineOf(c)
    const isEnough = await approveGuideline(c.var.db, c.var.actor, guideline.id, await readDrawn(c), momentOf(c))
    return back(
      c,
      isEnough
        ? 'Pedoman disetujui.'
        : 'Persetujuan Anda dicatat. Karena Anda ikut menulis, satu orang lain harus menyetujui.',
    )
  })
  .get('/pedoman/:id/kembalikan', signedIn, (c) => drawSendBack(c, blankForm()))
  .post('/pedoman/:id/kembalikan', signedIn, async (c) => {
    const { guideline } = await guidelineOf(c)
    const read = await readPosted(c, reasonForm)
    if (!read.ok) return drawSendBack(c, read.form, read.status)
    await sendBackGuideline(c.var.db, c.var.actor, guideline.id, read.value.reason, momentOf(c))
    return back(c, 'Pedoman dikembalikan menjadi draf.')
  })
  .get('/pedoman/:id/terbitkan', signedIn, (c) => drawPublish(c, null))
  .post('/pedoman/:id/terbitkan', signedIn, async (c) => {
    const { guideline } = await openTo(c, 'publish', 'publish')
    const read = await readPosted(c, publishing)
    if (!read.ok) return drawPublish(c, read.form, read.status)
    try {
      await publishGuideline(c.var.db, c.var.actor, guideline.id, read.value, momentOf(c))
    } catch (error) {
      if (!isConflict(error)) throw error
      return drawPublish(c, refuseField(read.typed, 'published_on', error.sentence), 422)
    }
    return back(c, 'Pedoman diterbitkan. Semua pegawai instansi dapat membacanya.')
  })
  .post('/pedoman/:id/versi-baru', signedIn, async (c) => {
    const { guideline } = await guidelineOf(c)
    await reviseGuideline(c.var.db, c.var.actor, guideline.id, momentOf(c))
    return back(c, 'Versi baru dibuka sebagai draf.')
  })
