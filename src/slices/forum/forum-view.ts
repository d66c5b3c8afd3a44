import type { Context } from 'hono'
import type { MayReadFile } from '#files'
import type { Day } from '#kit/date.ts'
import { can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { isId } from '#kit/text.ts'
import { listStandingsOn, type NamedStanding } from '#people'
import { findProgramme } from '#programme'
import type { Web } from '#web/request.ts'
import { type Forum, type Post, pageOfPost } from './forum.ts'
import { findForum } from './forum-store.ts'
import { forumPolicy, postPolicy } from './policy.ts'
import { countBefore, findPost, findTopic } from './topic-store.ts'

/** The id in this request's address; 404 where something else stands. */
export function idOf(c: Context<Web>, name = 'id'): string {
  const id = c.req.param(name) ?? ''
  if (!isId(id)) throw notFound()
  return id
}

/** A forum of this id that the actor may read; 404 where there is none. */
export async function readableForum(c: Context<Web>, id: string): Promise<Forum> {
  const forum = isId(id) ? await findForum(c.var.db, id) : undefined
  if (!forum || !can(forumPolicy, c.var.actor, 'read', forum)) throw notFound()
  return forum
}

/** The topic of this request's address, with its forum and programme. */
export async function topicOf(c: Context<Web>, id = idOf(c)) {
  const topic = await findTopic(c.var.db, id)
  if (!topic) throw notFound()
  const forum = await readableForum(c, topic.forumId)
  return { topic, forum, programme: await programmeOf(c, forum) }
}

/** The post of this request's address, with what it stands in. */
export async function postOf(c: Context<Web>) {
  const post = await findPost(c.var.db, idOf(c))
  if (!post) throw notFound()
  return { post, ...(await topicOf(c, post.topicId)) }
}

/** The address of a post: on the page of its topic that holds it. */
export const pathOfPost = async (c: Context<Web>, post: Pick<Post, 'id' | 'topicId'>): Promise<string> =>
  `${topicPath(post.topicId, pageOfPost(await countBefore(c.var.db, post)))}#kiriman-${post.id}`

/** The address of a page of a topic. */
export const topicPath = (id: string, page: number): string =>
  page === 1 ? `/forum/topik/${id}` : `/forum/topik/${id}?halaman=${page}`

export async function programmeOf(c: Context<Web>, { programmeId }: Pick<Forum, 'programmeId'>) {
  const programme = await findProgramme(c.var.db, programmeId)
  if (!programme) throw notFound()
  return programme
}

/** Who may do what here, for the pages. */
export const mayIn = (c: Context<Web>, forum: Forum) => ({
  write: can(forumPolicy, c.var.actor, 'write', forum),
  moderate: can(forumPolicy, c.var.actor, 'moderate', forum),
  nameChair: can(forumPolicy, c.var.actor, 'nameChair', forum),
  edit: (post: Pick<Post, 'accountId'>) =>
    can(postPolicy, c.var.actor, 'edit', { ...forum, accountId: post.accountId }),
})

export type May = ReturnType<typeof mayIn>

/** Who chairs a forum on that day, and who will. */
export async function chairsOf(c: Context<Web>, forumId: string, today: Day) {
  const chairs = await listStandingsOn(c.var.db, 'chair', forumId)
  const isPast = ({ untilOn }: NamedStanding) => untilOn !== null && untilOn < today
  return {
    current: chairs.find((chair) => chair.fromOn <= today && !isPast(chair)) ?? null,
    next: chairs.find(({ fromOn }) => fromOn > today) ?? null,
  }
}

/** A file of a post is read by whoever may read the post. */
export const mayReadTopicFile: MayReadFile = async (db, actor, postId) => {
  const post = await findPost(db, postId)
  const topic = post && (await findTopic(db, post.topicId))
  const forum = topic && (await findForum(db, topic.forumId))
  if (!post || !forum) return false
  return can(forumPolicy, actor, post.hiddenAt === null ? 'read' : 'moderate', forum)
}
