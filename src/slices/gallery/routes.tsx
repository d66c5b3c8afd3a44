import type { Context } from 'hono'
import { blankForm, readForm, typedOf } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { viewOf } from '#project'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { agreeToBeNamed, publishProject, takeBackProject, withdrawAgreement } from './commands.ts'
import { actForm, takeBackForm } from './forms.ts'
import { whyHidden } from './hidden.ts'
import { PublicationPage, TakeBackPage } from './pages/publication-page.tsx'
import { publicationPolicy } from './policy.ts'
import { unpublished } from './publication.ts'
import { findPublication, listComing, listMeant } from './store.ts'

const home = (c: Context<Web>) => `/proyek/${c.req.param('code')}/terbit`

/** The project of the address and the revision of the page that posted. */
async function callOf(c: Context<Web>) {
  const read = readForm(actForm, await readTyped(c))
  if (!read.ok) throw notFound()
  return { code: c.req.param('code') ?? '', revision: read.value.revision }
}

const back = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(home(c), 303)
}

async function publicationOf(c: Context<Web>) {
  const view = await viewOf(c)
  const { agencyId, id } = view.project
  return { view, publication: (await findPublication(c.var.db, id)) ?? unpublished(agencyId, id) }
}

/** The public face of a project, for those who decide on it. */
export const publicationRoutes = routes()
  .get('/proyek/:code/terbit', signedIn, async (c) => {
    const { db, actor } = c.var
    const { view, publication } = await publicationOf(c)
    const { publishedAt } = publication
    const coming = publishedAt ? await listComing(db, view.project.id, publishedAt) : []
    const meant = await listMeant(db, view.project.id)
    const hidden = meant.flatMap(({ code, title, ...one }) => {
      const why = whyHidden(one, c.var.today)
      return why === null ? [] : [{ code, title, why }]
    })
    return c.render(<PublicationPage {...{ view, publication, coming, hidden, actor }} />)
  })
  .post('/proyek/:code/setuju-disebut', signedIn, async (c) => {
    await agreeToBeNamed(c.var.db, c.var.actor, await callOf(c), c.var.now)
    return back(c, 'Persetujuan Anda dicatat. Sekretariat dapat menerbitkan proyek ini.')
  })
  .post('/proyek/:code/cabut-persetujuan', signedIn, async (c) => {
    await withdrawAgreement(c.var.db, c.var.actor, await callOf(c), c.var.now)
    return back(c, 'Persetujuan Anda dicabut. Proyek ini tidak tampil di halaman publik.')
  })
  .post('/proyek/:code/terbitkan', signedIn, async (c) => {
    await publishProject(c.var.db, c.var.actor, await callOf(c), c.var.now)
    return back(c, 'Proyek diterbitkan dan dapat dibaca siapa pun.')
  })
  .get('/proyek/:code/tarik-terbit', signedIn, async (c) => {
    const { view, publication } = await publicationOf(c)
    authorize(publicationPolicy, c.var.actor, 'takeBack', view.project)
    const form = blankForm(typedOf({ revision: publication.revision }))
    return c.render(<TakeBackPage project={view.project} form={form} />)
  })
  .post('/proyek/:code/tarik-terbit', signedIn, async (c) => {
    const { project } = await viewOf(c)
    const read = await readPosted(c, takeBackForm)
    if (!read.ok) return c.render(<TakeBackPage project={project} form={read.form} />, read.status)
    await takeBackProject(c.var.db, c.var.actor, { code: project.code, ...read.value }, c.var.now)
    return back(c, 'Penerbitan ditarik.')
  })
