import type { Answer } from '#jobs'
import { followChanges } from './decision-commands.ts'

/** What becomes of the changes that a presentation asked for says whose turn its project is. */
export const changeJob: Answer = {
  queue: 'presentation.changes',
  events: ['follow-up.agreed', 'follow-up.finished', 'follow-up.reopened', 'follow-up.dropped'],
  answer: async (db, { details }, now) => {
    if (typeof details.projectId === 'string') await followChanges(db, details.projectId, now)
  },
}
