import { addDays, type Day } from '#kit/date.ts'
import type { FollowUp } from './follow-up.ts'

/**
 * Eskalasi: who hears that a follow-up is late, in their order, and how many days after its due day. No source says it;
 * settled: its owner on the day after, the head of the owner's unit three days after that, the secretariat seven days
 * after the owner. Nobody hears twice of one due day; a corrected one begins anew.
 */
export const escalation = [
  { event: 'follow-up.overdue', days: 1 },
  { event: 'follow-up.overdue-head', days: 4 },
  { event: 'follow-up.overdue-secretariat', days: 8 },
] as const

/** What has to be told on this day of the agency's and was not: all steps that passed while nobody looked, too. */
export const toTell = ({ state, dueOn, toldSteps }: Pick<FollowUp, 'state' | 'dueOn' | 'toldSteps'>, today: Day) =>
  state === 'open' ? escalation.slice(toldSteps).filter(({ days }) => addDays(dueOn, days) <= today) : []
