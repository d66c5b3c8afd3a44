import type { Context } from 'hono'
import { blankForm } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { findProgramme } from '#programme'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { columnsOf } from './columns.ts'
import { TemplatePage } from './pages/template-page.tsx'
import { templatePolicy } from './policy.ts'
import { changeTemplate } from './template-commands.ts'
import { templateForm, typedTemplate } from './template-form.ts'
import { findTemplate } from './template-store.ts'

/** The programme of the address, for whoever may say what its matrices look like. */
async function programmeAt(c: Context<Web>) {
  const programme = await findProgramme(c.var.db, c.req.param('slug') ?? '')
  authorize(templatePolicy, c.var.actor, 'change', programme)
  const { columns, revision } = await findTemplate(c.var.db, programme.id)
  return { programme, stored: typedTemplate(columnsOf(columns), revision) }
}

export const templateRoutes = routes()
  .get('/program/:slug/kolom', signedIn, async (c) => {
    const { programme, stored } = await programmeAt(c)
    return c.render(<TemplatePage programme={programme} form={blankForm(stored)} />)
  })
  .post('/program/:slug/kolom', signedIn, async (c) => {
    const { programme, stored } = await programmeAt(c)
    const read = await readPosted(c, templateForm)
    if (!read.ok) return c.render(<TemplatePage programme={programme} form={read.form} />, read.status)
    try {
      await changeTemplate(c.var.db, c.var.actor, programme.id, read.value, c.var.now)
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'label_own1', stored })
      return c.render(<TemplatePage programme={programme} form={form} />, status)
    }
    say(c, 'Kolom matriks disimpan.')
    return c.redirect(`/program/${programme.slug}`, 303)
  })
