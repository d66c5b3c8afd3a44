import { sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tx } from '#db'
import type { Day } from '#kit/date.ts'
import { dueOf, type Stage, stagesOf } from '#programme'

/** The day that the secretariat set; null where none is set. */
export const findSetDue = async (db: Db, programmeId: string): Promise<Day | null> =>
  (await select(db, 'documentationDue').select('dueOn').where('programmeId', '=', programmeId).executeTakeFirst())
    ?.dueOn ?? null

/** By when projects of a programme have a film and somebody who keeps it: as set, or when they are to be finished. */
export const findDue = async (db: Db, programmeId: string, stages?: Stage[]): Promise<Day | null> =>
  (await findSetDue(db, programmeId)) ?? dueOf(stages ?? (await stagesOf(db, programmeId)), 'finishing')

export async function saveDue(tx: Tx, programmeId: string, dueOn: Day | null): Promise<void> {
  await remove(tx, 'documentationDue').where('programmeId', '=', programmeId).execute()
  if (dueOn !== null) await insert(tx, 'documentationDue', { programmeId, dueOn }).execute()
}

/**
 * Projects of a programme that run or have ended well and of which no film is kept, or whom nobody keeps: neither a
 * steward of their own nor one of the programme is in force on that day.
 */
export async function listLacking(db: Db, programmeId: string, today: Day) {
  const rows = await select(db, 'project')
    .innerJoin('seat', on('seat.id', 'project.seatId'))
    .innerJoin('unit', on('unit.id', 'project.unitId'))
    .select(['project.agencyId', 'project.id', 'project.code', 'project.title', 'project.seatId', 'project.unitId'])
    .select(['project.programmeId', 'seat.number', 'unit.name as unitName'])
    .select([
      sql<boolean>`exists (
        select from recording where agency_id = project.agency_id and project_id = project.id
          and kind = 'film' and removed_at is null)`.as('hasFilm'),
      sql<boolean>`exists (
        select from standing where agency_id = project.agency_id and relation = 'steward'
          and thing_id in (project.id, project.programme_id)
          and from_on <= ${today} and (until_on is null or until_on >= ${today}))`.as('hasSteward'),
    ])
    .where('project.programmeId', '=', programmeId)
    .where('project.state', 'in', ['running', 'finished', 'closed'])
    .orderBy('seat.number')
    .execute()
  return rows.filter(({ hasFilm, hasSteward }) => !hasFilm || !hasSteward)
}

/** A project that lacks a film or a steward, and whether whoever looks may open it. */
export type LackingProject = Awaited<ReturnType<typeof listLacking>>[number] & { isReadable: boolean }
