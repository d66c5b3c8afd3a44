import type { Day } from '#kit/date.ts'

/** Forum agen perubahan: where the agents of one programme speak with each other, under a chair. */
export type Forum = {
  agencyId: string
  id: string
  programmeId: string
  /** The seats of its programme: whoever sits in one is a member. */
  seatIds: string[]
}

/** Topik: one conversation of the forum. */
export type Topic = {
  agencyId: string
  id: string
  forumId: string
  title: string
  openedAt: Date
  accountId: string
  personId: string | null
  closedAt: Date | null
}

/** Kiriman: one contribution to a topic. */
export type Post = {
  agencyId: string
  id: string
  topicId: string
  text: string
  postedAt: Date
  accountId: string
  personId: string | null
  editedAt: Date | null
  hiddenAt: Date | null
  hiddenAs: HiddenAs
  hiddenReason: string
  revision: number
}

/** In which part somebody hid a post; empty where nobody did. */
export type HiddenAs = '' | 'chair' | 'secretariat'

/** Posts a page of a topic shows: a post is longer than a row of a table. */
export const postsOnPage = 50

/** The page of a topic on which a post stands that has so many before it. */
export const pageOfPost = (before: number): number => Math.floor(before / postsOnPage) + 1

/** Who speaks in a forum: by the name that a mention takes, and with titles. */
export type Member = { id: string; name: string; fullName: string; part: 'chair' | 'agent' | 'secretariat' }

/** Why nothing can be added to the topic; null when it can. */
export const answerObstacle = ({ closedAt }: Pick<Topic, 'closedAt'>): string | null =>
  closedAt === null ? null : 'Topik ini sudah ditutup, jadi tidak menerima kiriman lagi.'

/** Why a post cannot be edited; null when it can. */
export const editObstacle = (topic: Pick<Topic, 'closedAt'>, { hiddenAt }: Pick<Post, 'hiddenAt'>): string | null =>
  hiddenAt === null ? answerObstacle(topic) : 'Kiriman ini disembunyikan, jadi tidak dapat disunting.'

/** Why a chair cannot begin on this day; null when one can. A chair that was named stays in the record. */
export const chairObstacle = (current: { fromOn: Day } | undefined, fromOn: Day): string | null =>
  current && fromOn <= current.fromOn ? 'Ketua baru mulai bertugas sesudah ketua yang sekarang mulai.' : null
