import { holds } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'

/** What is held in quarantine: an admin sees it and decides. It may hold what is not meant for others' eyes. */
export const quarantinePolicy = {
  read: (actor) => holds(actor, 'admin'),
  letIn: (actor) => holds(actor, 'admin'),
  remove: (actor) => holds(actor, 'admin'),
} satisfies Policy<{ agencyId: string }>
