import type { Day } from '#kit/date.ts'

/** Keputusan (SK): a decree that appoints agents for a programme; a later one may amend it. */
export type Decree = {
  agencyId: string
  id: string
  /** Its lasting address. */
  code: string
  programmeId: string
  /** As the agency writes it. */
  number: string
  about: string
  decidedOn: Day
  signerName: string
  signerPosition: string
  fromOn: Day
  /** The last day on which it is in force. */
  untilOn: Day
  /** The earlier decree that it amends. */
  amendsId: string | null
  revision: number
}

/** What is said of a decree; the rest follows. */
export type DecreeFacts = Omit<Decree, 'agencyId' | 'id' | 'code' | 'revision'>

/** A decree as lists show it. */
export type DecreeRow = Decree & { programmeName: string; agentCount: number }

/** What stands in the way of correcting a decree so; null when nothing does. */
export function changeObstacle(decree: Decree, facts: DecreeFacts, agentCount: number): string | null {
  const isSameTerm = facts.fromOn === decree.fromOn && facts.untilOn === decree.untilOn
  if (agentCount > 0 && !(isSameTerm && facts.programmeId === decree.programmeId))
    return 'Program dan masa berlaku tidak dapat diubah lagi, karena keputusan ini sudah menetapkan agen.'
  return facts.amendsId === decree.id ? 'Keputusan tidak dapat mengubah dirinya sendiri.' : null
}
