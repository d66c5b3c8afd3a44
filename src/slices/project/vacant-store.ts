import { type Db, on, select } from '#db'
import { type Actor, runsProgramme, thingsOf } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'

/** Seats of programmes that are not over whose project the actor may begin (`mayBegin`), with who holds each. One query. */
export const vacantSeats = (db: Db, actor: Actor, today: Day) =>
  select(db, 'seat')
    .innerJoin('programme', on('programme.id', 'seat.programmeId'))
    .innerJoin('unit', on('unit.id', 'seat.unitId'))
    .innerJoin('appointment', (join) =>
      on(
        'appointment.seatId',
        'seat.id',
      )(join)
        .on('appointment.fromOn', '<=', today)
        .on('appointment.untilOn', '>=', today),
    )
    .innerJoin('person', on('person.id', 'appointment.personId'))
    .leftJoin('project', on('project.seatId', 'seat.id'))
    .select(['seat.agencyId', 'seat.id', 'seat.number', 'unit.name as unitName', 'person.name as agentName'])
    .select('programme.name as programmeName')
    .where('project.id', 'is', null)
    .where('programme.untilOn', '>=', today)
    .$if(!runsProgramme(actor), (seats) =>
      seats.where((eb) => eb('seat.id', '=', eb.fn.any(eb.val(thingsOf(actor, 'agent'))))),
    )
    .orderBy('programme.fromOn', 'desc')
    .orderBy('seat.number')
    .execute()
