import { runsProgramme } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'

/** Who is appointed is for everybody in the agency to know; who runs the programme enters and corrects it. */
export const decreePolicy = {
  read: () => true,
  add: runsProgramme,
  change: runsProgramme,
  appoint: runsProgramme,
} satisfies Policy<{ agencyId: string }>
