import { type Actor, holds, runsProgramme, stands } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'
import type { Forum, Post } from './forum.ts'

export type ForumPlace = Pick<Forum, 'agencyId' | 'id' | 'seatIds'>

const isChair = (actor: Actor, { id }: ForumPlace) => stands(actor, 'chair', id)
const isMember = (actor: Actor, forum: ForumPlace) =>
  runsProgramme(actor) || isChair(actor, forum) || forum.seatIds.some((seatId) => stands(actor, 'agent', seatId))
const leads = (actor: Actor, forum: ForumPlace) => runsProgramme(actor) || isChair(actor, forum)
const readsForum = (actor: Actor, forum: ForumPlace) => isMember(actor, forum) || holds(actor, 'leadership')

/** Who may do what in a forum: its members speak, leadership reads along, for others there is none. */
export const forumPolicy = {
  read: readsForum,
  write: isMember,
  /** Hiding posts, closing topics. */
  moderate: leads,
  nameChair: runsProgramme,
} satisfies Policy<ForumPlace>

export type PostPlace = ForumPlace & Pick<Post, 'accountId'>

/** What somebody wrote is theirs to edit, as long as they are a member. */
export const postPolicy = {
  read: readsForum,
  edit: (actor, post) => isMember(actor, post) && actor.accountId === post.accountId,
} satisfies Policy<PostPlace>

/** The forum that writes a guideline, and whether the version that is looked at is published. */
export type GuidelinePlace = ForumPlace & { isPublished: boolean }

/** What is published is for everybody in the agency; before that it is the forum's own. */
export const guidelinePolicy = {
  read: (actor, place) => place.isPublished || readsForum(actor, place),
  write: isMember,
  /** That its author alone is not enough is a rule of its life. */
  approve: leads,
  publish: runsProgramme,
} satisfies Policy<GuidelinePlace>

export const mayOpenForum = runsProgramme
