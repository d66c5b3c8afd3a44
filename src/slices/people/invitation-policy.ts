import { type Actor, holds, type Role, runsProgramme } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'

/** Who is asked to come in, as far as policies look at it. */
type InvitationOf = { agencyId: string; roles: readonly Role[] }

const mayInvite = (actor: Actor, { roles }: InvitationOf) =>
  holds(actor, 'admin') || (holds(actor, 'secretariat') && roles.length === 0)

/** Who may invite whom. Whoever sees a link could use it, so seeing it is the same as inviting. */
export const invitationPolicy = {
  read: runsProgramme,
  invite: mayInvite,
  showLink: mayInvite,
  withdraw: mayInvite,
} satisfies Policy<InvitationOf>
