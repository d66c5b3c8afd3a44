import type { Day } from '#kit/date.ts'

export type HeadKind = 'definitive' | 'plt' | 'plh'

/** Atasan: who heads a unit, from and until: definitive, Plt. or Plh. */
export type Head = {
  standingId: string
  unitId: string
  personId: string
  /** With titles. */
  name: string
  kind: HeadKind
  fromOn: Day
  untilOn: Day | null
}

/** A unit in its tree on a day: who acts as its head, and who was named so of this very unit. */
export type HeadedUnit = {
  id: string
  parentId: string | null
  isOpen: boolean
  /** Whoever was named, or where nobody was, whoever heads the unit above it. */
  actingIds: readonly string[]
  namedIds: readonly string[]
}

/** A Plh. stands in while the head is away, a Plt. while there is none: whoever stands in acts first. */
const order: readonly HeadKind[] = ['plh', 'plt', 'definitive']

/**
 * Who acts as head of each unit, in order of who is asked first. The tasks of an absent head pass to the Plh. or Plt.
 * in force; the head keeps the right to act, as somebody who gives a mandate does (UU 30/2014). A unit without any
 * head passes to whoever heads the unit above it, and so on up; at the top there may be nobody.
 * `heads` are those in force on the day that is asked about.
 */
export function headsByUnit<H extends Pick<Head, 'unitId' | 'kind'>>(
  units: readonly { id: string; parentId: string | null }[],
  heads: readonly H[],
): Map<string, H[]> {
  const own = Map.groupBy(heads, (head) => head.unitId)
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]))
  const headsFor = (unitId: string | null): H[] => {
    if (unitId === null) return []
    const found = own.get(unitId)
    return found
      ? found.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
      : headsFor(parents.get(unitId) ?? null)
  }
  return new Map(units.map((unit) => [unit.id, headsFor(unit.id)]))
}
