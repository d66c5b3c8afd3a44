import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, insert, on, select, type Tables, type Tx, update } from '#db'
import { type Actor, looksOn, thingsOf } from '#kit/actor.ts'
import type { FollowUp } from './follow-up.ts'

const columns = [
  'followUp.agencyId',
  'followUp.id',
  'followUp.programmeId',
  'followUp.projectId',
  'followUp.seatId',
  'followUp.unitId',
  'followUp.source',
  'followUp.sourceId',
  'followUp.what',
  'followUp.ownerId',
  'followUp.dueOn',
  'followUp.state',
  'followUp.outcome',
  'followUp.doneAt',
  'followUp.closedAt',
  'followUp.remark',
  'followUp.revision',
] as const

/** The follow-up of this id. */
export const findFollowUp = (db: Db, id: string): Promise<FollowUp | undefined> =>
  select(db, 'followUp').select(columns).where('followUp.id', '=', id).executeTakeFirst()

/** The same, held until the transaction ends. */
export const holdFollowUp = (tx: Tx, id: string): Promise<FollowUp | undefined> =>
  select(tx, 'followUp').select(columns).where('followUp.id', '=', id).forUpdate().executeTakeFirst()

/** What is said when something is agreed. */
export type NewFollowUp = Pick<
  FollowUp,
  'id' | 'programmeId' | 'projectId' | 'seatId' | 'unitId' | 'source' | 'sourceId' | 'what' | 'ownerId' | 'dueOn'
>

/** Step: adds a follow-up; false when one of this id is there already. */
export async function saveNewFollowUp(tx: Tx, followUp: NewFollowUp): Promise<boolean> {
  const row = await insert(tx, 'followUp', followUp)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves how it stands, under the next revision. */
export const saveFollowUp = (tx: Tx, { id, state, outcome, doneAt, closedAt, remark, revision }: FollowUp) =>
  update(tx, 'followUp')
    .set({ state, outcome, doneAt, closedAt, remark, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** A follow-up with the names that a list shows. */
export type FollowUpRow = FollowUp & { ownerName: string; projectCode: string | null; projectTitle: string | null }

export type FollowUpSearch = {
  programmeId?: string
  projectId?: string
  ownerId?: string
  sourceIds?: string[]
  isPending?: true
}

const rows = (db: Db) =>
  select(db, 'followUp')
    .innerJoin('person', on('person.id', 'followUp.ownerId'))
    .leftJoin('project', on('project.id', 'followUp.projectId'))
    .select(columns)
    .select(['person.name as ownerName', 'project.code as projectCode', 'project.title as projectTitle'])

/** The follow-up of this id as a page shows it. */
export const findFollowUpRow = (db: Db, id: string): Promise<FollowUpRow | undefined> =>
  rows(db).where('followUp.id', '=', id).executeTakeFirst()

/** The follow-ups that the actor may read: those that wait in front, by their due day. One query. */
export const listFollowUps = (db: Db, actor: Actor, search: FollowUpSearch): Promise<FollowUpRow[]> =>
  rows(db)
    .where(readableBy(actor))
    .$if(search.programmeId !== undefined, (query) =>
      query.where('followUp.programmeId', '=', search.programmeId ?? ''),
    )
    .$if(search.projectId !== undefined, (query) => query.where('followUp.projectId', '=', search.projectId ?? ''))
    .$if(search.ownerId !== undefined, (query) => query.where('followUp.ownerId', '=', search.ownerId ?? ''))
    .$if(search.isPending === true, (query) => query.where('followUp.state', 'in', ['open', 'done']))
    .$if(search.sourceIds !== undefined, (query) => query.where('followUp.sourceId', 'in', search.sourceIds ?? []))
    .orderBy(sql`follow_up.state in ('closed', 'dropped')`)
    .orderBy('followUp.dueOn')
    .orderBy('followUp.id')
    .execute()

/** Where a project stands in the agency, for a follow-up about it. */
export const findProjectPlace = (db: Db, projectId: string) =>
  select(db, 'project')
    .select(['id as projectId', 'code', 'programmeId', 'seatId', 'unitId'])
    .where('id', '=', projectId)
    .executeTakeFirst()

/** Those who can be asked to do something: whoever can sign in to the agency as one of its persons. */
export const listOwners = (db: Db) =>
  select(db, 'access')
    .innerJoin('person', on('person.id', 'access.personId'))
    .select(['person.id', 'person.titlesBefore', 'person.name', 'person.titlesAfter'])
    .where('access.endedAt', 'is', null)
    .orderBy(sql`person.name collate id_num`)
    .execute()

/** `followUpPolicy.read`, said in SQL; policy.test.ts holds the two to one answer. */
const readableBy = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'followUp'>) =>
  looksOn(actor)
    ? eb.lit(true)
    : eb.or([
        eb('followUp.ownerId', '=', actor.personId),
        eb('followUp.unitId', '=', eb.fn.any(eb.val(thingsOf(actor, 'head')))),
        eb('followUp.seatId', '=', eb.fn.any(eb.val(thingsOf(actor, 'agent')))),
      ])
