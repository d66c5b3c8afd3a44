import { type Actor, holds, type Role, runsProgramme } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'

/** What an access says to whoever asks what may be done with it. */
type AccessOf = { agencyId: string; accountId: string; roles: readonly Role[] }

const isAdmin = (actor: Actor) => holds(actor, 'admin')

/** The secretariat looks after agents, heads and judges; whoever holds a role is the admin's. */
const looksAfter = (actor: Actor, { roles }: AccessOf) =>
  isAdmin(actor) || (holds(actor, 'secretariat') && roles.length === 0)

/** Who may look at the agency's accounts, and give and take what they may do. */
export const accessPolicy = {
  read: (actor, access) => runsProgramme(actor) || actor.accountId === access.accountId,
  changeRoles: isAdmin,
  end: looksAfter,
  resetPassword: looksAfter,
} satisfies Policy<AccessOf>
