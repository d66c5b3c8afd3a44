import type { Tx } from '#db'
import { type Author, record } from '#journal'
import { slugOf } from '#kit/text.ts'
import { freeSlug, type NewUnit, type Unit } from './unit.ts'
import { holdUnits, saveNewUnit } from './unit-store.ts'

/** Step: adds a unit as the last below its parent. Adding the same id again changes nothing. */
export async function addUnit(tx: Tx, author: Author, unit: NewUnit, now: Date): Promise<Unit> {
  const units = await holdUnits(tx)
  const known = units.find(({ id }) => id === unit.id)
  if (known) return known
  const siblings = units.filter(({ parentId }) => parentId === unit.parentId)
  const added: Unit = {
    agencyId: tx.agencyId,
    id: unit.id,
    parentId: unit.parentId,
    name: unit.name,
    slug: freeSlug(slugOf(unit.name), new Set(units.map(({ slug }) => slug))),
    position: Math.max(0, ...siblings.map(({ position }) => position)) + 1,
    fromOn: unit.fromOn ?? null,
    untilOn: null,
    revision: 1,
  }
  await saveNewUnit(tx, added)
  await record(tx, author, { event: 'unit.added', thing: { kind: 'unit', id: unit.id } }, now)
  return added
}
