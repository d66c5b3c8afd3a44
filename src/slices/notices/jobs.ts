import type { Answer } from '#jobs'
import { tellOfProject } from './commands.ts'
import { doneWords } from './done-words.ts'
import { tellOfForum } from './forum-commands.ts'
import { forumTold } from './forum-said.ts'

/** Tells of what happens to projects (every event may have been done in somebody's place) and in the forum. */
export const noticeJobs: Answer[] = [
  { queue: 'notices.project', events: Object.keys(doneWords), answer: tellOfProject },
  { queue: 'notices.forum', events: forumTold, answer: tellOfForum },
]
