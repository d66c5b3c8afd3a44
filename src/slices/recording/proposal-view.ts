import type { Db } from '#db'
import { type Actor, holds } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { retentionPolicy } from './retention-policy.ts'
import { listOpenProposals } from './retention-store.ts'

/** The proposals to destroy a recording that wait for this actor; nothing is asked for whoever can confirm none. */
export async function proposalsFor(db: Db, actor: Actor): Promise<{ code: string; title: string }[]> {
  if (!holds(actor, 'admin', 'leadership')) return []
  const open = await listOpenProposals(db)
  return open.filter(({ agencyId, accountId, personId }) =>
    can(retentionPolicy, actor, 'confirm', { agencyId, proposedBy: { accountId, personId } }),
  )
}
