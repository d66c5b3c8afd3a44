import { randomUUIDv7 } from 'node:crypto'
import { type Db, insert, on, remove, select, type Tx, update } from '#db'
import type { ThingKind } from '#journal'
import type { Relation } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import type { HeadKind } from './head.ts'
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

/** The standings that hold on that day, as a query to go on with. */
export const inForce = (db: Db, day: Day) =>
  select(db, 'standing')
    .where('standing.fromOn', '<=', day)
    .where((eb) => eb.or([eb('standing.untilOn', 'is', null), eb('standing.untilOn', '>=', day)]))
