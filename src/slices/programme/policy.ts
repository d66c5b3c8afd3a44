import { runsProgramme } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'

/** Everybody in the agency sees its programmes; admin and secretariat make and change them. */
export const programmePolicy = {
  read: () => true,
  add: runsProgramme,
  change: runsProgramme,
} satisfies Policy<{ agencyId: string }>
