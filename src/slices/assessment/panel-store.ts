import { sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tx } from '#db'

/** A project that is judged, with what a list shows and who may not judge it. */
export type AssessedProject = {
  id: string
  code: string
  title: string
  seatId: string
  unitId: string
  unitName: string
  agentName: string | null
  isPublicService: boolean
  agentIds: string[]
  memberIds: string[]
}

const ofProject = sql`agency_id = project.agency_id`

/** The projects that an assessment judges, by the number of their seat. One query. */
export const listAssessed = (db: Db, assessmentId: string): Promise<AssessedProject[]> =>
  select(db, 'assessedProject')
    .innerJoin('project', on('project.id', 'assessedProject.projectId'))
    .innerJoin('seat', on('seat.id', 'project.seatId'))
    .innerJoin('unit', on('unit.id', 'project.unitId'))
    .select(['project.id', 'project.code', 'project.title', 'project.seatId', 'project.unitId'])
    .select(['project.isPublicService', 'unit.name as unitName'])
    .select([
      sql<string[]>`array(select person_id from appointment where ${ofProject} and seat_id = project.seat_id)`.as(
        'agentIds',
      ),
      sql<string[]>`array(select person_id from project_member where ${ofProject} and project_id = project.id)`.as(
        'memberIds',
      ),
      sql<string | null>`(select name from person join appointment on person.agency_id = appointment.agency_id
        and person.id = appointment.person_id where appointment.agency_id = project.agency_id
        and appointment.seat_id = project.seat_id order by appointment.from_on desc limit 1)`.as('agentName'),
    ])
    .where('assessedProject.assessmentId', '=', assessmentId)
    .orderBy('seat.number')
    .execute()

/** The projects that are judged from now on; they change only before anything is marked. */
export async function saveAssessed(tx: Tx, assessmentId: string, projectIds: readonly string[]): Promise<void> {
  await remove(tx, 'assessedProject').where('assessmentId', '=', assessmentId).execute()
  if (projectIds.length === 0) return
  const rows = projectIds.map((projectId) => ({ assessmentId, projectId }))
  await insert(tx, 'assessedProject', rows).execute()
}

/** Penilai: somebody of a panel, with the unit that decides which projects they do not judge. */
export type Judge = { personId: string; unitId: string | null; name: string; titlesBefore: string; titlesAfter: string }

/** Who judges: whoever stands as judge to it and was not released. */
export const listJudges = (db: Db, assessmentId: string): Promise<Judge[]> =>
  select(db, 'standing')
    .innerJoin('person', on('person.id', 'standing.personId'))
    .select(['standing.personId', 'person.unitId', 'person.name', 'person.titlesBefore', 'person.titlesAfter'])
    .where('standing.relation', '=', 'judge')
    .where('standing.thingId', '=', assessmentId)
    .where('standing.untilOn', 'is', null)
    .orderBy(sql`person.name collate id_num`)
    .execute()

/** Whether the person can sign in to the agency: who cannot cannot judge. */
export async function hasAccess(db: Db, personId: string): Promise<boolean> {
  const row = await select(db, 'access')
    .select('id')
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
