import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { blankForm, type Form, refuseField } from '#kit/form.ts'
import { pageNumber } from '#kit/list.ts'
import { authorize, can } from '#kit/policy.ts'
import { forbidden, isConflict, notFound } from '#kit/refusal.ts'
import { findProgramme, inForceOn, listProgrammes } from '#programme'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { chairForm, forumForm } from './forms.ts'
import { nameChair, openForum } from './forum-commands.ts'
import { findForumOf, listChairs } from './forum-store.ts'
import { chairsOf, idOf, mayIn, programmeOf, readableForum } from './forum-view.ts'
import { ChairPage } from './pages/chair-page.tsx'
import { ForumPage } from './pages/forum-page.tsx'
import { forumPolicy, mayOpenForum } from './policy.ts'
import { postRoutes } from './post-routes.tsx'
import { topicRoutes } from './topic-routes.tsx'
import { listTopics } from './topic-store.ts'

const choices = async (c: Context<Web>) =>
  (await listChairs(c.var.db)).map(({ id, fullName }) => ({ value: id, label: fullName }))

async function drawNew(c: Context<Web>, slug: string, form: Form, status: 200 | 422 = 200) {
  const programme = await findProgramme(c.var.db, slug)
  if (!programme) throw notFound()
  const page = { programme, people: await choices(c), action: '/forum' }
  return c.render(<ChairPage {...page} form={form} isNew />, status)
}

async function drawChair(c: Context<Web>, form: Form, status: 200 | 422 = 200) {
  const forum = await readableForum(c, idOf(c))
  authorize(forumPolicy, c.var.actor, 'nameChair', forum)
  const programme = await programmeOf(c, forum)
  const page = { programme, people: await choices(c), action: `/forum/${forum.id}/ketua` }
  return c.render(<ChairPage {...page} form={form} isNew={false} />, status)
}

export const forumRoutes = routes()
  .get('/forum', signedIn, async (c) => {
    const { db, actor, today } = c.var
    const programmes = await listProgrammes(db)
    const wanted = programmes.find(({ slug }) => slug === c.req.query('program'))
    const programme = wanted ?? inForceOn(programmes, today) ?? programmes[0] ?? null
    const forum = (programme && (await findForumOf(db, programme.id))) ?? null
    const isReader = forum !== null && can(forumPolicy, actor, 'read', forum)
    const view = isReader
      ? {
          forum,
          may: mayIn(c, forum),
          page: await listTopics(db, forum.id, actor.accountId, pageNumber(c.req.query('halaman'))),
          chairs: await chairsOf(c, forum.id, today),
        }
      : null
    return c.render(<ForumPage {...{ programmes, programme, view }} mayOpen={forum === null && mayOpenForum(actor)} />)
  })
  .get('/forum/baru', signedIn, async (c) => {
    if (!mayOpenForum(c.var.actor)) throw forbidden()
    const slug = c.req.query('program') ?? ''
    const programme = await findProgramme(c.var.db, slug)
    const first = { id: randomUUIDv7(), programme_id: programme?.id ?? '', from_on: c.var.today }
    return drawNew(c, slug, blankForm(first))
  })
  .post('/forum', signedIn, async (c) => {
    if (!mayOpenForum(c.var.actor)) throw forbidden()
    const read = await readPosted(c, forumForm)
    if (!read.ok) return drawNew(c, String(read.typed.programme_id ?? ''), read.form, read.status)
    await openForum(c.var.db, c.var.actor, read.value, momentOf(c))
    const programme = await findProgramme(c.var.db, read.value.programmeId)
    say(c, 'Forum dibuka.')
    return c.redirect(`/forum?program=${programme?.slug ?? ''}`, 303)
  })
  .get('/forum/:id/ketua', signedIn, (c) => drawChair(c, blankForm({ from_on: c.var.today })))
  .post('/forum/:id/ketua', signedIn, async (c) => {
    const forum = await readableForum(c, idOf(c))
    const read = await readPosted(c, chairForm)
    if (!read.ok) return drawChair(c, read.form, read.status)
    try {
      await nameChair(c.var.db, c.var.actor, forum.id, read.value, momentOf(c))
    } catch (error) {
      if (!isConflict(error)) throw error
      return drawChair(c, refuseField(read.typed, 'from_on', error.sentence), 422)
    }
    say(c, 'Ketua forum ditetapkan.')
    return c.redirect(`/forum?program=${(await programmeOf(c, forum)).slug}`, 303)
  })
  .route('/', topicRoutes)
  .route('/', postRoutes)
