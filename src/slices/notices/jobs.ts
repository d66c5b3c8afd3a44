import { competitionEvents } from '#competition'
import type { Answer } from '#jobs'
import { progressEvents } from '#progress'
import { projectEvents } from '#project'
import { assessmentSaid } from './assessment-said.ts'
import { tellOfProject } from './commands.ts'

/** All but the single pieces of evidence: the report with which they came says enough. */
const progressTold = Object.keys(progressEvents).filter((event) => event !== 'evidence.added')

/** Tells of what happens to projects: every event may have been done in somebody's place. */
export const noticeJobs: Answer[] = [
  { queue: 'notices.project', events: Object.keys(projectEvents), answer: tellOfProject },
  { queue: 'notices.progress', events: progressTold, answer: tellOfProject },
  { queue: 'notices.competition', events: Object.keys(competitionEvents), answer: tellOfProject },
  { queue: 'notices.assessment', events: Object.keys(assessmentSaid), answer: tellOfProject },
]
