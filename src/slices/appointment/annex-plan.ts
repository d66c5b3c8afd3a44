import type { AnnexRow } from './annex.ts'

/** A person whom the agency knows already, as the annex may say otherwise. */
export type KnownPerson = {
  personId: string
  nip: string
  name: string
  position: string
  grade: string
  unitId: string | null
  email: string | null
}

/** Who holds a seat of the programme while the decree is in force. */
export type Held = { personId: string; decreeId: string; seatNumber: number }

/** An agent of the annex, with his unit (null: to be created) and his record where there is one. */
export type PlannedRow = { row: AnnexRow; unitId: string | null; known: KnownPerson | null }

/** What an import does: `add` is all that it writes. */
export type ImportPlan = {
  add: PlannedRow[]
  /** Appointed by this decree already. */
  unchanged: PlannedRow[]
  /** In a seat by another decree; they stay there, and a replacement is entered by hand. */
  elsewhere: (PlannedRow & { seatNumber: number })[]
  /** Appointed by this decree and not in the annex. Nothing ends because a row is missing. */
  absent: Held[]
  /** What the annex says otherwise than the record, which stays: it is corrected with a reason, on its own page. */
  differing: { row: AnnexRow; personId: string; fields: (keyof typeof fieldNames)[] }[]
}

/** What may differ, as a page names it. */
export const fieldNames = {
  name: 'nama',
  position: 'jabatan',
  grade: 'pangkat/golongan',
  unitId: 'unit kerja',
  email: 'surel',
} as const

/**
 * Decides what importing these rows under a decree changes. People are known by their NIP. The same annex a second
 * time adds nothing, whatever happened to its people in between.
 */
export function planImport(
  decreeId: string,
  rows: readonly { row: AnnexRow; unitId: string | null }[],
  known: readonly KnownPerson[],
  held: readonly Held[],
): ImportPlan {
  const byNip = new Map(known.map((person) => [person.nip, person]))
  const planned = rows.map(({ row, unitId }) => ({ row, unitId, known: byNip.get(row.nip) ?? null }))
  const seatsOf = ({ known }: PlannedRow) => held.filter(({ personId }) => personId === known?.personId)
  const isHere = (it: PlannedRow) => seatsOf(it).some((seat) => seat.decreeId === decreeId)
  const listed = new Set(planned.map((it) => it.known?.personId))
  return {
    add: planned.filter((it) => seatsOf(it).length === 0),
    unchanged: planned.filter(isHere),
    elsewhere: planned.flatMap((it) => {
      const [seat] = isHere(it) ? [] : seatsOf(it)
      return seat ? [{ ...it, seatNumber: seat.seatNumber }] : []
    }),
    absent: held.filter((seat) => seat.decreeId === decreeId && !listed.has(seat.personId)),
    differing: planned.flatMap(differences),
  }
}

/** What the annex leaves blank differs from nothing. */
function differences({ row, unitId, known }: PlannedRow): ImportPlan['differing'] {
  if (known === null) return []
  const said = { name: row.name, position: row.position, grade: row.grade, unitId, email: row.email }
  const fields = (Object.keys(fieldNames) as (keyof typeof fieldNames)[]).filter(
    (field) => said[field] !== null && said[field] !== '' && said[field] !== known[field],
  )
  return fields.length > 0 ? [{ row, personId: known.personId, fields }] : []
}
