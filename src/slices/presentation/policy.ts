import { type Actor, looksOn, runsProgramme, stands, thingsOf } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'
import { readsProject } from '#project'
import type { PresentationRow } from './presentation-store.ts'

type Slot = Pick<PresentationRow, 'agencyId' | 'projectId' | 'seatId' | 'unitId' | 'programmeId'>

/** A sitting with what says whom it concerns. */
type SeenSitting = { agencyId: string; slots: readonly Slot[]; attendeeIds: readonly string[] }

type Away = { agencyId: string; personId: string }

function isOwnOrRuns(actor: Actor, { personId }: Away): boolean {
  return actor.personId === personId || runsProgramme(actor)
}

/** Whether the project of a slot is one that the actor may read. */
export const readsSlot = (actor: Actor, { projectId, ...slot }: Slot): boolean =>
  readsProject(actor, { ...slot, id: projectId })

/** Whether the actor is expected at a slot: as its agent, of its team, or as head of its unit. */
export const presentsAt = (actor: Actor, { seatId, projectId, unitId }: Slot): boolean =>
  stands(actor, 'agent', seatId) || stands(actor, 'member', projectId) || stands(actor, 'head', unitId)

/** Judges hear every presentation: what they give marks for later begins there. */
const isJudge = (actor: Actor) => thingsOf(actor, 'judge').length > 0

/** Who may do what to a sitting. Whoever it concerns hears all of it, so its minutes are whole for each of them. */
export const sittingPolicy = {
  read: (actor, { slots, attendeeIds }) =>
    looksOn(actor) ||
    isJudge(actor) ||
    (actor.personId !== null && attendeeIds.includes(actor.personId)) ||
    slots.some((slot) => readsSlot(actor, slot)),
  change: runsProgramme,
  record: runsProgramme,
} satisfies Policy<SeenSitting>

/** Who may do what to one presentation; deciding is the project's own gate. */
export const presentationPolicy = {
  read: (actor, slot) => isJudge(actor) || readsSlot(actor, slot),
  /** The agent, or the secretariat in the agent's place. */
  attach: (actor, { seatId }) => stands(actor, 'agent', seatId) || runsProgramme(actor),
  comment: runsProgramme,
} satisfies Policy<Slot>

/** Who may say when somebody is away: that person, or whoever runs the programme. */
export const absencePolicy = {
  read: isOwnOrRuns,
  note: isOwnOrRuns,
} satisfies Policy<Away>

/** Whoever runs the programme calls sittings. */
export const maySchedule = runsProgramme
