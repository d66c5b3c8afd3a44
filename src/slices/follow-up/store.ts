import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, insert, on, select, type Tables, type Tx, update } from '#db'
import { type Actor, looksOn, thingsOf } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
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
  'followUp.origin',
  'followUp.what',
  'followUp.ownerId',
  'followUp.dueOn',
  'followUp.state',
  'followUp.outcome',
  'followUp.doneAt',
  'followUp.closedAt',
  'followUp.remark',
  'followUp.toldSteps',
  'followUp.revision',
] as const

/** The follow-up of this id. */
export const findFollowUp = (db: Db, id: string): Promise<FollowUp | undefined> => one(db, id).executeTakeFirst()

/** The same, held until the transaction ends. */
export const holdFollowUp = (tx: Tx, id: string): Promise<FollowUp | undefined> =>
  one(tx, id).forUpdate('followUp').executeTakeFirst()

const one = (db: Db, id: string) =>
  select(db, 'followUp')
    .innerJoin('person', on('person.id', 'followUp.ownerId'))
    .select(columns)
    .select('person.unitId as ownerUnitId')
    .where('followUp.id', '=', id)

/** What is said when something is agreed. */
export type NewFollowUp = Pick<
  FollowUp,
  'id' | 'programmeId' | 'projectId' | 'seatId' | 'unitId' | 'source' | 'sourceId' | 'what' | 'ownerId' | 'dueOn'
> & { origin?: string }

/** Step: adds a follow-up; false when one of this id is there already. */
export async function saveNewFollowUp(tx: Tx, followUp: NewFollowUp): Promise<boolean> {
  const row = await insert(tx, 'followUp', followUp)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves how it stands, under the next revision. */
export const saveFollowUp = (tx: Tx, { id, revision, ...followUp }: FollowUp) =>
  update(tx, 'followUp')
    .set({ ...changing(followUp), revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const changing = (one: Omit<FollowUp, 'id' | 'revision'>) => {
  const { state, ownerId, dueOn, outcome, doneAt, closedAt, remark, toldSteps } = one
  return { state, ownerId, dueOn, outcome, doneAt, closedAt, remark, toldSteps }
}

/** A follow-up with the names that a list shows. */
export type FollowUpRow = FollowUp & {
  ownerName: string
  ownerUnitName: string | null
  projectCode: string | null
  projectTitle: string | null
}

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
    .leftJoin('unit as ownerUnit', on('ownerUnit.id', 'person.unitId'))
    .select(columns)
    .select(['person.name as ownerName', 'person.unitId as ownerUnitId', 'ownerUnit.name as ownerUnitName'])
    .select(['project.code as projectCode', 'project.title as projectTitle'])

/** The follow-up of this id as a page shows it. */
export const findFollowUpRow = (db: Db, id: string): Promise<FollowUpRow | undefined> =>
  rows(db).where('followUp.id', '=', id).executeTakeFirst()

/**
 * The follow-ups that the actor may read: those to be done in front, by their due day, so that late ones come first; then those
 * to be looked at. One query.
 */
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
    .orderBy(sql`case follow_up.state when 'open' then 0 when 'done' then 1 else 2 end`)
    .orderBy('followUp.dueOn')
    .orderBy('followUp.id')
    .execute()

/** How many of a project's follow-ups somebody still has to do something about (`isPending`), whoever asks. */
export async function countPending(db: Db, projectId: string): Promise<number> {
  const row = await select(db, 'followUp')
    .select(sql<number>`count(*)::int`.as('pending'))
    .where('projectId', '=', projectId)
    .where('state', 'in', ['open', 'done'])
    .executeTakeFirstOrThrow()
  return row.pending
}

/** How many of what came of a source are still to be done, whoever asks. */
export async function countOpen(db: Db, sourceId: string): Promise<number> {
  const row = await select(db, 'followUp')
    .select(sql<number>`count(*)::int`.as('open'))
    .where('sourceId', '=', sourceId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return row.open
}

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
    .select(['person.id', 'person.titlesBefore', 'person.name', 'person.titlesAfter', 'person.unitId'])
    .where('access.endedAt', 'is', null)
    .orderBy(sql`person.name collate id_num`)
    .execute()

/** The open follow-ups whose day is over, and of which not everybody has heard. */
export async function listOverdue(db: Db, today: Day): Promise<string[]> {
  const rows = await select(db, 'followUp')
    .select('id')
    .where('state', '=', 'open')
    .where('dueOn', '<', today)
    .where('toldSteps', '<', 3)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** `followUpPolicy.read`, said in SQL; policy.test.ts holds the two to one answer. */
const readableBy = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'followUp' | 'person'>) =>
  looksOn(actor)
    ? eb.lit(true)
    : eb.or([
        eb('followUp.ownerId', '=', actor.personId),
        eb('followUp.unitId', '=', eb.fn.any(eb.val(thingsOf(actor, 'head')))),
        eb('person.unitId', '=', eb.fn.any(eb.val(thingsOf(actor, 'head')))),
        eb('followUp.seatId', '=', eb.fn.any(eb.val(thingsOf(actor, 'agent')))),
      ])
