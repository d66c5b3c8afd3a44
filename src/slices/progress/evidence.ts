import type { Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'
import type { Decision } from './progress-report.ts'

export type EvidenceState = 'submitted' | 'verified' | 'returned' | 'withdrawn'

/** Eviden: a file or a link that proves an activity. Of a file, `id` is the file's as well. */
export type Evidence = {
  agencyId: string
  id: string
  projectId: string
  lineId: string
  reportId: string
  name: string
  link: string | null
  /** The day of what it proves. */
  provesOn: Day
  state: EvidenceState
  addedAt: Date
  accountId: string
  personId: string | null
  decidedAt: Date | null
  decidedBy: string | null
  /** Why it was sent back. */
  remark: string
}

export type EvidenceAct = 'verify' | 'sendBack' | 'withdraw'

/** The whole life of evidence. What was verified stays: it can be sent back first, with a reason. */
export const evidenceLife: Record<EvidenceAct, { from: EvidenceState[]; to: EvidenceState }> = {
  verify: { from: ['submitted', 'returned'], to: 'verified' },
  sendBack: { from: ['submitted', 'verified'], to: 'returned' },
  withdraw: { from: ['submitted', 'returned'], to: 'withdrawn' },
}

const refusals: Record<EvidenceState, string> = {
  submitted: 'Eviden ini belum diperiksa.',
  verified: 'Eviden ini sudah diverifikasi.',
  returned: 'Eviden ini sudah dikembalikan.',
  withdrawn: 'Eviden ini sudah ditarik.',
}

/** Whether the act may be done to evidence in this state. */
export const evidenceAllows = (state: EvidenceState, act: EvidenceAct): boolean =>
  evidenceLife[act].from.includes(state)

/** The evidence after the act. Throws a conflict that names the state which does not allow it. */
export function decideEvidence(evidence: Evidence, act: EvidenceAct, { by, at }: Decision, remark = ''): Evidence {
  if (!evidenceAllows(evidence.state, act)) throw conflict(refusals[evidence.state])
  return { ...evidence, state: evidenceLife[act].to, decidedAt: at, decidedBy: by, remark }
}
