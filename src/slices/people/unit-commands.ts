import { type Db, type Tx, transact } from '#db'
import { type Author, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Day, Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { freeSlug, slugOf } from '#kit/text.ts'
import { endStandingsOn } from './standing-store.ts'
import { closingObstacle, type NewUnit, placeObstacle, type Unit } from './unit.ts'
import { unitPolicy } from './unit-policy.ts'
import { holdUnits, saveNewUnit, saveUnit } from './unit-store.ts'

/** Words that stand behind /unit/ themselves. */
const ownWords = ['tambah']

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
    slug: freeSlug(slugOf(unit.name) || 'unit', new Set([...ownWords, ...units.map(({ slug }) => slug)])),
    position: Math.max(0, ...siblings.map(({ position }) => position)) + 1,
    fromOn: unit.fromOn ?? null,
    untilOn: null,
    revision: 1,
  }
  await saveNewUnit(tx, added)
  await record(tx, author, { event: 'unit.added', thing: { kind: 'unit', id: unit.id } }, now)
  return added
}

/** Adds a unit to the tree. Posted twice it is added once. */
export const createUnit = (db: Db, actor: Actor, unit: NewUnit, { now, today }: Moment): Promise<Unit> =>
  transact(db, async (tx) => {
    authorize(unitPolicy, actor, 'add', tx)
    refuse(placeObstacle(await holdUnits(tx), unit, today))
    return addUnit(tx, actor, unit, now)
  })

type UnitFacts = Pick<Unit, 'name' | 'parentId' | 'position' | 'fromOn' | 'revision'>

/** Renames a unit, moves it below another, or puts it elsewhere among its siblings. Its address stays. */
export const changeUnit = (db: Db, actor: Actor, id: string, facts: UnitFacts, { now, today }: Moment): Promise<void> =>
  transact(db, async (tx) => {
    const units = await holdUnits(tx)
    const unit = held(units, actor, id, facts.revision)
    if (facts.parentId !== unit.parentId) refuse(placeObstacle(units, { id, parentId: facts.parentId }, today))
    await saveUnit(tx, { ...unit, ...facts, revision: unit.revision + 1 })
    await record(tx, actor, { event: 'unit.changed', thing: { kind: 'unit', id } }, now)
  })

/** Ends a unit after a day, and with it whoever heads it. Refused while a unit below it goes on. */
export const closeUnit = (
  db: Db,
  actor: Actor,
  id: string,
  end: { untilOn: Day; revision: number },
  now: Date,
): Promise<void> =>
  transact(db, async (tx) => {
    const units = await holdUnits(tx)
    const unit = held(units, actor, id, end.revision)
    refuse(closingObstacle(units, unit, end.untilOn))
    await saveUnit(tx, { ...unit, untilOn: end.untilOn, revision: unit.revision + 1 })
    await endStandingsOn(tx, 'head', id, end.untilOn)
    const details = { untilOn: end.untilOn }
    await record(tx, actor, { event: 'unit.closed', thing: { kind: 'unit', id }, details }, now)
  })

/** Takes back that a unit ends. Its heads are named anew. */
export const reopenUnit = (db: Db, actor: Actor, id: string, revision: number, { now, today }: Moment): Promise<void> =>
  transact(db, async (tx) => {
    const units = await holdUnits(tx)
    const unit = held(units, actor, id, revision)
    refuse(placeObstacle(units, unit, today))
    await saveUnit(tx, { ...unit, untilOn: null, revision: unit.revision + 1 })
    await record(tx, actor, { event: 'unit.reopened', thing: { kind: 'unit', id } }, now)
  })

function held(units: readonly Unit[], actor: Actor, id: string, revision: number): Unit {
  const unit = units.find((each) => each.id === id)
  authorize(unitPolicy, actor, 'change', unit)
  compareRevision(unit.revision, revision)
  return unit
}

function refuse(obstacle: string | null): void {
  if (obstacle !== null) throw conflict(obstacle)
}
