import { type Actor, runsProgramme, stands } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'
import { type ProjectPlace, readsProject } from '#project'

/** Nobody agrees in an agent's place: it is the agent's own name. */
const isAgent = (actor: Actor, { seatId }: ProjectPlace) => actor.personId !== null && stands(actor, 'agent', seatId)

/** Who may do what to the public face of a project that they may read. */
export const publicationPolicy = {
  read: readsProject,
  agree: isAgent,
  disagree: isAgent,
  publish: (actor) => runsProgramme(actor),
  takeBack: (actor) => runsProgramme(actor),
} satisfies Policy<ProjectPlace>

export type PublicationAct = Exclude<keyof typeof publicationPolicy, 'read'>
