import type { Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'

export type FollowUpState = 'open' | 'done' | 'closed' | 'dropped'
export type FollowUpSource = 'return' | 'sitting' | 'report' | 'meeting'

/** Tindak lanjut: something that was agreed: who does it, until when, and how it ended. */
export type FollowUp = {
  agencyId: string
  id: string
  programmeId: string
  projectId: string | null
  seatId: string | null
  unitId: string | null
  source: FollowUpSource
  sourceId: string | null
  /** Where it was agreed, in words: "rapat 12 Maret". Empty where the source says enough. */
  origin: string
  what: string
  ownerId: string
  /** The unit in which its owner works: the head of it follows what the unit's people have to do. */
  ownerUnitId: string | null
  dueOn: Day
  state: FollowUpState
  /** What its owner says was done. */
  outcome: string
  doneAt: Date | null
  closedAt: Date | null
  /** Why it was sent back or dropped. */
  remark: string
  /** How many of those who hear of a delay have heard of this one. */
  toldSteps: number
  revision: number
}

/** Catatan tindak lanjut: what was said when it was done, sent back, corrected or dropped. Files prove what was done. */
export type FollowUpNote = {
  id: string
  followUpId: string
  kind: 'finish' | 'reopen' | 'change' | 'drop'
  words: string
  notedAt: Date
}

export type FollowUpAct = 'finish' | 'close' | 'reopen' | 'drop' | 'change'

/** The whole life of a follow-up: from which states an act may be done, and to which it leads. */
export const followUpLife: Record<FollowUpAct, { from: FollowUpState[]; to: FollowUpState }> = {
  /** Its owner did it, and says what. */
  finish: { from: ['open'], to: 'done' },
  /** Whoever asked for it is content. */
  close: { from: ['done'], to: 'closed' },
  /** It is not enough. */
  reopen: { from: ['done', 'closed'], to: 'open' },
  /** It gets another owner or due day. */
  change: { from: ['open'], to: 'open' },
  /** It is no longer wanted. */
  drop: { from: ['open', 'done'], to: 'dropped' },
}

const refusals: Record<FollowUpState, string> = {
  open: 'Tindak lanjut ini belum dikerjakan pemiliknya.',
  done: 'Tindak lanjut ini sudah dinyatakan selesai dan menunggu diperiksa.',
  closed: 'Tindak lanjut ini sudah ditutup.',
  dropped: 'Tindak lanjut ini sudah dibatalkan.',
}

/** Whether the act may be done in this state. */
export const followUpAllows = (state: FollowUpState, act: FollowUpAct): boolean =>
  followUpLife[act].from.includes(state)

function after(followUp: FollowUp, act: FollowUpAct): FollowUpState {
  if (!followUpAllows(followUp.state, act)) throw conflict(refusals[followUp.state])
  return followUpLife[act].to
}

/** Done by its owner at `now`; what was done is said. */
export const finish = (followUp: FollowUp, outcome: string, now: Date): FollowUp => ({
  ...followUp,
  state: after(followUp, 'finish'),
  outcome,
  doneAt: now,
})

export const close = (followUp: FollowUp, now: Date): FollowUp => ({
  ...followUp,
  state: after(followUp, 'close'),
  closedAt: now,
})

/** Sent back to its owner with a remark. */
export const reopen = (followUp: FollowUp, remark: string): FollowUp => ({
  ...followUp,
  state: after(followUp, 'reopen'),
  remark,
  doneAt: null,
  closedAt: null,
})

export const drop = (followUp: FollowUp, remark: string): FollowUp => ({
  ...followUp,
  state: after(followUp, 'drop'),
  remark,
})

/** Another owner or due day; whoever hears of delays hears of the new one anew. */
export const change = (followUp: FollowUp, to: Pick<FollowUp, 'ownerId' | 'dueOn'>): FollowUp => ({
  ...followUp,
  ...to,
  state: after(followUp, 'change'),
  toldSteps: 0,
})

/** Whether somebody still has to do something about it: a gate can demand that nothing is. */
export const isPending = ({ state }: Pick<FollowUp, 'state'>): boolean => state === 'open' || state === 'done'

/** What proves that a follow-up is done: what an office writes, scans and photographs. */
export const proofFamilies = ['document', 'sheet', 'slides', 'pdf', 'picture'] as const
