import type { Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'
import type { LkeQuestion } from './evidence-question.ts'
import type { Decision } from './progress-report.ts'

export type EvidenceState = 'submitted' | 'verified' | 'returned' | 'withdrawn'

/** Eviden: a file or a link that proves activities. Of a file, `id` is the file's as well. */
export type Evidence = {
  agencyId: string
  id: string
  projectId: string
  /** The activities that it proves, by their lines: one proof may serve several. */
  lineIds: string[]
  /** The questions of the LKE that it proves as well. */
  questions: LkeQuestion[]
  /** The report with which it came; null when it came by itself. */
  reportId: string | null
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

/** Throws a conflict that names the state which does not allow the act. */
export function refuseUnlessAllowed(state: EvidenceState, act: EvidenceAct): void {
  if (!evidenceAllows(state, act)) throw conflict(refusals[state])
}

/** The evidence after the act, where its state allows that. */
export function decideEvidence(evidence: Evidence, act: EvidenceAct, { by, at }: Decision, remark = ''): Evidence {
  refuseUnlessAllowed(evidence.state, act)
  return { ...evidence, state: evidenceLife[act].to, decidedAt: at, decidedBy: by, remark }
}

/** Evidence that proves something as far as anybody has found: not sent back, not withdrawn. */
export const stands = ({ state }: Pick<Evidence, 'state'>): boolean => state === 'submitted' || state === 'verified'

type Serving = Pick<Evidence, 'id' | 'lineIds' | 'state'>

/** The lines of this evidence that no other evidence of the project proves: what is left without proof if it goes. */
export function provedByItAlone(evidence: Serving, all: readonly Serving[]): string[] {
  if (!stands(evidence)) return []
  const others = new Set(all.filter((one) => one.id !== evidence.id && stands(one)).flatMap(({ lineIds }) => lineIds))
  return evidence.lineIds.filter((lineId) => !others.has(lineId))
}

/** Asks for the activity that evidence proves. */
export const noLine = 'Pilih paling sedikit satu kegiatan.'

/**
 * The lines that evidence proves after somebody chose them among those of the agreed plan. A line that an earlier
 * version of the plan had cannot be chosen any more, and what was proved of it stays proved.
 */
export function linesAfter(
  current: readonly string[],
  chosen: readonly string[],
  planned: readonly string[],
): string[] {
  if (chosen.some((lineId) => !planned.includes(lineId)))
    throw conflict('Rencana aksi sudah berubah. Pilih lagi kegiatan yang dibuktikan.')
  if (chosen.length === 0) throw conflict(noLine)
  return [...new Set([...chosen, ...current.filter((lineId) => !planned.includes(lineId))])].toSorted()
}

/**
 * Why no evidence can be brought to a project by itself now; null when it can. What is still missing or was sent back is
 * often handed in after the project was declared finished, until its head has confirmed that.
 */
export const evidenceObstacle = (project: { state: string }): string | null =>
  isUnderWay(project)
    ? null
    : 'Eviden dapat ditambahkan selama proyek berjalan, sampai atasan memastikan proyek selesai.'

/**
 * Why evidence of a project can be neither judged nor given to other activities now; null when it can. What a project
 * was closed or stopped with stays as it was found, since its end was confirmed on it.
 */
export const judgingObstacle = (project: { state: string }): string | null =>
  isUnderWay(project) ? null : 'Proyek ini sudah berakhir, jadi evidennya tidak lagi diperiksa atau diubah kegiatannya.'

const isUnderWay = ({ state }: { state: string }) => state === 'running' || state === 'finished'
