import type { Context } from 'hono'
import type { Db } from '#db'
import type { MayReadFile } from '#files'
import type { Day, Zone } from '#kit/date.ts'
import { type Page, pageNumber } from '#kit/list.ts'
import { can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import type { Programme } from '#programme'
import { type Activity, numberOf, titleOf, viewOf } from '#project'
import type { Web } from '#web/request.ts'
import { evidenceObstacle } from './evidence.ts'
import { type EvidenceRow, pageEvidence } from './evidence-store.ts'
import { baselineOf, type EvidenceDesk, evidenceDesk } from './evidence-view.ts'
import { reportingFrom } from './period-view.ts'
import { type Author, type ProgressAct, progressPolicy } from './policy.ts'
import { type ProgressReport, reportObstacle } from './progress-report.ts'
import {
  countEvidence,
  findPlaceOfEvidence,
  findReport,
  listLines,
  listReports,
  none,
  type ReportRow,
} from './store.ts'
import { type ProgressLine, type ProgressSummary, summaryOf } from './summary.ts'
import { keyOf, type Told, tracksOf } from './told.ts'
import { listTold } from './told-store.ts'

/** What the page of one activity shows, and what its reader may do there. */
export type LineView = {
  projectId: string
  code: string
  projectTitle: string
  path: string
  number: string
  activity: Activity
  line: ProgressLine
  reports: ReportRow[]
  evidence: Page<EvidenceRow>
  /** What its reader may do with the evidence. */
  desk: EvidenceDesk
  /** Why nothing can be reported now; null when it can. */
  obstacle: string | null
  /** Whether evidence can be brought by itself now. */
  mayBring: boolean
  isOfProject: boolean
  may: (act: ProgressAct) => boolean
  mayJudge: (thing: Author) => boolean
}

/** The activity of this request's address; 404 where the agreed plan has none, or it may not be read. */
export async function lineOf(c: Context<Web>): Promise<LineView> {
  const { db, actor } = c.var
  const lineId = c.req.param('lineId')
  const project = await viewOf(c)
  const { id, code } = project.project
  const matrix = await baselineOf(db, project)
  const initiative = matrix.find(({ activities }) => activities.some((one) => one.lineId === lineId))
  const activity = initiative?.activities.find((one) => one.lineId === lineId)
  const line = (await listLines(db, [id])).find((one) => one.lineId === lineId)
  if (!initiative || !activity || !line) throw notFound()
  const search = { lineId: activity.lineId }
  const evidence = await pageEvidence(db, id, search, pageNumber(c.req.query('halaman')))
  const asked = (act: ProgressAct, author: Author | null) =>
    can(progressPolicy, actor, act, { ...project.project, author })
  return {
    projectId: id,
    code,
    projectTitle: titleOf(project.project),
    path: `/proyek/${code}/laporan/${activity.lineId}`,
    number: numberOf(initiative, activity),
    activity,
    line,
    reports: await listReports(db, id, activity.lineId),
    evidence,
    desk: await evidenceDesk(db, actor, { project, matrix, evidence: evidence.rows }),
    obstacle: reportObstacle(project.project, true),
    mayBring: evidenceObstacle(project.project) === null,
    isOfProject: asked('report', null) && !asked('verify', null),
    may: (act) => asked(act, null),
    mayJudge: (thing) => asked('verify', thing),
  }
}

/** The report of this id; 404 where the activity has none. */
export async function reportOf(db: Db, view: LineView, id: string): Promise<ProgressReport> {
  const report = await findReport(db, view.projectId, id)
  if (report?.lineId !== view.activity.lineId) throw notFound()
  return report
}

/** How these projects stand, by their id. Three queries. */
export const listProgress = async (db: Db, projectIds: string[], today: Day): Promise<Map<string, ProgressSummary>> =>
  progressFrom(db, await listTold(db, projectIds), today)

/** The same, with how they stand in the periods of their programme and with their tracks. Four queries for all three. */
export async function listCourses(
  db: Db,
  programme: Programme,
  projectIds: string[],
  { zone, today }: { zone: Zone; today: Day },
) {
  const told = await listTold(db, projectIds)
  const [progress, reporting] = await Promise.all([
    progressFrom(db, told, today),
    reportingFrom(db, programme, told, { zone, today }),
  ])
  return { progress, reporting, tracks: tracksOf(told, zone) }
}

/** One query: of the evidence. */
async function progressFrom(db: Db, { projectIds, planned, reports }: Told, today: Day) {
  const evidence = await countEvidence(db, projectIds)
  const latest = new Map(reports.map((report) => [keyOf(report), report]))
  const lines = planned.map((line) => ({
    ...line,
    latest: latest.get(keyOf(line)) ?? null,
    evidence: evidence.get(keyOf(line)) ?? none,
  }))
  const ofProject = Map.groupBy(lines, ({ projectId }) => projectId)
  return new Map(projectIds.map((id) => [id, summaryOf(id, ofProject.get(id) ?? [], today)]))
}

/** Evidence is read by whoever may read its project. */
export const mayReadEvidenceFile: MayReadFile = async (db, actor, evidenceId) => {
  const place = await findPlaceOfEvidence(db, evidenceId)
  return place !== undefined && can(progressPolicy, actor, 'read', { ...place, author: null })
}
