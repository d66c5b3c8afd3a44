import { sql } from 'kysely'
import { type Db, on, select } from '#db'
import type { Day } from '#kit/date.ts'
import type { FollowUp } from './follow-up.ts'

/** A follow-up about a seat's project whose owner no longer holds the seat. */
export type LeftBehind = Pick<FollowUp, 'id' | 'what' | 'dueOn' | 'ownerId'> & {
  seatId: string
  seatNumber: number
  ownerName: string
}

/** What former agents have still to do about the projects of their seats: of one seat, or of all. One query. */
export const listLeftBehind = async (db: Db, today: Day, seatId: string | null = null): Promise<LeftBehind[]> => {
  const rows = await select(db, 'followUp')
    .innerJoin('seat', on('seat.id', 'followUp.seatId'))
    .innerJoin('person', on('person.id', 'followUp.ownerId'))
    .select(['followUp.id', 'followUp.what', 'followUp.dueOn', 'followUp.ownerId', 'followUp.seatId'])
    .select(['seat.number as seatNumber', 'person.name as ownerName'])
    .where('followUp.state', 'in', ['open', 'done'])
    .where(sql<boolean>`exists (select from appointment where ${ofSeat} and until_on < ${today})`)
    .where(sql<boolean>`not exists (select from appointment where ${ofSeat} and until_on >= ${today})`)
    .$if(seatId !== null, (query) => query.where('followUp.seatId', '=', seatId))
    .orderBy('seat.number')
    .orderBy('followUp.dueOn')
    .orderBy('followUp.id')
    .execute()
  return rows.map((row) => ({ ...row, seatId: row.seatId ?? '' }))
}

/** The appointments by which a follow-up's owner held the seat that it is about. */
const ofSeat = sql`appointment.agency_id = follow_up.agency_id and appointment.seat_id = follow_up.seat_id
  and appointment.person_id = follow_up.owner_id`

/** What passes on with a seat by itself: its project, and how many files lie with it. */
export const findPassing = (db: Db, seatId: string) =>
  select(db, 'project')
    .select(['project.id', 'project.code', 'project.title'])
    .select(
      sql<number>`(select count(*)::int from file where file.agency_id = project.agency_id
        and file.thing_id = project.id)`.as('files'),
    )
    .where('project.seatId', '=', seatId)
    .executeTakeFirst()
