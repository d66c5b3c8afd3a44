import { type Actor, holds, looksOn, runsProgramme } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'

/** A proposal to destroy, or anything of the agency's retention that nobody proposed. */
export type RetentionThing = { agencyId: string; proposedBy?: { accountId: string; personId: string | null } }

const isProposer = (actor: Actor, { proposedBy }: RetentionThing) =>
  proposedBy !== undefined &&
  (proposedBy.accountId === actor.accountId || (actor.personId !== null && proposedBy.personId === actor.personId))

/** Who keeps the schedule and decides; to destroy needs a second person, of the admins or the leadership. */
export const retentionPolicy = {
  read: looksOn,
  schedule: runsProgramme,
  decide: runsProgramme,
  confirm: (actor, thing) => holds(actor, 'admin', 'leadership') && !isProposer(actor, thing),
  refuse: (actor) => holds(actor, 'admin', 'secretariat', 'leadership'),
} satisfies Policy<RetentionThing>
