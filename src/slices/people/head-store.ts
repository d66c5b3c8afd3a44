import { sql } from 'kysely'
import { type Db, on, select } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { type Head, type HeadedUnit, headsByUnit } from './head.ts'
import { nameInFull } from './person.ts'
import { inForce } from './standing-store.ts'
import { isOpenOn } from './unit.ts'

/** Who acts as head of each unit on that day, by unit, in order of who is asked first. One query. */
export const headsOfAll = async (db: Db, today: Day): Promise<Map<string, Head[]>> =>
  (await headsOnDays(db, [today])).get(today) ?? new Map()

/** The same for several days. One query for all of them. */
export async function headsOnDays(db: Db, days: readonly Day[]): Promise<Map<Day, Map<string, Head[]>>> {
  const { units, heads } = await unitsWithHeads(db, days)
  return new Map(days.map((day) => [day, headsByUnit(units, actingOn(heads, day))]))
}

/** Who acts as head of the unit on that day, in order of who is asked first; see `headsByUnit`. */
export const headsOf = async (db: Db, unitId: string, today: Day): Promise<Head[]> =>
  (await headsOfAll(db, today)).get(unitId) ?? []

/**
 * The tree of units on that day, with who acts as head of each and who was named so of the unit itself. Where one unit
 * is asked about, those above it and those at the top are enough. One query.
 */
export async function headedTree(db: Db, today: Day, unitId?: string): Promise<HeadedUnit[]> {
  const { units, heads } = await unitsWithHeads(db, [today], unitId)
  const acting = headsByUnit(units, actingOn(heads, today))
  return units.map(({ id, parentId, ...lasts }) => {
    const all = acting.get(id) ?? []
    const named = all.filter((head) => head.unitId === id)
    return { id, parentId, isOpen: isOpenOn(lasts, today), actingIds: idsOf(all), namedIds: idsOf(named) }
  })
}

const idsOf = (heads: readonly Head[]) => heads.map(({ personId }) => personId)

const actingOn = (heads: readonly Head[], day: Day) =>
  heads.filter((head) => head.fromOn <= day && (head.untilOn === null || head.untilOn >= day))

/** Units with their heads of any of these days: all, or one with those above it and those at the top. */
async function unitsWithHeads(db: Db, days: readonly Day[], unitId?: string) {
  const inOrder = days.toSorted()
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (first === undefined || last === undefined) return { units: [], heads: [] }
  const named = select(db, 'standing')
    .innerJoin('person', on('person.id', 'standing.personId'))
    .select(['standing.id as standingId', 'standing.thingId as unitId', 'standing.personId', 'standing.headKind'])
    .select(['standing.fromOn', 'standing.untilOn', 'person.titlesBefore', 'person.name', 'person.titlesAfter'])
    .where('standing.relation', '=', 'head')
    .where('standing.fromOn', '<=', last)
    .where((eb) => eb.or([eb('standing.untilOn', 'is', null), eb('standing.untilOn', '>=', first)]))
  const rows = await select(db, 'unit')
    .leftJoin(named.as('head'), 'head.unitId', 'unit.id')
    .select(['unit.id as unitId', 'unit.parentId', 'unit.fromOn as unitFrom', 'unit.untilOn as unitUntil'])
    .select(['head.standingId', 'head.personId', 'head.headKind'])
    .select(['head.fromOn', 'head.untilOn', 'head.titlesBefore', 'head.name', 'head.titlesAfter'])
    .$if(unitId !== undefined, (query) => query.where(isAboveOrTop(db, unitId ?? '')))
    .execute()
  const heads = rows.flatMap(({ unitId, standingId, personId, headKind, fromOn, untilOn, name, ...titles }) => {
    if (standingId === null || personId === null || headKind === null || fromOn === null || name === null) return []
    const { titlesBefore, titlesAfter } = titles
    const inFull = nameInFull({ titlesBefore: titlesBefore ?? '', name, titlesAfter: titlesAfter ?? '' })
    return [{ standingId, unitId, personId, kind: headKind, fromOn, untilOn, name: inFull }]
  })
  const each = rows.map((row) => ({
    id: row.unitId,
    parentId: row.parentId,
    fromOn: row.unitFrom,
    untilOn: row.unitUntil,
  }))
  return { units: [...new Map(each.map((unit) => [unit.id, unit])).values()], heads }
}

/** The unit itself, those above it, and those that nothing stands above. */
const isAboveOrTop = (db: Db, unitId: string) => sql<boolean>`(unit.parent_id is null or unit.id in (
  with recursive above (id, parent_id) as (
    select id, parent_id from unit where agency_id = ${db.agencyId} and id = ${unitId}
    union
    select next.id, next.parent_id from above join unit next on next.agency_id = ${db.agencyId} and next.id = above.parent_id
  )
  select id from above))`

/**
 * What the person is today, as the actor carries it: the standings in force, and the seats held to a programme's end.
 * A head is also head of the units that passed to him because they have none.
 */
export async function standingsInForce(db: Db, personId: string, today: Day): Promise<Actor['standings']> {
  const held = await inForce(db, today)
    .select(['thingId', sql<Actor['standings'][number]['relation']>`relation::text`.as('relation')])
    .where('personId', '=', personId)
    .unionAll(formerSeats(db, personId, today))
    .execute()
  if (!held.some(({ relation }) => relation === 'head')) return held
  const units = [...(await headsOfAll(db, today))].filter(([, heads]) =>
    heads.some((head) => head.personId === personId),
  )
  return [
    ...held.filter(({ relation }) => relation !== 'head'),
    ...units.map(([thingId]) => ({ relation: 'head' as const, thingId })),
  ]
}

/** The seats that the person held on the last day of a programme that is over. */
const formerSeats = (db: Db, personId: string, today: Day) =>
  select(db, 'appointment')
    .innerJoin('seat', on('seat.id', 'appointment.seatId'))
    .innerJoin('programme', on('programme.id', 'seat.programmeId'))
    .select(['appointment.seatId as thingId', sql<'former-agent'>`'former-agent'`.as('relation')])
    .where('appointment.personId', '=', personId)
    .where('programme.untilOn', '<', today)
    .whereRef('appointment.fromOn', '<=', 'programme.untilOn')
    .whereRef('appointment.untilOn', '>=', 'programme.untilOn')
