import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, insert, on, select, type Tx, update } from '#db'
import { type Page, pageSize } from '#kit/list.ts'
import { type HiddenAs, type Post, postsOnPage, type Topic } from './forum.ts'

const topicColumns = [
  'topic.agencyId',
  'topic.id',
  'topic.forumId',
  'topic.title',
  'topic.openedAt',
  'topic.accountId',
  'topic.personId',
  'topic.closedAt',
] as const
const postColumns = [
  'post.agencyId',
  'post.id',
  'post.topicId',
  'post.text',
  'post.postedAt',
  'post.accountId',
  'post.personId',
  'post.editedAt',
  'post.hiddenAt',
  'post.hiddenAs',
  'post.hiddenReason',
  'post.revision',
] as const

/** The topic of this id. */
export const findTopic = (db: Db, id: string): Promise<Topic | undefined> =>
  select(db, 'topic').select(topicColumns).where('id', '=', id).executeTakeFirst()

/** The same, held until the transaction ends. */
export const holdTopic = (tx: Tx, id: string): Promise<Topic | undefined> =>
  select(tx, 'topic').select(topicColumns).where('id', '=', id).forUpdate().executeTakeFirst()

/** Adds a topic; false when one of this id is there already. */
export async function saveNewTopic(tx: Tx, { agencyId: _, ...topic }: Topic): Promise<boolean> {
  const row = await insert(tx, 'topic', topic)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const saveClosed = (tx: Tx, id: string, closedAt: Date | null) =>
  update(tx, 'topic').set({ closedAt }).where('id', '=', id).executeTakeFirstOrThrow()

/** A topic as the list of its forum shows it to one account. */
export type TopicRow = Topic & {
  authorName: string
  posts: number
  unread: number
  /** The first post that the account has not read. */
  firstUnread: string | null
  lastAt: Date
  lastBy: string
}

/** A page of the topics of a forum, the one last spoken in first. One query. */
export async function listTopics(db: Db, forumId: string, accountId: string, number = 1): Promise<Page<TopicRow>> {
  const isUnread = sql`post.account_id <> ${accountId} and post.posted_at > coalesce(topic_read.read_at, '-infinity')`
  const found = await select(db, 'topic')
    .innerJoin('account', 'account.id', 'topic.accountId')
    .leftJoin('person', on('person.id', 'topic.personId'))
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('post')
          .innerJoin('account as author', 'author.id', 'post.accountId')
          .leftJoin('person as writer', on('writer.id', 'post.personId'))
          .leftJoin('topicRead', (join) =>
            on('topicRead.topicId', 'post.topicId')(join).on('topicRead.accountId', '=', accountId),
          )
          .where('post.agencyId', '=', db.agencyId)
          .groupBy('post.topicId')
          .select([
            'post.topicId',
            sql<number>`count(*)::int`.as('posts'),
            sql<number>`(count(*) filter (where ${isUnread}))::int`.as('unread'),
            sql<string | null>`(array_agg(post.id order by post.posted_at, post.id) filter (where ${isUnread}))[1]`.as(
              'firstUnread',
            ),
            sql<Date>`max(post.posted_at)`.as('lastAt'),
            sql<string>`(array_agg(coalesce(writer.name, author.name) order by post.posted_at desc, post.id desc))[1]`.as(
              'lastBy',
            ),
          ])
          .as('said'),
      (join) => join.onRef('said.topicId', '=', 'topic.id'),
    )
    .select(topicColumns)
    .select((eb) => eb.fn.coalesce('person.name', 'account.name').as('authorName'))
    .select(['said.posts', 'said.unread', 'said.firstUnread', 'said.lastAt', 'said.lastBy'])
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .where('topic.forumId', '=', forumId)
    .orderBy('said.lastAt', 'desc')
    .orderBy('topic.id', 'desc')
    .limit(pageSize)
    .offset((number - 1) * pageSize)
    .execute()
  const rows = found.map(({ total: _, ...row }) => row)
  return { rows, total: found[0]?.total ?? 0, number, size: pageSize }
}

// A check of the table says that nothing else stands there.
const postOf = <Row extends { hiddenAs: string }>(row: Row) => ({ ...row, hiddenAs: row.hiddenAs as HiddenAs })

/** The post of this id. */
export async function findPost(db: Db, id: string): Promise<Post | undefined> {
  const row = await select(db, 'post').select(postColumns).where('id', '=', id).executeTakeFirst()
  return row && postOf(row)
}

/** The same, held until the transaction ends. */
export async function holdPost(tx: Tx, id: string): Promise<Post | undefined> {
  const row = await select(tx, 'post').select(postColumns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && postOf(row)
}

export type PostRow = Post & { authorName: string }

/** A page of what was said in a topic, in its order. One query. */
export async function listPosts(db: Db, topicId: string, number = 1): Promise<Page<PostRow>> {
  const found = await select(db, 'post')
    .innerJoin('account', 'account.id', 'post.accountId')
    .leftJoin('person', on('person.id', 'post.personId'))
    .select(postColumns)
    .select((eb) => eb.fn.coalesce('person.name', 'account.name').as('authorName'))
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .where('post.topicId', '=', topicId)
    .orderBy('post.postedAt')
    .orderBy('post.id')
    .limit(postsOnPage)
    .offset((number - 1) * postsOnPage)
    .execute()
  const rows = found.map(({ total: _, ...row }) => postOf(row))
  return { rows, total: found[0]?.total ?? 0, number, size: postsOnPage }
}

/** How many posts stand before this one in its topic. */
export async function countBefore(db: Db, { id, topicId }: Pick<Post, 'id' | 'topicId'>): Promise<number> {
  const row = await select(db, 'post')
    .select(({ fn }) => fn.countAll<number>().as('before'))
    .where('topicId', '=', topicId)
    .where(
      // Compared in the database: an instant that has been here has lost its microseconds.
      sql<boolean>`(post.posted_at, post.id) < (
        select own.posted_at, own.id from post as own where own.agency_id = post.agency_id and own.id = ${id})`,
    )
    .executeTakeFirstOrThrow()
  return Number(row.before)
}

export type NewPost = Pick<Post, 'id' | 'topicId' | 'text' | 'postedAt' | 'accountId' | 'personId'>

/** Adds a post; false when one of this id is there already. */
export async function saveNewPost(tx: Tx, post: NewPost): Promise<boolean> {
  const row = await insert(tx, 'post', post)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves a new text under the next revision, and keeps the former one. */
export async function saveText(tx: Tx, post: Post, text: string, now: Date): Promise<void> {
  const writtenAt = post.editedAt ?? post.postedAt
  await insert(tx, 'postVersion', { postId: post.id, revision: post.revision, text: post.text, writtenAt }).execute()
  await update(tx, 'post')
    .set({ text, editedAt: now, revision: post.revision + 1 })
    .where('id', '=', post.id)
    .executeTakeFirstOrThrow()
}

/** What a post said before, the first text first. */
export const listFormerTexts = (db: Db, postId: string): Promise<{ text: string; writtenAt: Date }[]> =>
  select(db, 'postVersion').select(['text', 'writtenAt']).where('postId', '=', postId).orderBy('revision').execute()

export const saveHidden = (tx: Tx, { id, hiddenAt, hiddenAs, hiddenReason }: Post) =>
  update(tx, 'post').set({ hiddenAt, hiddenAs, hiddenReason }).where('id', '=', id).executeTakeFirstOrThrow()

/** Adds whom a revision of a post mentions; who was mentioned in it before stays as they are. */
export async function addMentions(tx: Tx, postId: string, revision: number, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return
  const before = await select(tx, 'mention').select('personId').where('postId', '=', postId).execute()
  const known = new Set(before.map(({ personId }) => personId))
  const rows = personIds
    .filter((personId) => !known.has(personId))
    .map((personId) => ({ id: randomUUIDv7(), postId, personId, revision }))
  if (rows.length > 0) await insert(tx, 'mention', rows).execute()
}

/** Whom a revision of a post was the first to mention. */
export async function listMentioned(db: Db, postId: string, revision: number): Promise<string[]> {
  const rows = await select(db, 'mention')
    .select('personId')
    .where('postId', '=', postId)
    .where('revision', '=', revision)
    .execute()
  return rows.map(({ personId }) => personId)
}

/** The account has read the topic until now. */
export const saveRead = (tx: Db, topicId: string, accountId: string, now: Date) =>
  insert(tx, 'topicRead', { topicId, accountId, readAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['agencyId', 'topicId', 'accountId'])
        .doUpdateSet({ readAt: sql`greatest(topic_read.read_at, excluded.read_at)` }),
    )
    .execute()

/** Until when the account has read the topic. */
export async function findRead(db: Db, topicId: string, accountId: string): Promise<Date | null> {
  const row = await select(db, 'topicRead')
    .select('readAt')
    .where('topicId', '=', topicId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row?.readAt ?? null
}
