import { sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tx } from '#db'
import type { Day } from '#kit/date.ts'
import type { Pair } from './panel.ts'
import type { RecusalCause } from './recusal.ts'

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
  /** The reform areas that it strengthens. */
  areaCodes: string[]
}

const ofProject = sql`agency_id = project.agency_id`

const assessed = (db: Db, assessmentId: string) =>
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
      sql<string[]>`array(select area_code from project_area where ${ofProject} and project_id = project.id)`.as(
        'areaCodes',
      ),
      sql<string | null>`(select name from person join appointment on person.agency_id = appointment.agency_id
        and person.id = appointment.person_id where appointment.agency_id = project.agency_id
        and appointment.seat_id = project.seat_id order by appointment.from_on desc limit 1)`.as('agentName'),
    ])
    .where('assessedProject.assessmentId', '=', assessmentId)

/** The projects that an assessment judges, by the number of their seat; only that of `code` where it is given. */
export const listAssessed = (db: Db, assessmentId: string, code?: string): Promise<AssessedProject[]> =>
  assessed(db, assessmentId)
    .$if(code !== undefined, (query) => query.where('project.code', '=', code ?? ''))
    .orderBy('seat.number')
    .execute()

/** What a judge is to a project, as far as it is written down. */
export type Place = {
  /** Why the judge stays out, where that was written down. */
  cause: RecusalCause | null
  isAssigned: boolean
  judgeUnitId: string | null
  /** Whether the judge is named head of any unit today: who is not heads none above another. */
  isHead: boolean
}

/** The project of a code with what this judge is to it; undefined where the assessment does not judge it. One query. */
export const findAssessedBy = (
  db: Db,
  { assessmentId, code, judgeId }: { assessmentId: string; code: string; judgeId: string },
  today: Day,
): Promise<(AssessedProject & Place) | undefined> =>
  assessed(db, assessmentId)
    .select([
      sql<RecusalCause | null>`(select cause from recusal where ${ofPair(judgeId)})`.as('cause'),
      sql<boolean>`exists (select from assigned_sheet where ${ofPair(judgeId)})`.as('isAssigned'),
      sql<string | null>`(select unit_id from person where ${ofProject} and id = ${judgeId})`.as('judgeUnitId'),
      sql<boolean>`exists (select from standing where ${ofProject} and person_id = ${judgeId} and relation = 'head'
        and from_on <= ${today} and (until_on is null or until_on >= ${today}))`.as('isHead'),
    ])
    .where('project.code', '=', code)
    .executeTakeFirst()

const ofPair = (judgeId: string) => sql`agency_id = assessed_project.agency_id
  and assessment_id = assessed_project.assessment_id and project_id = assessed_project.project_id
  and judge_id = ${judgeId}`

/** The projects that are judged from now on; they change only before anything is marked. */
export async function saveAssessed(tx: Tx, assessmentId: string, projectIds: readonly string[]): Promise<void> {
  await remove(tx, 'assessedProject').where('assessmentId', '=', assessmentId).execute()
  if (projectIds.length === 0) return
  const rows = projectIds.map((projectId) => ({ assessmentId, projectId }))
  await insert(tx, 'assessedProject', rows).execute()
}

/** Penilai: somebody of a panel, with the unit that decides which projects they do not judge. */
export type Judge = {
  personId: string
  unitId: string | null
  name: string
  titlesBefore: string
  titlesAfter: string
  /** The reform areas in which the judge is at home. */
  fields: string[]
}

/** Who judges: whoever stands as judge to it and was not released. */
export const listJudges = (db: Db, assessmentId: string): Promise<Judge[]> =>
  select(db, 'standing')
    .innerJoin('person', on('person.id', 'standing.personId'))
    .select(['standing.personId', 'person.unitId', 'person.name', 'person.titlesBefore', 'person.titlesAfter'])
    .select(
      sql<string[]>`array(select area_code from judge_field where judge_field.agency_id = standing.agency_id
        and judge_field.assessment_id = standing.thing_id and judge_field.judge_id = standing.person_id)`.as('fields'),
    )
    .where('standing.relation', '=', 'judge')
    .where('standing.thingId', '=', assessmentId)
    .where('standing.untilOn', 'is', null)
    .orderBy(sql`person.name collate id_num`)
    .execute()

/** Holds a judge's seat on the panel until the transaction ends. Whoever does so holds the assessment already. */
export const holdSeat = (tx: Tx, assessmentId: string, personId: string) =>
  select(tx, 'standing')
    .select('id')
    .where('relation', '=', 'judge')
    .where('thingId', '=', assessmentId)
    .where('personId', '=', personId)
    .forNoKeyUpdate()
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

/** In which areas of a set a judge is at home. */
export async function saveFields(
  tx: Tx,
  { assessmentId, judgeId }: { assessmentId: string; judgeId: string },
  { setCode, fields }: { setCode: string; fields: readonly string[] },
): Promise<void> {
  await remove(tx, 'judgeField').where('assessmentId', '=', assessmentId).where('judgeId', '=', judgeId).execute()
  if (fields.length === 0) return
  const rows = fields.map((areaCode) => ({ assessmentId, judgeId, setCode, areaCode }))
  await insert(tx, 'judgeField', rows).execute()
}

/** Which sheets are asked for, where they were shared out. */
export const listAssigned = (db: Db, assessmentId: string): Promise<Pair[]> =>
  select(db, 'assignedSheet').select(['projectId', 'judgeId']).where('assessmentId', '=', assessmentId).execute()

export async function addAssigned(tx: Tx, assessmentId: string, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return
  const rows = pairs.map((pair) => ({ assessmentId, ...pair }))
  await insert(tx, 'assignedSheet', rows)
    .onConflict((conflict) => conflict.columns(['agencyId', 'assessmentId', 'projectId', 'judgeId']).doNothing())
    .execute()
}
