import { type Actor, isOfSeat, looksOn, runsProgramme, stands, thingsOf } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'
import type { FollowUp } from './follow-up.ts'

type Seen = Pick<FollowUp, 'agencyId' | 'ownerId' | 'ownerUnitId' | 'seatId' | 'unitId'>

const isOwner = (actor: Actor, followUp: Seen) => actor.personId === followUp.ownerId
const isHead = (actor: Actor, followUp: Seen) => stands(actor, 'head', followUp.unitId)
const isHeadOfOwner = (actor: Actor, followUp: Seen) => stands(actor, 'head', followUp.ownerUnitId)

/** Nobody closes what was theirs to do. */
export const mayClose = (actor: Actor, followUp: Seen): boolean =>
  !isOwner(actor, followUp) && (runsProgramme(actor) || isHead(actor, followUp))

/** Who may do what to a follow-up; whether its state allows it is the rule of its life. */
export const followUpPolicy = {
  read: (actor, followUp) =>
    looksOn(actor) ||
    isOwner(actor, followUp) ||
    isHead(actor, followUp) ||
    isHeadOfOwner(actor, followUp) ||
    stands(actor, 'agent', followUp.seatId),
  finish: (actor, followUp) => isOwner(actor, followUp) || runsProgramme(actor),
  close: mayClose,
  reopen: mayClose,
  /** Whoever asked for it settles who does it until when, never who has to do it. */
  change: mayClose,
  drop: (actor, followUp) => !isOwner(actor, followUp) && runsProgramme(actor),
} satisfies Policy<Seen>

/** Whoever runs the programme adds follow-ups, and the head of the unit that they are about. */
export const mayAdd = (actor: Actor, about: { agencyId: string; unitId: string | null }): boolean =>
  about.agencyId === actor.agencyId && (runsProgramme(actor) || stands(actor, 'head', about.unitId))

/** What is about no project a head hands on among the people of the own units alone, as it was asked. */
export const mayHandTo = (
  actor: Actor,
  { agencyId, projectId, ownerId }: Pick<FollowUp, 'agencyId' | 'projectId' | 'ownerId'>,
  to: { id: string; unitId: string | null },
): boolean => projectId !== null || to.id === ownerId || mayAdd(actor, { agencyId, unitId: to.unitId })

/** Whether the actor may take the list away as a sheet: whoever looks on, and heads. */
export const mayTake = (actor: Actor): boolean => looksOn(actor) || thingsOf(actor, 'head').length > 0

/**
 * Whether the project's own page opens to the actor too: one who only owns a follow-up of it reads its name without a
 * link. What `readsProject` says, which stands above this slice; policy.test.ts of the project holds the two together.
 */
export const seesProjectOf = (
  actor: Actor,
  { projectId, programmeId, seatId, unitId }: Pick<FollowUp, 'projectId' | 'programmeId' | 'seatId' | 'unitId'>,
): boolean =>
  looksOn(actor) ||
  isOfSeat(actor, seatId) ||
  stands(actor, 'head', unitId) ||
  stands(actor, 'member', projectId) ||
  stands(actor, 'steward', projectId) ||
  stands(actor, 'steward', programmeId)

/** What passes on with a seat is the secretariat's to say. */
export const handOverPolicy = { read: runsProgramme, handOver: runsProgramme } satisfies Policy<{ agencyId: string }>
