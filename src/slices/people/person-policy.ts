import { type Actor, looksOn, runsProgramme, stands } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'
import type { Person } from './person.ts'

type Seen = Pick<Person, 'agencyId' | 'id' | 'unitId'>

const isSelf = (actor: Actor, person: Seen) => actor.personId === person.id

/** Facts about a person are for who runs or oversees the programme, for their head, and for themselves. */
export const personPolicy = {
  read: (actor, person) => looksOn(actor) || isSelf(actor, person) || stands(actor, 'head', person.unitId),
  /** A NIP shows birth date and sex: only who keeps the records sees it, and the person. */
  openNip: (actor, person) => runsProgramme(actor) || isSelf(actor, person),
  readHistory: looksOn,
  correct: runsProgramme,
  merge: runsProgramme,
} satisfies Policy<Seen>

/** The records of an agency's persons as a whole. */
export const registerPolicy = {
  read: (actor) => looksOn(actor) || actor.standings.some(({ relation }) => relation === 'head'),
  add: runsProgramme,
} satisfies Policy<{ agencyId: string }>
