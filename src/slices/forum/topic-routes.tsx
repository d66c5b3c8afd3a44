import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { type Family, listFilesOf, readUploads } from '#files'
import { blankForm, type Form, readForm, refuseField } from '#kit/form.ts'
import { pageNumber } from '#kit/list.ts'
import { authorize } from '#kit/policy.ts'
import { conflict, isConflict, notFound } from '#kit/refusal.ts'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { answerForm, readMarkForm, topicForm } from './forms.ts'
import { listMembers } from './forum-store.ts'
import { idOf, mayIn, pathOfPost, programmeOf, readableForum, topicOf, topicPath } from './forum-view.ts'
import { NewTopicPage } from './pages/new-topic-page.tsx'
import { TopicPage } from './pages/topic-page.tsx'
import { forumPolicy } from './policy.ts'
import { answerTopic, closeTopic, openTopic, readTopic } from './topic-commands.ts'
import { findRead, listPosts } from './topic-store.ts'

/** What may be attached to a post. */
const families: Family[] = ['pdf', 'picture', 'document', 'sheet', 'slides', 'text']

async function drawNew(c: Context<Web>, form: Form, status: 200 | 422 = 200) {
  const forum = await readableForum(c, idOf(c))
  authorize(forumPolicy, c.var.actor, 'write', forum)
  const page = { forum, programme: await programmeOf(c, forum), families, most: c.var.files.maxUpload }
  return c.render(
    <NewTopicPage {...page} form={form} members={await listMembers(c.var.db, forum, c.var.today)} />,
    status,
  )
}

async function drawTopic(c: Context<Web>, form: Form, status: 200 | 409 | 422 = 200) {
  const { db, actor, today } = c.var
  const { topic, forum, programme } = await topicOf(c)
  const posts = await listPosts(db, topic.id, pageNumber(c.req.query('halaman')))
  // A topic has its first post at least: where nothing stands, its pages have ended.
  if (posts.total === 0) throw notFound()
  const ids = posts.rows.map(({ id }) => id)
  const page = { topic, programme, posts, form, families, actor, may: mayIn(c, forum), most: c.var.files.maxUpload }
  return c.render(
    <TopicPage
      {...page}
      files={await listFilesOf(db, 'topic', ids)}
      members={await listMembers(db, forum, today)}
      readAt={await findRead(db, topic.id, actor.accountId)}
    />,
    status,
  )
}

const back = (c: Context<Web>, path: string, sentence: string) => {
  say(c, sentence)
  return c.redirect(path, 303)
}

export const topicRoutes = routes()
  .get('/forum/:id/topik/baru', signedIn, (c) => drawNew(c, blankForm({ id: randomUUIDv7(), post_id: randomUUIDv7() })))
  .post('/forum/:id/topik', signedIn, async (c) => {
    const forum = await readableForum(c, idOf(c))
    // Asked before the files are taken in; the command asks again.
    authorize(forumPolicy, c.var.actor, 'write', forum)
    const read = await readPosted(c, topicForm)
    const { ids: files, typed, refused } = await readUploads(c, 'files', families)
    const values = { ...read.typed, ...typed }
    if (!read.ok) return drawNew(c, { ...read.form, values }, read.status)
    if (refused !== null) return drawNew(c, refuseField(values, 'files', refused), 422)
    const { id, postId, title, text } = read.value
    const opened = { id, title, post: { id: postId, text, files } }
    await openTopic(c.var.db, c.var.actor, forum.id, opened, momentOf(c))
    return back(c, topicPath(id, 1), 'Topik dibuka.')
  })
  .get('/forum/topik/:id', signedIn, (c) => drawTopic(c, blankForm({ id: randomUUIDv7() })))
  .post('/forum/topik/:id/jawab', signedIn, async (c) => {
    const { topic, forum } = await topicOf(c)
    authorize(forumPolicy, c.var.actor, 'write', forum)
    const read = await readPosted(c, answerForm)
    const { ids: files, typed, refused } = await readUploads(c, 'files', families)
    const values = { ...read.typed, ...typed }
    if (!read.ok) return drawTopic(c, { ...read.form, values }, read.status)
    if (refused !== null) return drawTopic(c, refuseField(values, 'files', refused), 422)
    try {
      await answerTopic(c.var.db, c.var.actor, topic.id, { ...read.value, files }, momentOf(c))
    } catch (error) {
      if (!isConflict(error)) throw error
      // Closed meanwhile: what was typed stays, to be copied elsewhere.
      return drawTopic(c, { values, errors: {}, remark: error.sentence }, 409)
    }
    return back(c, await pathOfPost(c, { id: read.value.id, topicId: topic.id }), 'Jawaban dikirim.')
  })
  .post('/forum/topik/:id/baca', signedIn, async (c) => {
    const read = readForm(readMarkForm, await readTyped(c))
    const until = read.ok ? read.value.until : c.var.now
    await readTopic(c.var.db, c.var.actor, idOf(c), until, momentOf(c))
    return back(c, topicPath(idOf(c), pageNumber(c.req.query('halaman'))), 'Topik ditandai sudah dibaca.')
  })
  .get('/forum/topik/:id/tutup', signedIn, async (c) => {
    const { topic, forum } = await topicOf(c)
    authorize(forumPolicy, c.var.actor, 'moderate', forum)
    if (topic.closedAt !== null) throw conflict('Topik ini sudah ditutup.')
    const page = { action: c.req.path, act: 'Tutup topik', question: 'Tutup topik ini?' }
    return c.render(
      <ConfirmPage {...page} back={`/forum/topik/${topic.id}`}>
        <p>Topik “{topic.title}” tetap dapat dibaca, tetapi tidak menerima kiriman lagi.</p>
      </ConfirmPage>,
    )
  })
  .post('/forum/topik/:id/tutup', signedIn, async (c) => {
    await closeTopic(c.var.db, c.var.actor, idOf(c), momentOf(c))
    return back(c, topicPath(idOf(c), 1), 'Topik ditutup.')
  })
