import type { Answer } from '#jobs'
import { progressEvents } from '#progress'
import { projectEvents } from '#project'
import { tellOfProject } from './commands.ts'
import { tellOfForum } from './forum-commands.ts'
import { forumTold } from './forum-said.ts'

/** All but the single pieces of evidence: the report with which they came says enough. */
const progressTold = Object.keys(progressEvents).filter((event) => event !== 'evidence.added')

/** Tells of what happens to projects: every event may have been done in somebody's place. */
export const noticeJobs: Answer[] = [
  { queue: 'notices.project', events: Object.keys(projectEvents), answer: tellOfProject },
  { queue: 'notices.progress', events: progressTold, answer: tellOfProject },
  { queue: 'notices.forum', events: forumTold, answer: tellOfForum },
]
