import type { Context } from 'hono'
import { blankForm, type Form, staleForm, typedOf } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { conflict, isStale, notFound } from '#kit/refusal.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { editForm, reasonForm } from './forms.ts'
import { editObstacle } from './forum.ts'
import { listMembers } from './forum-store.ts'
import { mayIn, pathOfPost, postOf } from './forum-view.ts'
import { EditPostPage, FormerTextsPage, HidePostPage } from './pages/post-pages.tsx'
import { forumPolicy, postPolicy } from './policy.ts'
import { editPost, hidePost, unhidePost } from './topic-commands.ts'
import { listFormerTexts } from './topic-store.ts'

type Status = 200 | 409 | 422

async function drawEdit(c: Context<Web>, form: Form | null, status: Status = 200) {
  const { post, topic, forum } = await postOf(c)
  authorize(postPolicy, c.var.actor, 'edit', { ...forum, accountId: post.accountId })
  const obstacle = editObstacle(topic, post)
  if (obstacle !== null) throw conflict(obstacle)
  const { text, revision } = post
  const members = await listMembers(c.var.db, forum, c.var.today)
  const filled = form ?? blankForm(typedOf({ text, revision }))
  return c.render(<EditPostPage {...{ topic, post, members }} form={filled} />, status)
}

async function drawHide(c: Context<Web>, form: Form, status: Status = 200) {
  const { post, topic, forum } = await postOf(c)
  authorize(forumPolicy, c.var.actor, 'moderate', forum)
  return c.render(<HidePostPage {...{ topic, post, form }} />, status)
}

const back = async (c: Context<Web>, { post }: Awaited<ReturnType<typeof postOf>>, sentence: string) => {
  say(c, sentence)
  return c.redirect(await pathOfPost(c, post), 303)
}

export const postRoutes = routes()
  .get('/forum/kiriman/:id', signedIn, async (c) => c.redirect(await pathOfPost(c, (await postOf(c)).post), 303))
  .get('/forum/kiriman/:id/ubah', signedIn, (c) => drawEdit(c, null))
  .post('/forum/kiriman/:id/ubah', signedIn, async (c) => {
    const said = await postOf(c)
    const read = await readPosted(c, editForm)
    if (!read.ok) return drawEdit(c, read.form, read.status)
    try {
      await editPost(c.var.db, c.var.actor, said.post.id, read.value, momentOf(c))
    } catch (error) {
      if (!isStale(error)) throw error
      const { text, revision } = (await postOf(c)).post
      return drawEdit(c, staleForm(read.typed, typedOf({ text, revision })), 409)
    }
    return back(c, said, 'Kiriman disimpan.')
  })
  .get('/forum/kiriman/:id/riwayat', signedIn, async (c) => {
    const { post, topic, forum } = await postOf(c)
    // What is hidden is hidden in all its texts.
    if (post.hiddenAt !== null && !mayIn(c, forum).moderate) throw notFound()
    const former = await listFormerTexts(c.var.db, post.id)
    return c.render(<FormerTextsPage {...{ topic, post, former }} />)
  })
  .get('/forum/kiriman/:id/sembunyikan', signedIn, (c) => drawHide(c, blankForm()))
  .post('/forum/kiriman/:id/sembunyikan', signedIn, async (c) => {
    const said = await postOf(c)
    const read = await readPosted(c, reasonForm)
    if (!read.ok) return drawHide(c, read.form, read.status)
    await hidePost(c.var.db, c.var.actor, said.post.id, read.value.reason, momentOf(c))
    return back(c, said, 'Kiriman disembunyikan.')
  })
  .post('/forum/kiriman/:id/tampilkan', signedIn, async (c) => {
    const said = await postOf(c)
    await unhidePost(c.var.db, c.var.actor, said.post.id, momentOf(c))
    return back(c, said, 'Kiriman ditampilkan lagi.')
  })
