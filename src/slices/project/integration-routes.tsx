import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { listFilesOf, readUploads } from '#files'
import { blankForm, type Form, type Typed, typedOf } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { forbidden, isStale } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { integrationForm, returnIntegrationForm, verifyIntegrationForm } from './forms.ts'
import { integrationLife, integrationState } from './integration.ts'
import { decideIntegration, stateIntegration } from './integration-commands.ts'
import { findIntegration } from './integration-store.ts'
import { IntegrationPage } from './pages/integration-page.tsx'
import { ReturnIntegrationPage } from './pages/one-question-page.tsx'
import { isOpenTo, projectPolicy } from './policy.ts'
import { viewOf } from './view.ts'

const home = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(`/proyek/${c.req.param('code')}#integrasi`, 303)
}

/** The project with its last statement, where the act is open to the actor. */
async function openTo(c: Context<Web>, act: keyof typeof integrationLife) {
  const { project, plan } = await viewOf(c)
  const last = await findIntegration(c.var.db, project.id)
  const isOpen = integrationLife[act].includes(integrationState(last))
  if (!isOpen || !isOpenTo(c.var.actor, act, { ...project, plan }))
    throw forbidden('Langkah ini tidak terbuka bagi Anda sekarang.')
  return { project, last }
}

async function documentsOf(c: Context<Web>, projectId: string) {
  const files = await listFilesOf(c.var.db, 'project', [projectId])
  return files.filter(({ part }) => part === 'integration')
}

/** The note was about a statement that has since been replaced: whoever sends it again has looked at the new one. */
async function statedAnew(c: Context<Web>, projectId: string, typed: Typed): Promise<{ form: Form; status: 409 }> {
  const last = await findIntegration(c.var.db, projectId)
  const remark =
    'Integrasi ini sudah dicatat lagi oleh agen sejak Anda membukanya. Periksa yang terbaru sebelum mengirim.'
  return { form: { values: { ...typed, id: last?.id ?? '' }, errors: {}, remark }, status: 409 }
}

export const integrationRoutes = routes()
  .get('/proyek/:code/integrasi', signedIn, async (c) => {
    const { project, last } = await openTo(c, 'integrate')
    const { kind = '', number = '', datedOn = '' } = last ?? {}
    const form = blankForm(typedOf({ id: randomUUIDv7(), kind, number, datedOn }))
    return c.render(<IntegrationPage {...{ project, form }} documents={await documentsOf(c, project.id)} />)
  })
  .post('/proyek/:code/integrasi', signedIn, async (c) => {
    const { project, plan } = await viewOf(c)
    // Asked before the file is taken in; the command asks again.
    authorize(projectPolicy, c.var.actor, 'integrate', { ...project, plan })
    const documents = await documentsOf(c, project.id)
    const read = await readPosted(c, integrationForm)
    const { ids, typed, refused } = await readUploads(c, 'document', ['pdf', 'document', 'picture'])
    const values = { ...read.typed, ...typed }
    const again = (errors: Record<string, string>) =>
      c.render(<IntegrationPage {...{ project, documents }} form={{ values, errors }} />, 422)
    const dropped = read.ok ? read.value.documentDropped : []
    const isMissing = ids.length === 0 && documents.every(({ id }) => dropped.includes(id))
    const wrong = refused ?? (isMissing ? 'Lampirkan dokumen yang membuktikannya.' : null)
    const errors = { ...(!read.ok && read.form.errors), ...(wrong !== null && { document: wrong }) }
    if (!read.ok || wrong !== null) return again(errors)
    const { documentDropped: _, ...said } = read.value
    if (said.datedOn > c.var.today) return again({ dated_on: 'Tanggal dokumen belum tiba.' })
    const stated = { ...said, document: { added: ids, dropped } }
    try {
      await stateIntegration(c.var.db, c.var.actor, project.code, stated, momentOf(c))
    } catch (error) {
      const { form, status } = refusedForm(error, values, { field: 'kind' })
      return c.render(<IntegrationPage {...{ project, documents, form }} />, status)
    }
    return home(c, 'Integrasi dicatat dan menunggu diverifikasi.')
  })
  .post('/proyek/:code/integrasi/verifikasi', signedIn, async (c) => {
    const read = await readPosted(c, verifyIntegrationForm)
    if (!read.ok) return c.redirect(`/proyek/${c.req.param('code')}`, 303)
    const answer = { id: read.value.id, note: null }
    await decideIntegration(c.var.db, c.var.actor, c.req.param('code'), answer, momentOf(c))
    return home(c, 'Integrasi diverifikasi.')
  })
  .get('/proyek/:code/integrasi/kembalikan', signedIn, async (c) => {
    const { project, last } = await openTo(c, 'decideIntegration')
    const form = blankForm({ id: last?.id ?? '' })
    return c.render(<ReturnIntegrationPage {...{ project, form }} />)
  })
  .post('/proyek/:code/integrasi/kembalikan', signedIn, async (c) => {
    const { project } = await viewOf(c)
    const read = await readPosted(c, returnIntegrationForm)
    if (!read.ok) return c.render(<ReturnIntegrationPage project={project} form={read.form} />, read.status)
    try {
      await decideIntegration(c.var.db, c.var.actor, project.code, read.value, momentOf(c))
    } catch (error) {
      const { form, status } = isStale(error)
        ? await statedAnew(c, project.id, read.typed)
        : refusedForm(error, read.typed, { field: 'note' })
      return c.render(<ReturnIntegrationPage {...{ project, form }} />, status)
    }
    return home(c, 'Integrasi dikembalikan kepada agen dengan catatan Anda.')
  })
