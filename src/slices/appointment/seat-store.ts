import { sql } from 'kysely'
import { type Db, on, select } from '#db'
import type { Day } from '#kit/date.ts'
import { uninvited } from '#people'
import type { Seat, SeatedAgent, SeatPlace, SeatRow } from './seat.ts'

const seatColumns = [
  'seat.agencyId',
  'seat.id',
  'seat.programmeId',
  'seat.number',
  'seat.level',
  'seat.unitId',
] as const

/** The seat of this id. */
export const findSeat = (db: Db, id: string): Promise<Seat | undefined> =>
  select(db, 'seat').select(seatColumns).where('id', '=', id).executeTakeFirst()

/** Who holds the seat on that day; undefined when it is vacant. */
export const agentInSeat = (db: Db, seatId: string, day: Day): Promise<SeatedAgent | undefined> =>
  select(db, 'appointment')
    .innerJoin('person', on('person.id', 'appointment.personId'))
    .select(['appointment.personId', 'person.name', 'appointment.id as appointmentId'])
    .where('appointment.seatId', '=', seatId)
    .where('appointment.fromOn', '<=', day)
    .where('appointment.untilOn', '>=', day)
    .executeTakeFirst()

/** The seats of a programme by number, each with who holds it on that day; only those of these ids, if given. One query. */
export async function listSeats(db: Db, programmeId: string, day: Day, ids?: string[]): Promise<SeatRow[]> {
  const rows = await select(db, 'seat')
    .innerJoin('unit', on('unit.id', 'seat.unitId'))
    .leftJoin('appointment', (join) =>
      on(
        'appointment.seatId',
        'seat.id',
      )(join)
        .on('appointment.fromOn', '<=', day)
        .on('appointment.untilOn', '>=', day),
    )
    .leftJoin('person', on('person.id', 'appointment.personId'))
    .select(seatColumns)
    .select(['unit.name as unitName', 'appointment.id as appointmentId', 'person.id as personId', 'person.name'])
    .where('seat.programmeId', '=', programmeId)
    .$if(ids !== undefined, (query) => query.where((eb) => eb('seat.id', '=', eb.fn.any(eb.val(ids ?? [])))))
    .orderBy('seat.number')
    .execute()
  return rows.map(({ appointmentId, personId, name, ...seat }) => ({
    ...seat,
    agent: appointmentId && personId && name ? { appointmentId, personId, name } : null,
  }))
}

/** Of each seat of a programme no more than its unit, who holds it on that day, and whether nobody invited them. One query. */
export const listPlaces = (db: Db, programmeId: string, day: Day): Promise<SeatPlace[]> =>
  select(db, 'seat')
    .leftJoin('appointment', (join) =>
      on(
        'appointment.seatId',
        'seat.id',
      )(join)
        .on('appointment.fromOn', '<=', day)
        .on('appointment.untilOn', '>=', day),
    )
    .select(['seat.unitId', 'appointment.personId as agentId'])
    .select(({ exists }) =>
      exists(uninvited(db).where(sql<boolean>`person.id = appointment.person_id`)).$castTo<boolean>().as('isUninvited'),
    )
    .where('seat.programmeId', '=', programmeId)
    .execute()
