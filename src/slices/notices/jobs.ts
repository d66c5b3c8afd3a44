import type { Answer } from '#jobs'
import { tellOfProject } from './commands.ts'
import { doneWords } from './done-words.ts'

/** Tells of what happens to projects: every event may have been done in somebody's place. */
export const noticeJobs: Answer[] = [
  { queue: 'notices.project', events: Object.keys(doneWords), answer: tellOfProject },
]
