import { randomUUIDv7 } from 'node:crypto'
import { type Db, type Tx, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { conflict, notFound } from '#kit/refusal.ts'
import { addPerson, endStanding, findPersonByNip, type NewPerson, startStanding } from '#people'
import { holdProgramme } from '#programme'
import { type EarlyEnd, endEarly, makeWay } from './appointment.ts'
import {
  holdAppointment,
  holdAppointmentsFrom,
  listHeld,
  nextSeatNumber,
  saveEnd,
  saveNewAppointment,
  saveNewSeat,
} from './appointment-store.ts'
import type { Decree } from './decree.ts'
import { findDecreeById, holdDecree } from './decree-store.ts'
import { decreePolicy } from './policy.ts'
import type { Appointment, Level } from './seat.ts'
import { findSeat } from './seat-store.ts'

/** An agent entered by hand: a person known by the NIP, or a new one; a person without NIP has the reason for it. */
export type NewAgent = { id: string; person: NewPerson & { unitId: string }; level: Level }

/** Appoints a person by hand to a new seat. Posted twice it happens once. */
export const appointAgent = (db: Db, actor: Actor, code: string, agent: NewAgent, now: Date): Promise<void> =>
  transact(db, async (tx) => {
    const decree = await holdToAppoint(tx, actor, code)
    if (await holdAppointment(tx, agent.id)) return
    const personId = await personOf(tx, actor, agent.person, now)
    await refuseSeated(tx, decree, personId)
    const seatId = await addSeat(tx, decree, agent.level, agent.person.unitId)
    await seat(tx, actor, { id: agent.id, seatId, personId, decree, fromOn: decree.fromOn }, now)
  })

export type Replacement = Omit<NewAgent, 'level'> & { seatId: string; fromOn: Day; reason: string }

/**
 * Puts another agent into a seat by a later decree: the appointment in force ends on the day before, with the reason,
 * and the seat's project passes on. A vacant seat is filled the same way.
 */
export const replaceAgent = (db: Db, actor: Actor, code: string, it: Replacement, now: Date): Promise<void> =>
  transact(db, async (tx) => {
    const decree = await holdToAppoint(tx, actor, code)
    if (await holdAppointment(tx, it.id)) return
    const held = await findSeat(tx, it.seatId)
    if (held?.programmeId !== decree.programmeId) throw notFound()
    if (it.fromOn < decree.fromOn || it.fromOn > decree.untilOn)
      throw conflict('Tanggal mulai harus di dalam masa berlaku keputusan.')
    const personId = await personOf(tx, actor, it.person, now)
    await refuseSeated(tx, { ...decree, fromOn: it.fromOn }, personId)
    for (const earlier of await holdAppointmentsFrom(tx, it.seatId, it.fromOn)) {
      await end(tx, actor, makeWay(earlier, it.fromOn, decree.id, it.reason), now)
    }
    await seat(tx, actor, { id: it.id, seatId: it.seatId, personId, decree, fromOn: it.fromOn }, now)
  })

/** Ends an appointment before its time; the seat is vacant from the day after. */
export const endAppointment = (db: Db, actor: Actor, id: string, early: Omit<EarlyEnd, 'decreeId'>, now: Date) =>
  transact(db, async (tx) => {
    const appointment = await holdAppointment(tx, id)
    const decree = appointment && (await findDecreeById(tx, appointment.decreeId))
    authorize(decreePolicy, actor, 'appoint', decree)
    if (appointment) await end(tx, actor, endEarly(appointment, { ...early, decreeId: null }), now)
  })

/** The decree and its programme, held, for whom may appoint: seats of one programme are numbered one at a time. */
export async function holdToAppoint(tx: Tx, actor: Actor, code: string): Promise<Decree> {
  const decree = await holdDecree(tx, code)
  authorize(decreePolicy, actor, 'appoint', decree)
  await holdProgramme(tx, decree.programmeId)
  return decree
}

/** Step: a new place on the programme's list; returns its id. */
export async function addSeat(tx: Tx, { programmeId }: Decree, level: Level, unitId: string): Promise<string> {
  const id = randomUUIDv7()
  const number = await nextSeatNumber(tx, programmeId)
  await saveNewSeat(tx, { agencyId: tx.agencyId, id, programmeId, number, level, unitId })
  return id
}

type Seating = { id: string; seatId: string; personId: string; decree: Decree; fromOn: Day }

/** Step: the person is in the seat from that day until the decree ends, and stands as its agent. */
export async function seat(tx: Tx, actor: Actor, { decree, ...seating }: Seating, now: Date): Promise<void> {
  const { untilOn } = decree
  const { seatId, personId, fromOn } = seating
  await saveNewAppointment(tx, { ...seating, decreeId: decree.id, untilOn })
  await startStanding(tx, { personId, relation: 'agent', thing: { kind: 'seat', id: seatId }, fromOn, untilOn })
  const details = { seatId, personId, decreeId: decree.id, fromOn }
  await record(tx, actor, { event: 'appointment.made', thing: { kind: 'appointment', id: seating.id }, details }, now)
}

async function end(tx: Tx, actor: Actor, ended: Appointment, now: Date): Promise<void> {
  const { id, seatId, personId, untilOn, endedById } = ended
  await saveEnd(tx, ended)
  await endStanding(tx, { personId, relation: 'agent', thingId: seatId }, untilOn)
  const details = { seatId, personId, untilOn, decreeId: endedById }
  await record(tx, actor, { event: 'appointment.ended', thing: { kind: 'appointment', id }, details }, now)
}

/** The record of this NIP where the agency has one, which stays as it is; else a new one. */
async function personOf(tx: Tx, actor: Actor, person: NewPerson, now: Date): Promise<string> {
  const known = person.nip === null ? undefined : await findPersonByNip(tx, person.nip)
  if (known) return known.id
  await addPerson(tx, actor, person, now)
  return person.id
}

/** One person holds one seat of a programme at a time. */
async function refuseSeated(tx: Tx, decree: Decree, personId: string): Promise<void> {
  const held = (await listHeld(tx, decree.programmeId, decree)).find((each) => each.personId === personId)
  if (held) throw conflict(`Pegawai ini sudah memegang kedudukan nomor ${held.seatNumber} pada masa yang sama.`)
}
