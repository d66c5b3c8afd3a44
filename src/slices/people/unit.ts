import type { Day } from '#kit/date.ts'
import { listInWords } from '#kit/text.ts'

/** Unit kerja: a node in the agency's tree of units. It exists from a day until another; its slug never changes. */
export type Unit = {
  agencyId: string
  id: string
  parentId: string | null
  name: string
  slug: string
  /** Its place among the units of the same parent. */
  position: number
  fromOn: Day | null
  /** The last day on which it exists; null while no end is known. */
  untilOn: Day | null
  revision: number
}

/** What is said of a unit when it is added; slug and position follow from the tree. */
export type NewUnit = Pick<Unit, 'id' | 'parentId' | 'name'> & { fromOn?: Day | null }

/** A unit in the order in which the tree is read, and how deep it stands (a root at 0). */
export type UnitNode = Unit & { depth: number }

/** The tree in reading order: each unit, then what is below it, children in the order given. */
export function inTreeOrder(units: readonly Unit[]): UnitNode[] {
  const below = Map.groupBy(units, (unit) => unit.parentId)
  const walk = (parentId: string | null, depth: number): UnitNode[] =>
    (below.get(parentId) ?? []).flatMap((unit) => [{ ...unit, depth }, ...walk(unit.id, depth + 1)])
  return walk(null, 0)
}

/** The units that stand above this one, from the root down. */
export function pathTo(units: readonly Unit[], unit: Unit): Unit[] {
  const parent = units.find(({ id }) => id === unit.parentId)
  return parent ? [...pathTo(units, parent), parent] : []
}

/** The units to choose from on that day, in tree order, deeper ones set in; `chosenId` stays even when it is closed. */
export const unitOptions = (units: readonly Unit[], day: Day, chosenId?: string | null) =>
  inTreeOrder(units)
    .filter((unit) => isOpenOn(unit, day) || unit.id === chosenId)
    .map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth)}${name}` }))

/** Whether the unit exists on that day. */
export const isOpenOn = (unit: Pick<Unit, 'fromOn' | 'untilOn'>, day: Day): boolean =>
  (unit.fromOn === null || unit.fromOn <= day) && (unit.untilOn === null || unit.untilOn >= day)

/** The ids of a unit and of all that is below it. */
export function subtreeOf(units: readonly Pick<Unit, 'id' | 'parentId'>[], id: string): Set<string> {
  const found = new Set([id])
  let size = 0
  while (size !== found.size) {
    size = found.size
    for (const unit of units) if (unit.parentId !== null && found.has(unit.parentId)) found.add(unit.id)
  }
  return found
}

/** Why a unit cannot stand below this parent; null when it can. */
export function placeObstacle(
  units: readonly Unit[],
  place: { id: string; parentId: string | null },
  today: Day,
): string | null {
  if (place.parentId === null) return null
  const parent = units.find(({ id }) => id === place.parentId)
  if (parent === undefined) return 'Unit induk ini tidak ada lagi. Pilih yang lain.'
  if (subtreeOf(units, place.id).has(place.parentId)) return 'Unit tidak dapat berada di bawah dirinya sendiri.'
  if (parent.untilOn !== null && parent.untilOn < today) return `${parent.name} sudah ditutup. Pilih unit induk lain.`
  return null
}

/** Why a unit cannot end on that day; null when it can. */
export function closingObstacle(units: readonly Unit[], unit: Unit, untilOn: Day): string | null {
  if (unit.fromOn !== null && untilOn <= unit.fromOn) return 'Hari terakhir harus setelah hari pertama unit ini.'
  const open = units.filter(({ parentId, untilOn: end }) => parentId === unit.id && (end === null || end > untilOn))
  if (open.length === 0) return null
  return `Tutup atau pindahkan dahulu unit di bawahnya: ${listInWords(open.map(({ name }) => name))}.`
}
