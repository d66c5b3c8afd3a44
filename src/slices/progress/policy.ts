import { type Actor, isOfSeat, looksOn, runsProgramme, stands } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'
import { type ProjectPlace, readsProject } from '#project'

/** Who brought a report or a piece of evidence. */
export type Author = { accountId: string; personId: string | null }

/** What a policy looks at: the project, and whoever brought what is looked at (null for the project itself). */
export type ProgressThing = ProjectPlace & { author: Author | null }

const isOfProject = (actor: Actor, { seatId, id }: ProgressThing) =>
  stands(actor, 'agent', seatId) || stands(actor, 'member', id)

const isAuthor = (actor: Actor, { author }: ProgressThing) =>
  author !== null &&
  (actor.accountId === author.accountId || (actor.personId !== null && actor.personId === author.personId))

/**
 * The secretariat, but nobody judges what is their own project's, also once the programme is over, or what they brought
 * themselves.
 */
const judges = (actor: Actor, thing: ProgressThing) =>
  runsProgramme(actor) && !isOfSeat(actor, thing.seatId) && !isOfProject(actor, thing) && !isAuthor(actor, thing)

/** Who may do what to the progress of a project; whether it is possible now is the rule of its lives. */
export const progressPolicy = {
  read: readsProject,
  /** Its agent and team, or the secretariat in the agent's place (the entry then says so). */
  report: (actor, thing) => isOfProject(actor, thing) || runsProgramme(actor),
  /** Says which activities a piece of evidence proves; of verified evidence, whoever may verify it. */
  assign: (actor, thing) => isOfProject(actor, thing) || runsProgramme(actor),
  verify: judges,
  sendBack: judges,
  withdraw: isAuthor,
} satisfies Policy<ProgressThing>

/** The evidence of a whole reform area is taken by whoever may look at all projects of the agency. */
export const areaEvidencePolicy = { read: (actor) => looksOn(actor) } satisfies Policy<{ agencyId: string }>

export type ProgressAct = Exclude<keyof typeof progressPolicy, 'read'>
