import type { Actor } from './actor.ts'
import { forbidden, notFound } from './refusal.ts'

/** One answer to "may this actor do this to that thing?". Pure: reads nothing but its two arguments. */
export type May<Thing> = (actor: Actor, thing: Thing) => boolean

/**
 * Who may do what to one kind of thing. `read` is always asked first: what one may not read does not exist for one.
 * An action that is not listed cannot be asked for.
 */
export type Policy<Thing> = { read: May<Thing> } & Record<string, May<Thing>>

/** Whether `actor` may do `action` to `thing`; what belongs to another agency is never anybody's to do. */
export function can<Thing extends { agencyId: string }, P extends Policy<Thing>>(
  policy: P,
  actor: Actor,
  action: keyof P & string,
  thing: Thing,
): boolean {
  const may = policy[action]
  return thing.agencyId === actor.agencyId && policy.read(actor, thing) && may?.(actor, thing) === true
}

/** Throws 404 when the thing is missing or unreadable to the actor, 403 when readable but the act is not theirs. */
export function authorize<Thing extends { agencyId: string }, P extends Policy<Thing>>(
  policy: P,
  actor: Actor,
  action: keyof P & string,
  thing: Thing | undefined,
): asserts thing is Thing {
  if (thing === undefined || !can(policy, actor, 'read', thing)) throw notFound()
  if (!can(policy, actor, action, thing)) throw forbidden()
}
