import { type Day, dayInWords } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'

export type Decision = 'accepted' | 'accepted_with_changes' | 'again'

/** Paparan: one version of a plan before a sitting: its slot, and what was decided. */
export type Presentation = {
  agencyId: string
  id: string
  projectId: string
  planId: string
  /** Null where something small was decided without a sitting; `reason` then says why. */
  sittingId: string | null
  position: number | null
  minutes: number | null
  reason: string | null
  decision: Decision | null
  /** What the agent reads with the decision. */
  note: string
  decidedAt: Date | null
  revision: number
}

/** Masukan: what somebody said at a presentation. */
export type Feedback = {
  id: string
  presentationId: string
  personId: string | null
  guest: string
  words: string
  createdAt: Date
}

/** The presentation once it was decided. Throws a conflict when something was decided before. */
export function decide(presentation: Presentation, decision: Decision, note: string, now: Date): Presentation {
  if (presentation.decision !== null) throw conflict('Paparan ini sudah diputuskan. Keputusannya tidak dapat diubah.')
  return { ...presentation, decision, note, decidedAt: now }
}

type Verified = { id: string; state: string; verifiedAt: Date | null }

/**
 * The decision that lets a verified plan be agreed; undefined while there is none. One that was taken before the plan
 * was last verified does not count: the plan went back and came again since.
 */
export const acceptanceOf = <One extends Presentation>(presentations: readonly One[], plan: Verified) =>
  presentations.find(
    ({ planId, decision, decidedAt }) =>
      planId === plan.id &&
      (decision === 'accepted' || decision === 'accepted_with_changes') &&
      plan.verifiedAt !== null &&
      decidedAt !== null &&
      decidedAt >= plan.verifiedAt,
  )

type Waiting = Verified & {
  presentation: Pick<Presentation, 'planId'>
  /** Everything that was decided about the project before. */
  presentations: readonly Presentation[]
  sitting: { heldOn: Day } | undefined
}

/**
 * Why nothing can be decided about a presentation today; null when it can. Settled: decisions are taken about the
 * version that was verified, once, and not before the day on which it is presented.
 */
export function decisionObstacle({ presentation, presentations, sitting, ...plan }: Waiting, today: Day) {
  if (plan.state !== 'verified' || plan.id !== presentation.planId)
    return 'Rencana ini tidak sedang menunggu paparan, jadi belum dapat diputuskan.'
  if (acceptanceOf(presentations, plan))
    return 'Rencana ini sudah diterima dengan perubahan. Tetapkan setelah tindak lanjutnya ditutup.'
  if (sitting && sitting.heldOn > today)
    return `Sidangnya baru diadakan ${dayInWords(sitting.heldOn)}, jadi belum ada yang diputuskan.`
  return null
}

/** Why a plan cannot be agreed yet, as a sentence; null when it can. `open` are the changes that are not yet closed. */
export function agreeObstacle(acceptance: Presentation | undefined, open: number): string | null {
  if (!acceptance) return 'Rencana ini belum diterima dalam paparan. Adakan paparannya, lalu catat keputusannya.'
  if (acceptance.decision === 'accepted' || open === 0) return null
  return `Rencana ini diterima dengan perubahan, dan ${open} tindak lanjut paparannya belum ditutup.`
}
