import { sql } from 'kysely'
import { type Db, insert, on, select, type Tx, update } from '#db'
import type { Day } from '#kit/date.ts'
import { nameInFull } from '#people'
import type { Held } from './annex-plan.ts'
import type { Appointment, Level, Seat } from './seat.ts'

const columns = [
  'appointment.agencyId',
  'appointment.id',
  'appointment.seatId',
  'appointment.personId',
  'appointment.decreeId',
  'appointment.fromOn',
  'appointment.untilOn',
  'appointment.endedById',
  'appointment.endReason',
] as const

/** An appointment as the page of its decree shows it. */
export type AppointmentRow = Appointment & {
  seatNumber: number
  level: Level
  unitName: string
  /** With titles. */
  name: string
  email: string | null
}

/** Whom a decree appointed, by the number of the seat. One query. */
export async function listAppointments(db: Db, decreeId: string): Promise<AppointmentRow[]> {
  const rows = await select(db, 'appointment')
    .innerJoin('seat', on('seat.id', 'appointment.seatId'))
    .innerJoin('unit', on('unit.id', 'seat.unitId'))
    .innerJoin('person', on('person.id', 'appointment.personId'))
    .select(columns)
    .select(['seat.number as seatNumber', 'seat.level', 'unit.name as unitName'])
    .select(['person.titlesBefore', 'person.name', 'person.titlesAfter', 'person.email'])
    .where('appointment.decreeId', '=', decreeId)
    .orderBy('seat.number')
    .orderBy('appointment.fromOn')
    .execute()
  return rows.map(({ titlesBefore, name, titlesAfter, ...row }) => ({
    ...row,
    name: nameInFull({ titlesBefore, name, titlesAfter }),
  }))
}

/** Who holds a seat of the programme on any day of the term. */
export const listHeld = (db: Db, programmeId: string, term: { fromOn: Day; untilOn: Day }): Promise<Held[]> =>
  select(db, 'appointment')
    .innerJoin('seat', on('seat.id', 'appointment.seatId'))
    .select(['appointment.personId', 'appointment.decreeId', 'seat.number as seatNumber'])
    .where('seat.programmeId', '=', programmeId)
    .where('appointment.fromOn', '<=', term.untilOn)
    .where('appointment.untilOn', '>=', term.fromOn)
    .orderBy('seat.number')
    .execute()

/** The appointment of this id, held until the transaction ends. */
export const holdAppointment = (tx: Tx, id: string): Promise<Appointment | undefined> =>
  select(tx, 'appointment').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

/** Whoever is in the seat on that day or comes into it later, held until the transaction ends. */
export const holdAppointmentsFrom = (tx: Tx, seatId: string, day: Day): Promise<Appointment[]> =>
  select(tx, 'appointment')
    .select(columns)
    .where('seatId', '=', seatId)
    .where('untilOn', '>=', day)
    .orderBy('fromOn')
    .forUpdate()
    .execute()

/** Adds an appointment; false when one of this id is there already. */
export async function saveNewAppointment(
  tx: Tx,
  appointment: Omit<Appointment, 'agencyId' | 'endedById' | 'endReason'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await insert(tx, 'appointment', appointment)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves how an appointment ends; the rest of it never changes. */
export async function saveEnd(tx: Tx, { id, untilOn, endedById, endReason }: Appointment): Promise<void> {
  await update(tx, 'appointment').set({ untilOn, endedById, endReason }).where('id', '=', id).executeTakeFirstOrThrow()
}

/** The number after the last seat of the programme. Whoever adds seats holds the programme, so that none meet. */
export async function nextSeatNumber(tx: Tx, programmeId: string): Promise<number> {
  const row = await select(tx, 'seat')
    .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
    .where('programmeId', '=', programmeId)
    .executeTakeFirst()
  return row?.next ?? 1
}

export async function saveNewSeat(tx: Tx, { agencyId: _, ...seat }: Seat): Promise<void> {
  await insert(tx, 'seat', seat).execute()
}
