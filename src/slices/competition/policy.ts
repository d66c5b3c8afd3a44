import { type Actor, isOfSeat, looksOn, runsProgramme, stands } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'

/** What the policy looks at: an entry with where its project stands. */
export type EntryPlace = { agencyId: string; projectId: string; seatId: string; unitId: string }

/**
 * Those whose work the project is: its agent and the members of its team. An entry is written when the innovation is
 * old enough, mostly after its programme is over: whoever was the agent to its last day stays one of its authors.
 */
export const isAuthor = (actor: Actor, entry: EntryPlace): boolean =>
  isOfSeat(actor, entry.seatId) || stands(actor, 'member', entry.projectId)

/** Who may do what to an entry; whether its state allows it is the rule of its life. */
export const entryPolicy = {
  read: (actor, entry) => looksOn(actor) || isAuthor(actor, entry) || stands(actor, 'head', entry.unitId),
  edit: (actor, entry) => isAuthor(actor, entry) || runsProgramme(actor),
  /** What leaves the house is the secretariat's to say. */
  declare: runsProgramme,
  reopen: runsProgramme,
  send: runsProgramme,
  withdraw: runsProgramme,
  /** What each national stage decided. */
  result: runsProgramme,
  /** What became of the innovation is told by whoever runs it. */
  tell: (actor, entry) => isAuthor(actor, entry) || runsProgramme(actor),
  /** Whoever reads an entry may remark on it, but for who only looks on from outside. */
  remark: (actor, entry) => isAuthor(actor, entry) || runsProgramme(actor) || stands(actor, 'head', entry.unitId),
} satisfies Policy<EntryPlace>

/** Whoever runs the programme enters a chosen project. */
export const mayEnter = (actor: Actor, about: { agencyId: string }): boolean =>
  about.agencyId === actor.agencyId && runsProgramme(actor)

/** Where a project stands, for what is asked before there is an entry. */
type Made = { agencyId: string; id: string; seatId: string }

/** Those who make the project: its agent and the members of its team. */
export const isMaker = (actor: Actor, { agencyId, id, seatId }: Made): boolean =>
  agencyId === actor.agencyId && (stands(actor, 'agent', seatId) || stands(actor, 'member', id))

/** Whoever makes a project says at which category it aims, and whoever runs the programme. */
export const mayAim = (actor: Actor, project: Made): boolean =>
  isMaker(actor, project) || (project.agencyId === actor.agencyId && runsProgramme(actor))
