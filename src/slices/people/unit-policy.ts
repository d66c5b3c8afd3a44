import { runsProgramme } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'

/** Units are the agency's public face: everybody in it sees the tree; who runs the programme keeps it right. */
export const unitPolicy = {
  read: () => true,
  add: runsProgramme,
  change: runsProgramme,
  nameHead: runsProgramme,
} satisfies Policy<{ agencyId: string }>
