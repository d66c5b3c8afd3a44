import { type Actor, looksOn, runsProgramme, stands, thingsOf } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'
import { type ProjectPlace, readsProject } from '#project'
import type { Recording } from './recording.ts'

/** A project to which recordings are added, or the programme as a whole, which has neither seat nor unit. */
export type Place = ProjectPlace

/** A programme as a place: its own steward stands on it. */
export const placeOfProgramme = ({ agencyId, id }: { agencyId: string; id: string }): Place => ({
  agencyId,
  id,
  seatId: '',
  unitId: '',
  programmeId: id,
})

/** Whether there is any documentation that the actor keeps: of which there may be a bag, say. */
export const keepsAnything = (actor: Actor): boolean => runsProgramme(actor) || thingsOf(actor, 'steward').length > 0

const isSteward = (actor: Actor, { id, programmeId }: Place) =>
  stands(actor, 'steward', id) || stands(actor, 'steward', programmeId)

/** Whoever makes the project documents it: its agent and team, its steward, and the secretariat. */
const documents = (actor: Actor, place: Place) =>
  runsProgramme(actor) ||
  isSteward(actor, place) ||
  stands(actor, 'agent', place.seatId) ||
  stands(actor, 'member', place.id)

/** What may be done to a project's documentation. */
export const documentationPolicy = {
  read: readsProject,
  add: documents,
  /** Taking all of it away in a bag. */
  keep: (actor, place) => runsProgramme(actor) || isSteward(actor, place),
  /** Naming who documents and keeps. */
  nameSteward: (actor) => runsProgramme(actor),
} satisfies Policy<Place>

/** A recording with the place that it belongs to. */
export type Kept = Pick<Recording, 'agencyId' | 'access' | 'removedAt'> & { place: Place }

const keeps = (actor: Actor, { place }: Kept) => runsProgramme(actor) || isSteward(actor, place)

/**
 * Who may do what to a recording. Everybody of the agency sees what is kept, unless it is for the people of its project:
 * documentation is there to be reached. What was taken out is seen by those alone who may bring it back.
 */
export const recordingPolicy = {
  read: (actor, kept) =>
    keeps(actor, kept) || (kept.removedAt === null && (kept.access !== 'team' || readsProject(actor, kept.place))),
  change: (actor, { place }) => documents(actor, place),
  /** The forms that those who were filmed have signed, and what else is about it and not in it. */
  readPapers: (actor, { place }) => looksOn(actor) || documents(actor, place),
  takeOut: keeps,
  /** Having it worked on again after that failed. */
  process: keeps,
  bringBack: keeps,
  /** Letting everybody see what was put in the place of an earlier original. */
  vouch: keeps,
} satisfies Policy<Kept>

export type RecordingAct = keyof typeof recordingPolicy
