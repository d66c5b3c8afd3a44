import type { Day } from '#kit/date.ts'

/** Whether what runs from and until (its last day) holds on that day. */
export const isInForce = (term: { fromOn: Day; untilOn: Day | null }, day: Day): boolean =>
  term.fromOn <= day && (term.untilOn === null || term.untilOn >= day)
