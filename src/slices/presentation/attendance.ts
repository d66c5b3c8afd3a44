import type { Attendee } from './sitting-store.ts'

/** A person of the agency who can be ticked as present. */
export type Tickable = { personId: string; name: string; unitId: string | null }

/** The persons of an attendance list, in the order in which whoever keeps it looks for them. */
export type AttendanceGroups = {
  /** Agents and heads of the projects that are presented. */
  concerned: Attendee[]
  /** Others who are ticked already: they are always seen. */
  present: Attendee[]
  /** Everybody else, by unit. */
  rest: { unit: string; persons: Attendee[] }[]
}

type Asked = {
  persons: readonly Tickable[]
  concernedIds: ReadonlySet<string>
  /** Who was recorded as present, also those who can no longer sign in. */
  recorded: readonly Attendee[]
  /** Who is ticked on the form as it is drawn. */
  tickedIds: readonly string[]
  /** The units in the order in which they are shown. */
  units: readonly { id: string; name: string }[]
}

/** Each person once. Settled: whom the sitting is about comes first, then whoever is ticked, then the others by unit. */
export function attendanceGroups({ persons, concernedIds, recorded, tickedIds, units }: Asked): AttendanceGroups {
  const known = new Set(persons.map(({ personId }) => personId))
  const gone = recorded.filter(({ personId }) => !known.has(personId)).map((one) => ({ ...one, unitId: null }))
  const ticked = new Set(tickedIds)
  const groupOf = ({ personId }: Tickable) => {
    if (concernedIds.has(personId)) return 'concerned'
    return ticked.has(personId) ? 'present' : 'rest'
  }
  const groups = Map.groupBy([...persons, ...gone], groupOf)
  const byUnit = Map.groupBy(groups.get('rest') ?? [], ({ unitId }) => unitId)
  const ofUnits = units.map(({ id, name }) => ({ unit: name, persons: byUnit.get(id) ?? [] }))
  return {
    concerned: groups.get('concerned') ?? [],
    present: groups.get('present') ?? [],
    rest: [...ofUnits, { unit: 'Tanpa unit kerja', persons: byUnit.get(null) ?? [] }].filter(
      (group) => group.persons.length > 0,
    ),
  }
}
