import type { Role } from '#kit/actor.ts'

/** Undangan: a link with which somebody makes an account of the agency, or brings an own one to it. */
export type Invitation = {
  agencyId: string
  id: string
  /** Null where only the link is known to reach the person, who then says which e-mail is the own one. */
  email: string | null
  name: string
  personId: string | null
  roles: readonly Role[]
  expiresAt: Date
  acceptedAt: Date | null
  withdrawnAt: Date | null
}

/** In days. */
export const invitationLasts = 14

export type InvitationState = 'open' | 'accepted' | 'withdrawn' | 'expired'

export function stateOf({ acceptedAt, withdrawnAt, expiresAt }: Invitation, now: Date): InvitationState {
  if (acceptedAt !== null) return 'accepted'
  if (withdrawnAt !== null) return 'withdrawn'
  return expiresAt <= now ? 'expired' : 'open'
}

/** Until when an invitation holds that is made or renewed now. */
export const expiryFrom = (now: Date): Date => new Date(now.getTime() + invitationLasts * 86_400_000)

/**
 * What the link is made of besides a key: renewing an invitation moves its expiry and so makes the old link void. The
 * link can be shown again and again, and stands nowhere in the database.
 */
export const tokenBasis = ({ id, expiresAt }: Pick<Invitation, 'id' | 'expiresAt'>): string =>
  `invitation ${id} ${expiresAt.toISOString()}`
