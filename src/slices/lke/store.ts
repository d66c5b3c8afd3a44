import { sql } from 'kysely'
import { type Db, on, select } from '#db'
import type { CountedAgent, CountedChange } from './lke.ts'

type Within = { year: number; from: Date; until: Date; units: string[] | null }

/** Appointments that hold on a day of the year; which of them count is the rule's. One query. */
export const listAppointed = (db: Db, { year, units }: Within): Promise<CountedAgent[]> =>
  select(db, 'appointment')
    .innerJoin('seat', on('seat.id', 'appointment.seatId'))
    .innerJoin('unit', on('unit.id', 'seat.unitId'))
    .innerJoin('person', on('person.id', 'appointment.personId'))
    .innerJoin('programme', on('programme.id', 'seat.programmeId'))
    .select(['appointment.id as appointmentId', 'appointment.personId', 'person.name', 'appointment.seatId'])
    .select(['seat.number as seatNumber', 'seat.unitId', 'unit.name as unitName', 'programme.id as programmeId'])
    .select(['programme.name as programmeName', 'appointment.fromOn', 'appointment.untilOn'])
    .select(sql<CountedAgent['agentCount']>`programme.agent_count`.as('agentCount'))
    .where('appointment.fromOn', '<=', `${year}-12-31`)
    .where('appointment.untilOn', '>=', `${year}-01-01`)
    .$if(units !== null, (query) => query.where('seat.unitId', 'in', units ?? []))
    .orderBy('person.name')
    .orderBy('appointment.fromOn')
    .execute()

/** The changes that were confirmed within the year, with the document verified until its end. One query. */
export async function listChanged(db: Db, { from, until, units }: Within): Promise<CountedChange[]> {
  const rows = await select(db, 'finish')
    .innerJoin('project', on('project.id', 'finish.projectId'))
    .innerJoin('seat', on('seat.id', 'project.seatId'))
    .innerJoin('unit', on('unit.id', 'project.unitId'))
    .leftJoin('integration', (join) =>
      on('integration.projectId', 'project.id')(join).on('integration.verifiedAt', '<', until),
    )
    .select(['finish.projectId', 'project.code', 'project.title', 'project.unitId', 'unit.name as unitName'])
    .select(['seat.number as seatNumber', 'finish.confirmedAt'])
    .select(['integration.kind', 'integration.number', 'integration.datedOn', 'integration.verifiedAt'])
    .where('finish.confirmedAt', '>=', from)
    .where('finish.confirmedAt', '<', until)
    .$if(units !== null, (query) => query.where('project.unitId', 'in', units ?? []))
    .orderBy('finish.confirmedAt')
    .orderBy('project.code')
    .execute()
  return rows.map(({ kind, number, datedOn, verifiedAt, confirmedAt, ...row }) => ({
    ...row,
    confirmedAt: confirmedAt as Date,
    document: kind && number && datedOn && verifiedAt ? { kind, number, datedOn, verifiedAt } : null,
  }))
}
