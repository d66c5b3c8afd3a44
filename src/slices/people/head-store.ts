import { sql } from 'kysely'
import { type Db, on, select } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { type Head, headsByUnit } from './head.ts'
import { nameInFull } from './person.ts'
import { inForce } from './standing-store.ts'

/** Who acts as head of each unit on that day, by unit, in order of who is asked first. One query. */
export const headsOfAll = async (db: Db, today: Day): Promise<Map<string, Head[]>> =>
  (await headsOnDays(db, [today])).get(today) ?? new Map()

/** The same for several days. One query for all of them. */
export async function headsOnDays(db: Db, days: readonly Day[]): Promise<Map<Day, Map<string, Head[]>>> {
  const inOrder = days.toSorted()
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const named = select(db, 'standing')
    .innerJoin('person', on('person.id', 'standing.personId'))
    .select(['standing.id as standingId', 'standing.thingId as unitId', 'standing.personId', 'standing.headKind'])
    .select(['standing.fromOn', 'standing.untilOn', 'person.titlesBefore', 'person.name', 'person.titlesAfter'])
    .where('standing.relation', '=', 'head')
    .where('standing.fromOn', '<=', last)
    .where((eb) => eb.or([eb('standing.untilOn', 'is', null), eb('standing.untilOn', '>=', first)]))
  const rows = await select(db, 'unit')
    .leftJoin(named.as('head'), 'head.unitId', 'unit.id')
    .select(['unit.id as unitId', 'unit.parentId', 'head.standingId', 'head.personId', 'head.headKind'])
    .select(['head.fromOn', 'head.untilOn', 'head.titlesBefore', 'head.name', 'head.titlesAfter'])
    .execute()
  const heads = rows.flatMap(({ unitId, standingId, personId, headKind, fromOn, untilOn, name, ...titles }) => {
    if (standingId === null || personId === null || headKind === null || fromOn === null || name === null) return []
    const { titlesBefore, titlesAfter } = titles
    const inFull = nameInFull({ titlesBefore: titlesBefore ?? '', name, titlesAfter: titlesAfter ?? '' })
    return [{ standingId, unitId, personId, kind: headKind, fromOn, untilOn, name: inFull }]
  })
  const units = [...new Map(rows.map(({ unitId: id, parentId }) => [id, { id, parentId }])).values()]
  const actingOn = (day: Day) =>
    heads.filter((head) => head.fromOn <= day && (head.untilOn === null || head.untilOn >= day))
  return new Map(days.map((day) => [day, headsByUnit(units, actingOn(day))]))
}

/** Who acts as head of the unit on that day, in order of who is asked first; see `headsByUnit`. */
export const headsOf = async (db: Db, unitId: string, today: Day): Promise<Head[]> =>
  (await headsOfAll(db, today)).get(unitId) ?? []

/**
 * What the person is today, as the actor carries it: the standings in force, and the seats held to a programme's end. A head is also head of the units that passed to him because
 * they have none.
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
