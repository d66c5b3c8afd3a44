import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, insert, select, type Tables, type Tx } from '#db'
import { type Actor, holds, thingsOf } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { nameInFull } from '#people'
import type { Forum, Member } from './forum.ts'

const forums = (db: Db) =>
  select(db, 'forum').select([
    'forum.agencyId',
    'forum.id',
    'forum.programmeId',
    sql<string[]>`array(
      select seat.id from seat where seat.agency_id = forum.agency_id and seat.programme_id = forum.programme_id
    )`.as('seatIds'),
  ])

/** The forum of this id. */
export const findForum = (db: Db, id: string): Promise<Forum | undefined> =>
  forums(db).where('forum.id', '=', id).executeTakeFirst()

/** The forum of a programme. */
export const findForumOf = (db: Db, programmeId: string): Promise<Forum | undefined> =>
  forums(db).where('forum.programmeId', '=', programmeId).executeTakeFirst()

export const saveNewForum = (tx: Tx, forum: { id: string; programmeId: string }) => insert(tx, 'forum', forum).execute()

/** Whoever speaks in a forum on that day, by name: its chair, its agents, and those who run the programme. One query. */
export async function listMembers(db: Db, forum: Pick<Forum, 'id' | 'programmeId'>, day: Day): Promise<Member[]> {
  const isChair = sql<boolean>`exists (
    select from standing where standing.agency_id = person.agency_id and standing.person_id = person.id
      and standing.relation = 'chair' and standing.thing_id = ${forum.id}
      and standing.from_on <= ${day} and coalesce(standing.until_on, 'infinity') >= ${day})`
  const isAgent = sql<boolean>`exists (
    select from appointment join seat on seat.agency_id = appointment.agency_id and seat.id = appointment.seat_id
      where appointment.agency_id = person.agency_id and appointment.person_id = person.id
        and seat.programme_id = ${forum.programmeId}
        and appointment.from_on <= ${day} and appointment.until_on >= ${day})`
  const runs = sql<boolean>`exists (
    select from access where access.agency_id = person.agency_id and access.person_id = person.id
      and access.ended_at is null and access.roles && array['secretariat', 'admin'])`
  const rows = await select(db, 'person')
    .select(['person.id', 'person.titlesBefore', 'person.name', 'person.titlesAfter'])
    .select([
      sql<Member['part']>`case when ${isChair} then 'chair' when ${isAgent} then 'agent' else 'secretariat' end`.as(
        'part',
      ),
    ])
    .where(sql<boolean>`(${isChair} or ${isAgent} or ${runs})`)
    .orderBy(sql`person.name collate id_num`)
    .orderBy('person.id')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, fullName: nameInFull(row), part: row.part }))
}

/** Those who can be named chair: whoever can sign in to the agency as one of its persons. */
export async function listChairs(db: Db): Promise<{ id: string; fullName: string }[]> {
  const rows = await select(db, 'person')
    .select(['person.id', 'person.titlesBefore', 'person.name', 'person.titlesAfter'])
    .where(
      sql<boolean>`exists (select from access where access.agency_id = person.agency_id
        and access.person_id = person.id and access.ended_at is null)`,
    )
    .orderBy(sql`person.name collate id_num`)
    .execute()
  return rows.map((row) => ({ id: row.id, fullName: nameInFull(row) }))
}

/** `forumPolicy.read`, said in SQL; policy.test.ts holds the two to one answer. */
export const forumReadableBy = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'forum'>) =>
  holds(actor, 'admin', 'secretariat', 'leadership')
    ? eb.lit(true)
    : eb.or([
        eb('forum.id', '=', eb.fn.any(eb.val(thingsOf(actor, 'chair')))),
        sql<boolean>`exists (select from seat where seat.agency_id = forum.agency_id
          and seat.programme_id = forum.programme_id and seat.id = any(${thingsOf(actor, 'agent')}))`,
      ])
