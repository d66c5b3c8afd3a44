import { type Actor, holds } from '#kit/actor.ts'

/**
 * Who opens the figures of several agencies beside each other: an evaluator. Which agencies, no role says: each agency
 * lets an account in as its evaluator (Kemenpan RB) by an access of its own, and ends it when it likes. The store
 * narrows by those accesses, so a role in one agency opens no other; no other role counts agencies together.
 */
export const watchesNation = (actor: Actor): boolean => holds(actor, 'evaluator')
