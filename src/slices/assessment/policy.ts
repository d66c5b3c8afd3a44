import { type Actor, holds, isOfSeat, looksOn, runsProgramme, stands } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'

/** What a policy looks at: an assessment with the projects that it judges, and their seats. */
export type Judged = { agencyId: string; id: string; seatIds: readonly string[]; projectIds: readonly string[] }

const isJudge = (actor: Actor, { id }: Judged) => stands(actor, 'judge', id)

/**
 * Nobody has a hand in the assessment of a project of their own, as its agent, also once the programme is over, or as a
 * member of its team.
 */
const isConcerned = (actor: Actor, { seatIds, projectIds }: Judged) =>
  seatIds.some((seatId) => isOfSeat(actor, seatId)) ||
  projectIds.some((projectId) => stands(actor, 'member', projectId))

/**
 * Who may do what to an assessment; whether its state allows it is the rule of its life. Which marks a reader sees is
 * said by `visibleTo`: reading an assessment is not reading its marks.
 */
export const assessmentPolicy = {
  read: (actor, assessment) => looksOn(actor) || isJudge(actor, assessment),
  /** Rubric, judges and projects, opening and closing. */
  prepare: (actor, assessment) => runsProgramme(actor) && !isConcerned(actor, assessment),
  score: isJudge,
  /** Choosing the best, and saying which of equals goes first. */
  decide: (actor, assessment) => holds(actor, 'admin', 'secretariat', 'leadership') && !isConcerned(actor, assessment),
} satisfies Policy<Judged>

/**
 * Who reads the letter that tells a project how it was judged, once the choice was made: those whose project it is, the
 * head of its unit, and whoever looks at everything.
 */
export const readsLetter = (actor: Actor, project: { id: string; seatId: string; unitId: string }): boolean =>
  looksOn(actor) ||
  stands(actor, 'agent', project.seatId) ||
  stands(actor, 'member', project.id) ||
  stands(actor, 'head', project.unitId)

/** Every earlier version of a sheet is seen by the judge whose it is, released or kept out since, and by nobody else. */
export const readsVersions = (actor: Actor, sheet: { agencyId: string; judgeId: string }): boolean =>
  actor.agencyId === sheet.agencyId && actor.personId === sheet.judgeId

/** Who may begin an assessment. */
export const mayBegin = (actor: Actor): boolean => runsProgramme(actor)
