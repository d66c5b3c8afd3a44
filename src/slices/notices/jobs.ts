import type { Answer, Round } from '#jobs'
import { inEachAgency } from '#people'
import { tellOfBag } from './bag-commands.ts'
import { tellOfProject } from './commands.ts'
import { doneWords } from './done-words.ts'
import { tellOfFeedback } from './feedback-commands.ts'
import { tellOfSpoilt } from './fixity-commands.ts'
import { tellOfForum } from './forum-commands.ts'
import { forumTold } from './forum-said.ts'
import { judgingTold, tellOfJudging } from './judging-commands.ts'
import { sendAwaiting } from './mail-commands.ts'
import { quarantineTold, tellOfQuarantine } from './quarantine-commands.ts'
import { tellOfReplaced } from './replaced-commands.ts'
import { tellOfRetention } from './retention-commands.ts'
import { tellOfSitting } from './sitting-commands.ts'
import { gatherSlot, slotEvents, tellOfAbsence, tellOfSchedules } from './slot-commands.ts'

/** Tells of what happens to projects (every event may have been done in somebody's place) and in the forum. */
export const noticeJobs: Answer[] = [
  { queue: 'notices.project', events: Object.keys(doneWords), answer: tellOfProject },
  { queue: 'notices.forum', events: forumTold, answer: tellOfForum },
  { queue: 'notices.bag', events: ['bag.made', 'bag.failed'], answer: tellOfBag },
  { queue: 'notices.sitting', events: ['sitting.judge-invited', 'sitting.judge-excused'], answer: tellOfSitting },
  { queue: 'notices.feedback', events: ['assessment.decided'], answer: tellOfFeedback },
  { queue: 'notices.judging', events: judgingTold, answer: tellOfJudging },
  { queue: 'notices.slots', events: slotEvents, answer: gatherSlot },
  { queue: 'notices.absence', events: ['absence.noted'], answer: tellOfAbsence },
  { queue: 'notices.fixity', events: ['agency.files-spoilt'], answer: tellOfSpoilt },
  {
    queue: 'notices.replaced',
    events: ['recording.file-replaced', 'recording.pictures-added'],
    answer: tellOfReplaced,
  },
  { queue: 'notices.retention', events: ['retention.decided'], answer: tellOfRetention },
  { queue: 'notices.quarantine', events: quarantineTold, answer: tellOfQuarantine },
]

/** Tells of schedules that have come to rest. */
export const scheduleTellingJob: Round = {
  queue: 'notices.schedules',
  cron: '* * * * *',
  zone: 'Asia/Jakarta',
  run: tellOfSchedules,
}

/** Sends every hour what waited for an agency's working hours, soon after the hour at which an office opens. */
export const awaitingMailJob: Round = {
  queue: 'notices.awaiting',
  cron: '5 * * * *',
  zone: 'Asia/Jakarta',
  run: (database, now) => inEachAgency(database, (db) => sendAwaiting(db, now)),
}
