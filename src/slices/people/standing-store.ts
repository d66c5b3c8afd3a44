import { randomUUIDv7 } from 'node:crypto'
import { type Db, insert, on, remove, select, type Tx, update } from '#db'
import type { ThingKind } from '#journal'
import type { Actor, Relation } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { type Head, type HeadKind, headsByUnit } from './head.ts'
import { nameInFull } from './person.ts'

/** Hubungan tugas: what a person is to one thing, from and until (the last day on which it holds). */
export type Standing = {
  agencyId: string
  id: string
  personId: string
  relation: Relation
  thingKind: ThingKind
  thingId: string
  /** Only a head's has one. */
  headKind: HeadKind | null
  fromOn: Day
  untilOn: Day | null
}

/** What begins: a standing of a person towards a thing. */
export type NewStanding = {
  personId: string
  relation: Relation
  thing: { kind: ThingKind; id: string }
  headKind?: HeadKind
  fromOn: Day
  untilOn?: Day | null
}

const columns = [
  'standing.agencyId',
  'standing.id',
  'standing.personId',
  'standing.relation',
  'standing.thingKind',
  'standing.thingId',
  'standing.headKind',
  'standing.fromOn',
  'standing.untilOn',
] as const

/**
 * Step: a standing begins; returns its id. The database refuses a second one of the same person, relation and thing at
 * the same time (`one_standing_at_a_time`), and a second head of one kind (`one_head_of_a_kind_at_a_time`).
 */
export async function startStanding(tx: Tx, standing: NewStanding): Promise<string> {
  const id = randomUUIDv7()
  const { thing, headKind = null, untilOn = null, ...rest } = standing
  await insert(tx, 'standing', { id, thingKind: thing.kind, thingId: thing.id, headKind, untilOn, ...rest }).execute()
  return id
}

/** Step: after `untilOn` the person no longer stands in this relation to the thing; what had not begun is gone. */
export const endStanding = (
  tx: Tx,
  standing: { personId: string; relation: Relation; thingId: string },
  untilOn: Day,
): Promise<void> => end(tx, standing, untilOn)

/** Step: the same for whoever stands in this relation to the thing. */
export const endStandingsOn = (tx: Tx, relation: Relation, thingId: string, untilOn: Day): Promise<void> =>
  end(tx, { relation, thingId }, untilOn)

/** Step: the same for one standing. */
export const endStandingById = (tx: Tx, id: string, untilOn: Day): Promise<void> => end(tx, { id }, untilOn)

async function end(tx: Tx, which: Partial<Pick<Standing, 'personId' | 'relation' | 'thingId' | 'id'>>, untilOn: Day) {
  await remove(tx, 'standing')
    .where((eb) => eb.and(which))
    .where('fromOn', '>', untilOn)
    .execute()
  await update(tx, 'standing')
    .set({ untilOn })
    .where((eb) => eb.and(which))
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>', untilOn)]))
    .execute()
}

/** The standing of this id, held until the transaction ends. */
export const holdStanding = (tx: Tx, id: string): Promise<Standing | undefined> =>
  select(tx, 'standing').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

/** All standings that a person holds or held, newest first. */
export const listStandingsOf = (db: Db, personId: string): Promise<Standing[]> =>
  select(db, 'standing')
    .select(columns)
    .where('personId', '=', personId)
    .orderBy('fromOn', 'desc')
    .orderBy('id')
    .execute()

/** A standing with the name of who holds it. */
export type NamedStanding = Standing & { name: string }

/** All standings towards a thing, newest first. */
export async function listStandingsOn(db: Db, relation: Relation, thingId: string): Promise<NamedStanding[]> {
  const rows = await select(db, 'standing')
    .innerJoin('person', on('person.id', 'standing.personId'))
    .select(columns)
    .select(['person.titlesBefore', 'person.name', 'person.titlesAfter'])
    .where('standing.relation', '=', relation)
    .where('standing.thingId', '=', thingId)
    .orderBy('standing.fromOn', 'desc')
    .orderBy('standing.id')
    .execute()
  return rows.map(({ titlesBefore, titlesAfter, ...row }) => ({
    ...row,
    name: nameInFull({ titlesBefore, name: row.name, titlesAfter }),
  }))
}

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

const inForce = (db: Db, day: Day) =>
  select(db, 'standing')
    .where('standing.fromOn', '<=', day)
    .where((eb) => eb.or([eb('standing.untilOn', 'is', null), eb('standing.untilOn', '>=', day)]))
