import type { Answer } from '#jobs'
import { projectEvents } from '#project'
import { assessmentSaid } from './assessment-said.ts'
import { tellOfProject } from './commands.ts'

/** Tells of what happens to projects: every event may have been done in somebody's place. */
export const noticeJobs: Answer[] = [
  {
    queue: 'notices.project',
    events: [...Object.keys(projectEvents), ...Object.keys(assessmentSaid)],
    answer: tellOfProject,
  },
]
