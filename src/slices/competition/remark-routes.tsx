import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import * as z from 'zod'
import { blankForm, type Form } from '#kit/form.ts'
import { can } from '#kit/policy.ts'
import { optionalText, rowId, text } from '#kit/schema.ts'
import { namesOf } from '#people'
import { momentOf, type PageStatus, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { idInPath, readPosted, readTyped } from '#web/typed.ts'
import { RemarksPage } from './pages/remarks-page.tsx'
import { entryPolicy } from './policy.ts'
import { remarkOn, settleRemark } from './remark-commands.ts'
import { listRemarks } from './remark-store.ts'
import { viewOf } from './view.ts'

/** Formulir catatan usulan. */
const remarkForm = z.object({ id: rowId, field: optionalText(60), text: text('Tulis catatannya.', 2000) })

async function draw(c: Context<Web>, form: Form, status: PageStatus = 200) {
  const view = await viewOf(c)
  const remarks = await listRemarks(c.var.db, view.entry.id)
  const names = await namesOf(
    c.var.db,
    remarks.map(({ accountId }) => accountId),
  )
  const mayRemark = can(entryPolicy, c.var.actor, 'remark', view.entry)
  return c.render(<RemarksPage {...{ view, remarks, names, form, mayRemark }} />, status)
}

export const remarkRoutes = routes()
  .get('/usulan/:code/catatan', signedIn, (c) => draw(c, blankForm({ id: randomUUIDv7() })))
  .post('/usulan/:code/catatan', signedIn, async (c) => {
    const read = await readPosted(c, remarkForm)
    if (!read.ok) return draw(c, read.form, read.status)
    await remarkOn(c.var.db, c.var.actor, c.req.param('code'), read.value, momentOf(c))
    say(c, 'Catatan disimpan.')
    return c.redirect(`/usulan/${c.req.param('code')}/catatan`, 303)
  })
  .post('/usulan/:code/catatan/:id', signedIn, async (c) => {
    const { settled } = await readTyped(c)
    await settleRemark(c.var.db, c.var.actor, c.req.param('code'), idInPath(c), settled === 'yes', momentOf(c))
    return c.redirect(`/usulan/${c.req.param('code')}/catatan`, 303)
  })
