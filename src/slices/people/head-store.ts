import { type Db, on, select } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { type Head, type HeadKind, headsByUnit } from './head.ts'
import { nameInFull } from './person.ts'
import { inForce } from './standing-store.ts'

/** Who acts as head of each unit on that day, by unit, in order of who is asked first. Two queries. */
export async function headsOfAll(db: Db, today: Day): Promise<Map<string, Head[]>> {
  const units = await select(db, 'unit').select(['id', 'parentId']).execute()
  const rows = await inForce(db, today)
    .innerJoin('person', on('person.id', 'standing.personId'))
    .select(['standing.id as standingId', 'standing.thingId as unitId', 'standing.personId', 'standing.headKind'])
    .select(['standing.fromOn', 'standing.untilOn', 'person.titlesBefore', 'person.name', 'person.titlesAfter'])
    .where('standing.relation', '=', 'head')
    .execute()
  const heads = rows.map(({ titlesBefore, titlesAfter, headKind, ...row }) => ({
    ...row,
    // A constraint of the table says that every head has a kind.
    kind: headKind as HeadKind,
    name: nameInFull({ titlesBefore, name: row.name, titlesAfter }),
  }))
  return headsByUnit(units, heads)
}

/** Who acts as head of the unit on that day, in order of who is asked first; see `headsByUnit`. */
export const headsOf = async (db: Db, unitId: string, today: Day): Promise<Head[]> =>
  (await headsOfAll(db, today)).get(unitId) ?? []

/**
 * What the person is today, as the actor carries it. A head is also head of the units that passed to him because
 * they have none.
 */
export async function standingsInForce(db: Db, personId: string, today: Day): Promise<Actor['standings']> {
  const held = await inForce(db, today).select(['relation', 'thingId']).where('personId', '=', personId).execute()
  if (!held.some(({ relation }) => relation === 'head')) return held
  const units = [...(await headsOfAll(db, today))].filter(([, heads]) =>
    heads.some((head) => head.personId === personId),
  )
  return [
    ...held.filter(({ relation }) => relation !== 'head'),
    ...units.map(([thingId]) => ({ relation: 'head' as const, thingId })),
  ]
}
