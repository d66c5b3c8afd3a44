import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tables, type Tx, update } from '#db'
import { type Actor, looksOn, seatsOf, thingsOf } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { nameInFull } from '#people'
import type { Sitting, SittingFacts } from './sitting.ts'

const columns = [
  'sitting.agencyId',
  'sitting.id',
  'sitting.title',
  'sitting.heldOn',
  'sitting.beginsAt',
  'sitting.endsAt',
  'sitting.place',
  'sitting.link',
  'sitting.slidesDueOn',
  'sitting.guests',
  'sitting.revision',
] as const

/** The sitting of this id. */
export const findSitting = (db: Db, id: string): Promise<Sitting | undefined> =>
  select(db, 'sitting').select(columns).where('sitting.id', '=', id).executeTakeFirst()

/** The sittings in which these presentations are held. One query. */
export async function listSittingsOf(db: Db, presentations: { sittingId: string | null }[]): Promise<Sitting[]> {
  const ids = presentations.flatMap(({ sittingId }) => sittingId ?? [])
  return ids.length === 0 ? [] : select(db, 'sitting').select(columns).where('sitting.id', 'in', ids).execute()
}

/** The sittings of these ids, in the order in which they are held. */
export const listSittingsById = (db: Db, ids: readonly string[]): Promise<Sitting[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : inOrder(db)
        .where('sitting.id', 'in', [...ids])
        .execute()

/** The sittings from a day on, all of the agency's. */
export const listSittingsFrom = (db: Db, from: Day): Promise<Sitting[]> =>
  inOrder(db).where('sitting.heldOn', '>=', from).execute()

/** The sittings of one day. */
export const listSittingsOn = (db: Db, day: Day): Promise<Sitting[]> =>
  inOrder(db).where('sitting.heldOn', '=', day).execute()

const inOrder = (db: Db) =>
  select(db, 'sitting').select(columns).orderBy('sitting.heldOn').orderBy('sitting.beginsAt').orderBy('sitting.id')

/** The sitting of this id, held until the transaction ends; its slots are arranged only while it is held. */
export const holdSitting = (tx: Tx, id: string): Promise<Sitting | undefined> =>
  select(tx, 'sitting').select(columns).where('sitting.id', '=', id).forUpdate().executeTakeFirst()

/** Adds a sitting; false when one of this id is there already. */
export async function saveNewSitting(tx: Tx, sitting: SittingFacts & { id: string }): Promise<boolean> {
  const row = await insert(tx, 'sitting', sitting)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves all of a sitting but its slots, under the next revision. */
export async function saveSitting(tx: Tx, { agencyId: _, id, revision, ...fields }: Sitting): Promise<void> {
  await update(tx, 'sitting')
    .set({ ...fields, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Removes a sitting that has neither slots nor attendees. */
export const removeSitting = (tx: Tx, id: string) => remove(tx, 'sitting').where('id', '=', id).execute()

/** A person of the agency who was present. */
export type Attendee = { personId: string; name: string }

/** Who of the agency was present, by name. */
export async function listAttendees(db: Db, sittingId: string): Promise<Attendee[]> {
  const rows = await select(db, 'sittingAttendee')
    .innerJoin('person', on('person.id', 'sittingAttendee.personId'))
    .select(['personId', 'titlesBefore', 'name', 'titlesAfter'])
    .where('sittingId', '=', sittingId)
    .orderBy(sql`person.name collate id_num`)
    .execute()
  return rows.map(({ personId, ...person }) => ({ personId, name: nameInFull(person) }))
}

/** Whether all of these are persons of the agency. */
export async function arePersons(db: Db, ids: readonly string[]): Promise<boolean> {
  const wanted = new Set(ids)
  if (wanted.size === 0) return true
  const found = await select(db, 'person')
    .select('id')
    .where('id', 'in', [...wanted])
    .execute()
  return found.length === wanted.size
}

/** Replaces who of the agency was present. */
export async function saveAttendees(tx: Tx, sittingId: string, personIds: string[]): Promise<void> {
  await remove(tx, 'sittingAttendee').where('sittingId', '=', sittingId).execute()
  const rows = [...new Set(personIds)].map((personId) => ({ sittingId, personId }))
  if (rows.length > 0) await insert(tx, 'sittingAttendee', rows).execute()
}

/** A slot of a sitting in a list: whose it is, from when, and whether it was decided. */
type SlotRow = { seatId: string; beginsAt: string; isDecided: boolean }

/** A sitting in a list, with its slots in their order. */
export type SittingRow = Sitting & {
  slotCount: number
  decidedCount: number
  slots: SlotRow[]
  /** How many absences of anybody lie in its hours: where there are none, nobody need ask who is missing. */
  absences: number
}

export type SittingSearch = { from?: Day; before?: Day }

/** The sittings that the actor may read: from a day on the next first, before it the latest first. One query. */
export const listSittings = (db: Db, actor: Actor, { from, before }: SittingSearch): Promise<SittingRow[]> =>
  select(db, 'sitting')
    .leftJoin('presentation', on('presentation.sittingId', 'sitting.id'))
    .leftJoin('project', on('project.id', 'presentation.projectId'))
    .select(columns)
    .select([
      sql<number>`count(presentation.id)::int`.as('slotCount'),
      sql<number>`count(presentation.decision)::int`.as('decidedCount'),
      sql<SlotRow[]>`coalesce(jsonb_agg(jsonb_build_object(
        'seatId', project.seat_id, 'beginsAt', presentation.begins_at, 'isDecided', presentation.decision is not null
      ) order by presentation.begins_at) filter (where presentation.id is not null), '[]')`.as('slots'),
      sql<number>`(
        select count(*)::int from absence
        where absence.agency_id = sitting.agency_id and absence.on_day = sitting.held_on
          and absence.begins_at < sitting.ends_at and absence.ends_at > sitting.begins_at
      )`.as('absences'),
    ])
    .$if(from !== undefined, (query) => query.where('sitting.heldOn', '>=', from ?? ''))
    .$if(before !== undefined, (query) => query.where('sitting.heldOn', '<', before ?? ''))
    .where(readableBy(db, actor))
    .groupBy(['sitting.agencyId', 'sitting.id'])
    .orderBy('sitting.heldOn', before === undefined ? 'asc' : 'desc')
    .orderBy('sitting.beginsAt')
    .orderBy('sitting.id')
    .execute()

/** `sittingPolicy.read`, said in SQL; routes.test.ts holds the two to one answer. */
const readableBy = (db: Db, actor: Actor) => (eb: ExpressionBuilder<Tables, 'sitting'>) => {
  if (looksOn(actor) || thingsOf(actor, 'judge').length > 0) return eb.lit(true)
  const stewarded = thingsOf(actor, 'steward')
  const attended = select(db, 'sittingAttendee').select('sittingId').where('personId', '=', actor.personId)
  const concerned = select(db, 'presentation')
    .innerJoin('project', on('project.id', 'presentation.projectId'))
    .select('presentation.sittingId')
    .where((of) =>
      of.or([
        of('project.seatId', '=', of.fn.any(of.val(seatsOf(actor)))),
        of('project.unitId', '=', of.fn.any(of.val(thingsOf(actor, 'head')))),
        of('project.id', '=', of.fn.any(of.val([...thingsOf(actor, 'member'), ...stewarded]))),
        of('project.programmeId', '=', of.fn.any(of.val(stewarded))),
      ]),
    )
  const judged = select(db, 'sittingJudge').select('sittingId').where('personId', '=', actor.personId)
  return eb.or([eb('sitting.id', 'in', attended), eb('sitting.id', 'in', judged), eb('sitting.id', 'in', concerned)])
}
