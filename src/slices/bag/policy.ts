import { type Actor, runsProgramme, stands } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'
import type { BagRequest } from './bag-request.ts'

/** What a bag is asked for of. */
export type BagThing = Pick<BagRequest, 'agencyId' | 'scope' | 'projectId' | 'programmeId'>

/**
 * A bag holds all that is known of recordings, also what few may see in pages: consent forms, earlier files, decisions,
 * what was taken out. So it is for those who keep them: whoever runs the programme, and the steward of just these.
 */
const keeps = (actor: Actor, { scope, projectId, programmeId }: BagThing) =>
  runsProgramme(actor) ||
  (scope !== 'agency' && stands(actor, 'steward', programmeId)) ||
  (scope === 'project' && stands(actor, 'steward', projectId))

export const bagPolicy = {
  read: keeps,
  ask: keeps,
  cancel: keeps,
  download: keeps,
} satisfies Policy<BagThing>
