import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, insert, on, remove, select, type Tables, type Tx, update } from '#db'
import { type Actor, looksOn, seatsOf, thingsOf } from '#kit/actor.ts'
import { type Project, type ProjectState, titleOf } from './project.ts'

const codesOf = (table: 'projectArea' | 'projectTarget', column: 'areaCode' | 'targetCode') =>
  sql<string[]>`array(
    select ${sql.ref(`${table}.${column}`)} from ${sql.table(table)}
    where ${sql.ref(`${table}.agencyId`)} = ${sql.ref('project.agencyId')}
      and ${sql.ref(`${table}.projectId`)} = ${sql.ref('project.id')}
    order by 1)`

const projects = (db: Db) =>
  select(db, 'project')
    .select(['project.agencyId', 'project.id', 'project.code', 'project.programmeId', 'project.seatId'])
    .select(['project.unitId', 'project.state', 'project.title', 'project.presentCondition', 'project.problem'])
    .select(['project.wantedCondition', 'project.isPublicService', 'project.innovationKind', 'project.startedOn'])
    .select(['project.stoppedReason', 'project.revision'])
    .select(codesOf('projectArea', 'areaCode').as('areaCodes'))
    .select(codesOf('projectTarget', 'targetCode').as('targetCodes'))

/** The project of this code (its public address). */
export const findProject = (db: Db, code: string): Promise<Project | undefined> =>
  projects(db).where('project.code', '=', code).executeTakeFirst()

/** Address and title by id, for what names a project without being about it. One query. */
export async function nameProjects(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { code: string; title: string }>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  const rows = await select(db, 'project').select(['id', 'code', 'title']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, code, title }) => [id, { code, title: titleOf({ title }) }]))
}

/** The project of this id. */
export const findProjectById = (db: Db, id: string): Promise<Project | undefined> =>
  projects(db).where('project.id', '=', id).executeTakeFirst()

/** The project of this seat. */
export const findProjectOfSeat = (db: Db, seatId: string): Promise<Project | undefined> =>
  projects(db).where('project.seatId', '=', seatId).executeTakeFirst()

/** The project, held until the transaction ends; its plans are changed only while it is held. */
export const holdProject = (tx: Tx, code: string): Promise<Project | undefined> =>
  projects(tx).where('project.code', '=', code).forUpdate('project').executeTakeFirst()

/** A new project. Nothing happens when its id is there already. */
export async function addProject(tx: Tx, project: Pick<Project, 'id' | 'code' | 'programmeId' | 'seatId' | 'unitId'>) {
  const row = await insert(tx, 'project', project)
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves everything of a project but its plans, under the next revision. */
export async function saveProject(tx: Tx, project: Project, setCode: string): Promise<void> {
  const { agencyId: _, id, code: _code, areaCodes, targetCodes, revision, ...fields } = project
  await update(tx, 'project')
    .set({ ...fields, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await remove(tx, 'projectArea').where('projectId', '=', id).execute()
  await remove(tx, 'projectTarget').where('projectId', '=', id).execute()
  if (areaCodes.length > 0) {
    await insert(
      tx,
      'projectArea',
      areaCodes.map((areaCode) => ({ projectId: id, setCode, areaCode })),
    ).execute()
  }
  if (targetCodes.length > 0) {
    const rows = targetCodes.map((targetCode) => ({ projectId: id, setCode, targetCode }))
    await insert(tx, 'projectTarget', rows).execute()
  }
}

/** Saves what a project has become, and nothing else of it. */
export const saveState = (tx: Tx, { id, state, stoppedReason, revision }: Project) =>
  update(tx, 'project')
    .set({ state, stoppedReason, revision: revision + 1 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** A row of the list of projects: what it is, whose it is, and whose turn it is. */
export type ProjectRow = {
  id: string
  code: string
  title: string
  programmeId: string
  seatId: string
  seatNumber: number
  unitId: string
  unitName: string
  agentId: string | null
  agentName: string | null
  state: ProjectState
  isPublicService: boolean
  areaCodes: string[]
  targetCodes: string[]
  stage: Tables['projectSummary']['stage']
  turn: string
  since: Date
  planVersion: number
  planState: Tables['projectSummary']['planState']
  activities: number
  /** Whether the changes with which its plan was accepted are done, so that it can be agreed. */
  changesDone: boolean
}

/** The projects of a programme (of all when null) that the actor may read, by number of their seat. */
export const listProjects = (db: Db, actor: Actor, programmeId: string | null, today: string): Promise<ProjectRow[]> =>
  projectRows(db, actor, today)
    .$if(programmeId !== null, (query) => query.where('project.programmeId', '=', programmeId ?? ''))
    .execute()

const projectRows = (db: Db, actor: Actor, today: string) =>
  select(db, 'project')
    .select(['project.id', 'project.code', 'project.title', 'project.programmeId', 'project.seatId'])
    .select(['project.unitId', 'project.state', 'project.isPublicService'])
    .innerJoin('projectSummary', on('projectSummary.projectId', 'project.id'))
    .innerJoin('seat', on('seat.id', 'project.seatId'))
    .innerJoin('unit', on('unit.id', 'project.unitId'))
    .innerJoin('programme', on('programme.id', 'project.programmeId'))
    .leftJoin('appointment', (join) =>
      on(
        'appointment.seatId',
        'project.seatId',
      )(join)
        .on('appointment.fromOn', '<=', lastDay(today))
        .on('appointment.untilOn', '>=', lastDay(today)),
    )
    .leftJoin('person', on('person.id', 'appointment.personId'))
    .select(['seat.number as seatNumber', 'unit.name as unitName', 'person.id as agentId', 'person.name as agentName'])
    .select(['projectSummary.stage', 'projectSummary.turn', 'projectSummary.since', 'projectSummary.planVersion'])
    .select(['projectSummary.planState', 'projectSummary.activities', 'projectSummary.changesDone'])
    .select(['projectSummary.areaCodes', 'projectSummary.targetCodes'])
    .where(readableBy(actor))
    .orderBy('project.programmeId', 'desc')
    .orderBy('seat.number')

/** Today, or the last day of a programme that is over: it goes on naming the agents whom it had (`dayWithin`). */
const lastDay = (today: string) => sql<string>`least(${today}::date, programme.until_on)`

/** `projectPolicy.read`, said in SQL; policy.test.ts holds the two to one answer. */
export const readableBy = (actor: Actor) => (eb: ExpressionBuilder<Tables, 'project'>) => {
  if (looksOn(actor)) return eb.lit(true)
  const stewarded = thingsOf(actor, 'steward')
  return eb.or([
    eb('project.seatId', '=', eb.fn.any(among(seatsOf(actor)))),
    eb('project.unitId', '=', eb.fn.any(among(thingsOf(actor, 'head')))),
    eb('project.id', '=', eb.fn.any(among([...thingsOf(actor, 'member'), ...stewarded]))),
    eb('project.programmeId', '=', eb.fn.any(among(stewarded))),
  ])
}

/**
 * These ids, as something that PostgreSQL cannot see through: knowing how few they are, it would plan the same statement
 * anew for each actor, which takes longer than to carry it out.
 */
const among = (ids: string[]) => sql<string[]>`array(select unnest(${ids}::uuid[]))`

/** Who works on a project beside its agent, with titles, and with which part. */
export const listTeam = (db: Db, projectId: string) =>
  select(db, 'projectMember')
    .innerJoin('person', on('person.id', 'projectMember.personId'))
    .select(['projectMember.id', 'personId', 'part', 'titlesBefore', 'name', 'titlesAfter'])
    .where('projectId', '=', projectId)
    .orderBy('projectMember.createdAt')
    .execute()

export type TeamMember = Awaited<ReturnType<typeof listTeam>>[number]

export const addMember = (
  tx: Tx,
  member: { id: string; projectId: string; personId: string; part: string; createdAt: Date },
) => insert(tx, 'projectMember', member).execute()

export const removeMember = (tx: Tx, id: string) => remove(tx, 'projectMember').where('id', '=', id).execute()
