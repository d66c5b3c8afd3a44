import { type Db, type Tx, transact } from '#db'
import { claimUpload } from '#files'
import { record } from '#journal'
import { type Actor, stands } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict, notFound } from '#kit/refusal.ts'
import { answerObstacle, editObstacle, type Forum, type Post, type Topic } from './forum.ts'
import { findForum, listMembers } from './forum-store.ts'
import { forumPolicy, postPolicy } from './policy.ts'
import { mentionedIn } from './post-text.ts'
import {
  addMentions,
  findTopic,
  holdPost,
  holdTopic,
  saveClosed,
  saveHidden,
  saveNewPost,
  saveNewTopic,
  saveRead,
  saveText,
} from './topic-store.ts'

/** What somebody says; `files` are settled uploads. Its id was minted with the form. */
export type Said = { id: string; text: string; files: string[] }

/** Opens a topic with its first post. Posted twice it is opened once. */
export const openTopic = (
  db: Db,
  actor: Actor,
  forumId: string,
  { id, title, post }: { id: string; title: string; post: Said },
  moment: Moment,
) =>
  transact(db, async (tx) => {
    const forum = await findForum(tx, forumId)
    authorize(forumPolicy, actor, 'write', forum)
    const { accountId, personId } = actor
    const opened = { agencyId: tx.agencyId, id, forumId, title, openedAt: moment.now, closedAt: null }
    if (!(await saveNewTopic(tx, { ...opened, accountId, personId }))) return
    const details = await say(tx, actor, forum, id, post, moment)
    if (details) await record(tx, actor, { event: 'topic.opened', thing: { kind: 'topic', id }, details }, moment.now)
  })

/** Answers in a topic; whoever answers has read it. */
export const answerTopic = (db: Db, actor: Actor, topicId: string, post: Said, moment: Moment) =>
  transact(db, async (tx) => {
    const { topic, forum } = await hold(tx, topicId)
    authorize(forumPolicy, actor, 'write', forum)
    const obstacle = answerObstacle(topic)
    if (obstacle !== null) throw conflict(obstacle)
    const thing = { kind: 'topic' as const, id: topicId }
    const details = await say(tx, actor, forum, topicId, post, moment)
    if (details) await record(tx, actor, { event: 'topic.answered', thing, details }, moment.now)
  })

/** Edits one's own post; what it said before stays readable. */
export const editPost = (
  db: Db,
  actor: Actor,
  id: string,
  { text, revision }: { text: string; revision: number },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const { post, topic, forum } = await holdSaid(tx, id)
    authorize(postPolicy, actor, 'edit', { ...forum, accountId: post.accountId })
    compareRevision(post.revision, revision)
    const obstacle = editObstacle(topic, post)
    if (obstacle !== null) throw conflict(obstacle)
    if (text === post.text) return
    await saveText(tx, post, text, now)
    const members = await listMembers(tx, forum, today)
    await addMentions(tx, id, revision + 1, mentionedIn(text, members))
    const details = { forumId: forum.id, postId: id, revision: revision + 1 }
    await record(tx, actor, { event: 'topic.post-edited', thing: { kind: 'topic', id: topic.id }, details }, now)
  })

/** Hides a post with the reason that stands in its place. */
export const hidePost = (db: Db, actor: Actor, id: string, reason: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const { post, topic, forum } = await holdSaid(tx, id)
    authorize(forumPolicy, actor, 'moderate', forum)
    if (post.hiddenAt !== null) throw conflict('Kiriman ini sudah disembunyikan.')
    const hiddenAs = stands(actor, 'chair', forum.id) ? 'chair' : 'secretariat'
    await saveHidden(tx, { ...post, hiddenAt: now, hiddenAs, hiddenReason: reason })
    const details = { forumId: forum.id, postId: id }
    await record(tx, actor, { event: 'topic.post-hidden', thing: { kind: 'topic', id: topic.id }, details }, now)
  })

/** Shows a hidden post again. */
export const unhidePost = (db: Db, actor: Actor, id: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const { post, topic, forum } = await holdSaid(tx, id)
    authorize(forumPolicy, actor, 'moderate', forum)
    if (post.hiddenAt === null) throw conflict('Kiriman ini tidak disembunyikan.')
    await saveHidden(tx, { ...post, hiddenAt: null, hiddenAs: '', hiddenReason: '' })
    const details = { forumId: forum.id, postId: id }
    await record(tx, actor, { event: 'topic.post-unhidden', thing: { kind: 'topic', id: topic.id }, details }, now)
  })

/** Closes a topic: it stays readable and takes no more posts. */
export const closeTopic = (db: Db, actor: Actor, id: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const { topic, forum } = await hold(tx, id)
    authorize(forumPolicy, actor, 'moderate', forum)
    if (topic.closedAt !== null) throw conflict('Topik ini sudah ditutup.')
    await saveClosed(tx, id, now)
    await record(
      tx,
      actor,
      { event: 'topic.closed', thing: { kind: 'topic', id }, details: { forumId: forum.id } },
      now,
    )
  })

/** Marks a topic as read until the last post that was seen. Reading decides nothing, so the journal holds nothing of it. */
export const readTopic = (db: Db, actor: Actor, id: string, until: Date, { now }: Moment) =>
  transact(db, async (tx) => {
    const topic = await findTopic(tx, id)
    const forum = topic && (await findForum(tx, topic.forumId))
    authorize(forumPolicy, actor, 'read', forum)
    await saveRead(tx, id, actor.accountId, until < now ? until : now)
  })

/** Step: a post with its files and mentions; the details of its entry, or null when it was said before. */
async function say(tx: Tx, actor: Actor, forum: Forum, topicId: string, said: Said, { now, today }: Moment) {
  const { id, text, files } = said
  const { accountId, personId } = actor
  if (!(await saveNewPost(tx, { id, topicId, text, postedAt: now, accountId, personId }))) return null
  for (const file of files) await claimUpload(tx, actor, file, { kind: 'topic', id }, now)
  await addMentions(tx, id, 1, mentionedIn(text, await listMembers(tx, forum, today)))
  await saveRead(tx, topicId, accountId, now)
  return { forumId: forum.id, postId: id, revision: 1 }
}

async function hold(tx: Tx, topicId: string): Promise<{ topic: Topic; forum: Forum }> {
  const topic = await holdTopic(tx, topicId)
  const forum = topic && (await findForum(tx, topic.forumId))
  if (!topic || !forum) throw notFound()
  return { topic, forum }
}

/** The post of this id, its topic and its forum. */
async function holdSaid(tx: Tx, postId: string): Promise<{ post: Post; topic: Topic; forum: Forum }> {
  const found = await holdPost(tx, postId)
  if (!found) throw notFound()
  return { post: found, ...(await hold(tx, found.topicId)) }
}
