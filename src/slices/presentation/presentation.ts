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
  /** `HH:MM` on the clock of the agency's zone. */
  beginsAt: string | null
  minutes: number | null
  /** Put there by hand: a schedule that is made anew leaves it. */
  isFixed: boolean
  /** How often its invitation changed. */
  sequence: number
  /** When it was begun and ended on the stage. */
  startedAt: Date | null
  endedAt: Date | null
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
  /** What it became, where it was to be done. */
  followUpId: string | null
  createdAt: Date
}

/** The presentation once it was decided. Throws a conflict when something was decided before. */
export function decide(presentation: Presentation, decision: Decision, note: string, now: Date): Presentation {
  if (presentation.decision !== null) throw conflict('Paparan ini sudah diputuskan. Keputusannya tidak dapat diubah.')
  return { ...presentation, decision, note, decidedAt: now }
}

/** Whether a slot may still be moved: nothing was decided, and it was not begun. */
export const isOpen = ({ decision, startedAt }: Pick<Presentation, 'decision' | 'startedAt'>): boolean =>
  decision === null && startedAt === null

/**
 * Why an agent can attach no more slides; null when that can be done. Settled: the day that was set runs to its end in
 * the agency's zone; whoever runs the programme may attach them later too, on the agent's behalf.
 */
export function slidesObstacle(sitting: { slidesDueOn: Day | null } | undefined, today: Day): string | null {
  if (!sitting?.slidesDueOn || sitting.slidesDueOn >= today) return null
  return `Salindia diterima sampai ${dayInWords(sitting.slidesDueOn)}. Kirimkan kepada sekretariat untuk dilampirkan.`
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

type Accepted = { changesDoneAt: Date | null }

/**
 * How the changes stand with which a plan was accepted, `open` of them still to be done. Settled: they are done once
 * nobody has to do any of them, though somebody has yet to look at them.
 */
export const changesOf = ({ decidedAt }: Presentation, { changesDoneAt }: Accepted, open: number, now: Date) => ({
  changesAskedAt: decidedAt,
  changesDoneAt: open > 0 ? null : (changesDoneAt ?? now),
})

/** Whether it was decided or has ended: whatever its hour, it stands in nobody's way any more. */
export const isOver = ({ decision, endedAt }: Pick<Presentation, 'decision' | 'endedAt'>): boolean =>
  decision !== null || endedAt !== null
