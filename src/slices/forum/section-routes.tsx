import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { blankForm, type Form, readForm, staleForm, typedOf } from '#kit/form.ts'
import { forbidden, isStale } from '#kit/refusal.ts'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { moveForm, newSectionForm, sectionForm } from './forms.ts'
import { idOf } from './forum-view.ts'
import { stateAfter } from './guideline.ts'
import { listSections } from './guideline-store.ts'
import { guidelineOf } from './guideline-view.ts'
import { SectionPage } from './pages/guideline-forms.tsx'
import { dropSection, editSection, moveSection, sectionIn, writeSection } from './section-commands.ts'

type Status = 200 | 409 | 422

/** The draft that is written in; refuses whoever may not, and what is no draft. */
async function draftOf(c: Context<Web>) {
  const view = await guidelineOf(c)
  if (!view.may('write')) throw forbidden()
  stateAfter(view.latest.state, 'write')
  return view
}

/** The draft and the section of this request's address. */
async function sectionOf(c: Context<Web>) {
  const view = await draftOf(c)
  return { ...view, section: sectionIn(await listSections(c.var.db, [view.latest.id]), idOf(c, 'sectionId')) }
}

async function drawNew(c: Context<Web>, form: Form, status: Status = 200) {
  const { latest } = await draftOf(c)
  return c.render(
    <SectionPage version={latest} form={form} action={`/pedoman/${latest.guidelineId}/bagian`} isNew />,
    status,
  )
}

async function drawSection(c: Context<Web>, form: Form | null, status: Status = 200) {
  const { latest, section } = await sectionOf(c)
  const { heading, text, revision } = section
  const filled = form ?? blankForm(typedOf({ heading, text, revision }))
  const action = `/pedoman/${latest.guidelineId}/bagian/${section.id}`
  return c.render(<SectionPage version={latest} form={filled} action={action} isNew={false} />, status)
}

const back = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(`/pedoman/${c.req.param('id')}`, 303)
}

export const sectionRoutes = routes()
  .get('/pedoman/:id/bagian/baru', signedIn, (c) => drawNew(c, blankForm({ id: randomUUIDv7() })))
  .post('/pedoman/:id/bagian', signedIn, async (c) => {
    const { guideline } = await draftOf(c)
    const read = await readPosted(c, newSectionForm)
    if (!read.ok) return drawNew(c, read.form, read.status)
    await writeSection(c.var.db, c.var.actor, guideline.id, read.value, momentOf(c))
    return back(c, 'Bagian ditambahkan.')
  })
  .get('/pedoman/:id/bagian/:sectionId', signedIn, (c) => drawSection(c, null))
  .post('/pedoman/:id/bagian/:sectionId', signedIn, async (c) => {
    const { guideline, section } = await sectionOf(c)
    const read = await readPosted(c, sectionForm)
    if (!read.ok) return drawSection(c, read.form, read.status)
    try {
      await editSection(c.var.db, c.var.actor, guideline.id, section.id, read.value, momentOf(c))
    } catch (error) {
      if (!isStale(error)) throw error
      const { heading, text, revision } = (await sectionOf(c)).section
      return drawSection(c, staleForm(read.typed, typedOf({ heading, text, revision })), 409)
    }
    return back(c, 'Bagian disimpan.')
  })
  .post('/pedoman/:id/bagian/:sectionId/pindah', signedIn, async (c) => {
    const { guideline, section } = await sectionOf(c)
    const read = readForm(moveForm, await readTyped(c))
    const by = read.ok && read.value.by === 'down' ? 1 : -1
    await moveSection(c.var.db, c.var.actor, guideline.id, section.id, by, momentOf(c))
    return c.redirect(`/pedoman/${guideline.id}#bagian-${section.lineId}`, 303)
  })
  .get('/pedoman/:id/bagian/:sectionId/hapus', signedIn, async (c) => {
    const { guideline, section } = await sectionOf(c)
    const page = { action: c.req.path, act: 'Hapus bagian', question: 'Hapus bagian ini?' }
    return c.render(
      <ConfirmPage {...page} back={`/pedoman/${guideline.id}`}>
        <p>Bagian “{section.heading}” hilang dari draf ini. Versi yang sudah terbit tetap utuh.</p>
      </ConfirmPage>,
    )
  })
  .post('/pedoman/:id/bagian/:sectionId/hapus', signedIn, async (c) => {
    const { guideline, section } = await sectionOf(c)
    await dropSection(c.var.db, c.var.actor, guideline.id, section.id, momentOf(c))
    return back(c, 'Bagian dihapus.')
  })
