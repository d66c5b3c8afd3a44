import { type Actor, holds, type Role, runsProgramme } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'

const isAdmin = (actor: Actor) => holds(actor, 'admin')

/** What an access says to whoever asks what may be done with it. */
type AccessOf = { agencyId: string; accountId: string; roles: readonly Role[] }

/** Who may look at the agency's accounts, and give and take what they may do. */
export const accessPolicy = {
  read: (actor, access) => runsProgramme(actor) || actor.accountId === access.accountId,
  changeRoles: isAdmin,
  // The secretariat lets in agents, heads and judges, and so may show them out; whoever holds a role is the admin's.
  end: (actor, { roles }) => isAdmin(actor) || (holds(actor, 'secretariat') && roles.length === 0),
} satisfies Policy<AccessOf>
