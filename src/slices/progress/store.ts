import { sql } from 'kysely'
import { type Db, insert, on, select, type Tx, update } from '#db'
import type { ProjectPlace } from '#project'
import type { ProgressReport } from './progress-report.ts'
import type { EvidenceCount, ProgressLine } from './summary.ts'
import { keyOf } from './told.ts'

const columns = [
  'progressReport.agencyId',
  'progressReport.id',
  'progressReport.projectId',
  'progressReport.lineId',
  'progressReport.percent',
  'progressReport.value',
  'progressReport.note',
  'progressReport.obstacle',
  'progressReport.solution',
  'progressReport.state',
  'progressReport.reportedAt',
  'progressReport.accountId',
  'progressReport.personId',
  'progressReport.onBehalfOf',
  'progressReport.decidedAt',
  'progressReport.decidedBy',
  'progressReport.remark',
] as const

/** The report of this id about a project. */
export const findReport = (db: Db, projectId: string, id: string): Promise<ProgressReport | undefined> =>
  select(db, 'progressReport')
    .select(columns)
    .where('projectId', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst()

/** What is said when progress is reported. */
export type NewReport = Omit<ProgressReport, 'agencyId' | 'state' | 'decidedAt' | 'decidedBy' | 'remark'>

export const addReport = (tx: Tx, report: NewReport) => insert(tx, 'progressReport', report).execute()

/** Saves what was decided about a report; what it says never changes. */
export const saveReport = (tx: Tx, { id, state, decidedAt, decidedBy, remark }: ProgressReport) =>
  update(tx, 'progressReport')
    .set({ state, decidedAt, decidedBy, remark })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const latestFirst = (db: Db) =>
  select(db, 'progressReport')
    .select(columns)
    .orderBy('progressReport.projectId')
    .orderBy('progressReport.lineId')
    .orderBy('progressReport.reportedAt', 'desc')
    .orderBy('progressReport.id', 'desc')

/** The latest report of each activity of these projects: the one that counts. One query. */
export const listLatest = async (db: Db, projectIds: string[]): Promise<ProgressReport[]> =>
  projectIds.length === 0
    ? []
    : latestFirst(db)
        .distinctOn(['progressReport.projectId', 'progressReport.lineId'])
        .where('progressReport.projectId', 'in', projectIds)
        .execute()

/** The latest report of each activity of a project, whatever version of the plan it was made under. */
export const latestProgress = (db: Db, projectId: string): Promise<ProgressReport[]> => listLatest(db, [projectId])

/** A report with the names that its history shows. */
export type ReportRow = ProgressReport & { authorName: string; behalfName: string | null }

/** All reports of an activity, the latest first. */
export const listReports = (db: Db, projectId: string, lineId: string): Promise<ReportRow[]> =>
  latestFirst(db)
    .innerJoin('account', 'account.id', 'progressReport.accountId')
    .leftJoin('person', on('person.id', 'progressReport.personId'))
    .leftJoin('person as behalf', on('behalf.id', 'progressReport.onBehalfOf'))
    .select((eb) => eb.fn.coalesce('person.name', 'account.name').as('authorName'))
    .select('behalf.name as behalfName')
    .where('progressReport.projectId', '=', projectId)
    .where('progressReport.lineId', '=', lineId)
    .execute()

/** The activities of these projects' agreed plans with all that lists show of their progress. Three queries. */
export async function listLines(db: Db, projectIds: string[]): Promise<ProgressLine[]> {
  if (projectIds.length === 0) return []
  const planned = await select(db, 'actionPlan')
    .innerJoin('activity', on('activity.planId', 'actionPlan.id'))
    .select(['actionPlan.projectId', 'activity.lineId', 'activity.endsOn'])
    .where('actionPlan.state', '=', 'agreed')
    .where('actionPlan.projectId', 'in', projectIds)
    .execute()
  const latest = new Map((await listLatest(db, projectIds)).map((report) => [keyOf(report), report]))
  const counts = await countEvidence(db, projectIds)
  return planned.map((line) => ({
    ...line,
    latest: latest.get(keyOf(line)) ?? null,
    evidence: counts.get(keyOf(line)) ?? none,
  }))
}

export const none: EvidenceCount = { all: 0, verified: 0, waiting: [], sentBack: [] }

/**
 * Evidence by activity, wherever it was brought. What was sent back counts until a newer report or newer evidence of
 * the activity answers it; what was withdrawn never.
 */
export async function countEvidence(db: Db, projectIds: string[]): Promise<Map<string, EvidenceCount>> {
  if (projectIds.length === 0) return new Map()
  const counts = await select(db, 'evidence')
    .innerJoin('evidenceLine', on('evidenceLine.evidenceId', 'evidence.id'))
    .select(['evidence.projectId', 'evidenceLine.lineId'])
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where evidence.state = 'verified'))::int`.as('verified'),
      sql<string[]>`coalesce(array_agg(evidence.id::text) filter (where evidence.state = 'submitted'), '{}')`.as(
        'waiting',
      ),
      sql<string[]>`coalesce(array_agg(evidence.id::text) filter (where evidence.state = 'returned'
        and not exists (
          select from progress_report as newer
          where newer.agency_id = evidence.agency_id and newer.project_id = evidence.project_id
            and newer.line_id = evidence_line.line_id and newer.reported_at > evidence.decided_at)
        and not exists (
          select from evidence as newer
          join evidence_line as of_line on of_line.agency_id = newer.agency_id and of_line.evidence_id = newer.id
          where newer.agency_id = evidence.agency_id and newer.project_id = evidence.project_id
            and of_line.line_id = evidence_line.line_id and newer.added_at > evidence.decided_at
            and newer.state <> 'withdrawn')), '{}')`.as('sentBack'),
    ])
    .where('evidence.state', '!=', 'withdrawn')
    .where((eb) => eb('evidence.projectId', '=', eb.fn.any(eb.val(projectIds))))
    .groupBy(['evidence.projectId', 'evidenceLine.lineId'])
    .execute()
  return new Map(counts.map((count) => [keyOf(count), count]))
}

/**
 * How many latest reports and pieces of evidence of each of these projects nobody has looked at: what `summaryOf` counts
 * as `waiting`, said in SQL for pages that show nothing else of them; a test holds the two to one answer. Projects
 * without any are not named. One query.
 */
export async function countWaiting(db: Db, projectIds: string[]): Promise<Map<string, number>> {
  if (projectIds.length === 0) return new Map()
  const { rows } = await sql<{ projectId: string; count: number }>`
    with line as materialized (
      select action_plan.project_id, activity.line_id
      from action_plan
      join activity on activity.agency_id = action_plan.agency_id and activity.plan_id = action_plan.id
      where action_plan.agency_id = ${db.agencyId} and action_plan.state = 'agreed'
        and action_plan.project_id = any(${projectIds}::uuid[])
    ), latest as materialized (
      select distinct on (project_id, line_id) project_id, line_id, state = 'reported' as is_waiting
      from progress_report
      where agency_id = ${db.agencyId} and project_id = any(${projectIds}::uuid[])
      order by project_id, line_id, reported_at desc, id desc
    )
    select project_id, count(*)::int as count from (
      select line.project_id
      from line join latest on latest.project_id = line.project_id and latest.line_id = line.line_id
      where latest.is_waiting
      union all
      select evidence.project_id
      from evidence
      where evidence.agency_id = ${db.agencyId} and evidence.state = 'submitted'
        and evidence.project_id = any(${projectIds}::uuid[])
        and exists (
          select from evidence_line
          join line on line.project_id = evidence.project_id and line.line_id = evidence_line.line_id
          where evidence_line.agency_id = evidence.agency_id and evidence_line.evidence_id = evidence.id)
    ) as waiting
    group by project_id`.execute(db.query)
  return new Map(rows.map(({ projectId, count }) => [projectId, count]))
}

/** Where the project of a piece of evidence stands, for whoever asks whether it may be read. */
export const findPlaceOfEvidence = (db: Db, evidenceId: string): Promise<ProjectPlace | undefined> =>
  select(db, 'evidence')
    .innerJoin('project', on('project.id', 'evidence.projectId'))
    .select(['project.agencyId', 'project.id', 'project.seatId', 'project.unitId', 'project.programmeId'])
    .where('evidence.id', '=', evidenceId)
    .executeTakeFirst()
