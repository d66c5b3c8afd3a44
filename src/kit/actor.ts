/** Peran: what an account may do in a whole agency. */
export const roles = ['admin', 'secretariat', 'leadership', 'evaluator'] as const
export type Role = (typeof roles)[number]

/** Hubungan tugas: what a person is to one thing. */
export const relations = ['agent', 'head', 'judge', 'steward', 'deputy', 'chair', 'member'] as const
export type Relation = (typeof relations)[number]

/**
 * What is left to an agent whose programme is over: whoever held the seat on its last day goes on reading what was made
 * in it and writes the entries that it leads to (decisions 33 and 43). No row of its own says so.
 */
const formerAgent = 'former-agent'
type Held = Relation | typeof formerAgent

/** Whoever asks: an account that acts for one agency, as one of its persons where it is one. */
export type Actor = {
  agencyId: string
  accountId: string
  personId: string | null
  /** The unit that the person works in. */
  unitId: string | null
  roles: readonly Role[]
  /** Only those in force today, in the agency's zone. */
  standings: readonly { relation: Held; thingId: string }[]
}

/** A deputy does whatever the steward may do: one of the two is always to be reached. */
const actsAs = (held: Held, wanted: Held) => held === wanted || (held === 'deputy' && wanted === 'steward')

/** Whether the actor stands in this relation to the thing of this id. */
export const stands = (actor: Actor, relation: Held, thingId: string | null): boolean =>
  actor.standings.some((standing) => actsAs(standing.relation, relation) && standing.thingId === thingId)

/** The ids of all things to which the actor stands in this relation. */
export const thingsOf = (actor: Actor, relation: Held): string[] =>
  actor.standings.filter((standing) => actsAs(standing.relation, relation)).map((standing) => standing.thingId)

/** Whether what was made in the seat is the actor's own: as its agent, or as who was that to the last day. */
export const isOfSeat = (actor: Actor, seatId: string | null): boolean =>
  stands(actor, 'agent', seatId) || stands(actor, formerAgent, seatId)

/** The seats of which that is so. */
export const seatsOf = (actor: Actor): string[] => [...thingsOf(actor, 'agent'), ...thingsOf(actor, formerAgent)]

/** Whether the actor holds any of these roles. */
export const holds = (actor: Actor, ...wanted: Role[]): boolean => wanted.some((role) => actor.roles.includes(role))

/** Admin and secretariat run the programme; the regulation knows no difference between them. */
export const runsProgramme = (actor: Actor): boolean => holds(actor, 'admin', 'secretariat')

/** Whoever may look at everything of the agency, but for what is a person's own. */
export const looksOn = (actor: Actor): boolean => holds(actor, 'admin', 'secretariat', 'leadership', 'evaluator')
