import { type Actor, looksOn, thingsOf } from '#kit/actor.ts'

/** Who reads figures of the LKE: whoever looks at the whole agency, and each head for the own unit. */
export const readsLke = (actor: Actor): boolean => looksOn(actor) || thingsOf(actor, 'head').length > 0

/** The units whose figures the actor reads; null for all of them and the agency's own. */
export const unitsRead = (actor: Actor): string[] | null => (looksOn(actor) ? null : thingsOf(actor, 'head'))
