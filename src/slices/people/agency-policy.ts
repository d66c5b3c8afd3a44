import { holds, runsProgramme } from '#kit/actor.ts'
import type { Policy } from '#kit/policy.ts'

/** The settings of an agency: who runs the programme reads them, its admin changes them. */
export const settingsPolicy = {
  read: runsProgramme,
  change: (actor) => holds(actor, 'admin'),
} satisfies Policy<{ agencyId: string }>
