import type { Context } from 'hono'
import type { Db } from '#db'
import type { MayReadFile } from '#files'
import { type Actor, looksOn } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { type Activity, findMatrix, type Matrix, numberOf, type ProjectView, titleOf, viewOf } from '#project'
import type { Web } from '#web/request.ts'
import type { Evidence } from './evidence.ts'
import { type EvidenceRow, findEvidence, listEvidence, listReuse, type Reuse } from './evidence-store.ts'
import { type Author, type ProgressAct, progressPolicy } from './policy.ts'
import { type ProgressReport, reportObstacle } from './progress-report.ts'
import { findPlaceOfEvidence, findReport, listLines, listReports, type ReportRow } from './store.ts'
import { type ProgressLine, type ProgressSummary, summaryOf } from './summary.ts'

/** The matrix of the agreed plan, whatever version is open beside it; none while no plan is agreed. */
export const baselineOf = async (db: Db, { plans }: ProjectView): Promise<Matrix> => {
  const plan = plans.find(({ state }) => state === 'agreed')
  return plan ? findMatrix(db, plan.id) : []
}

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
  evidence: EvidenceRow[]
  /** By evidence: the sentence that its file was used before. */
  reused: Map<string, string>
  /** Why nothing can be reported now; null when it can. */
  obstacle: string | null
  isOfProject: boolean
  may: (act: ProgressAct) => boolean
  mayJudge: (thing: Author) => boolean
  mayWithdraw: (thing: Author) => boolean
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
  const reuse = await listReuse(db, id, activity.lineId)
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
    evidence: await listEvidence(db, id, { lineId: activity.lineId }),
    reused: new Map(reuse.map((one) => [one.evidenceId, reuseInWords(one, actor, id, matrix)])),
    obstacle: reportObstacle(project.project, true),
    isOfProject: asked('report', null) && !asked('verify', null),
    may: (act) => asked(act, null),
    mayJudge: (thing) => asked('verify', thing),
    mayWithdraw: (thing) => asked('withdraw', thing),
  }
}

/** "Berkas yang sama sudah dipakai pada kegiatan …": another project is named to whoever may read all of them. */
function reuseInWords(reuse: Reuse, actor: Actor, projectId: string, matrix: Matrix): string {
  return `Berkas yang sama sudah dipakai pada ${placeInWords(reuse, actor, projectId, matrix)}.`
}

function placeInWords({ projectId, lineId, projectTitle }: Reuse, actor: Actor, here: string, matrix: Matrix): string {
  if (projectId !== here)
    return looksOn(actor) ? `proyek “${titleOf({ title: projectTitle })}”` : 'proyek lain di instansi ini'
  for (const initiative of matrix) {
    const activity = initiative.activities.find((one) => one.lineId === lineId)
    if (activity) return `kegiatan ${numberOf(initiative, activity)} ${activity.title}`
  }
  return 'kegiatan yang tidak lagi ada dalam rencana'
}

/** Something that is verified or sent back by itself. */
export type Item =
  | { kind: 'report'; id: string; report: ProgressReport }
  | { kind: 'evidence'; id: string; evidence: Evidence }

/** The report or the evidence of this id; 404 where the project has none. */
export async function itemOf(db: Db, projectId: string, id: string): Promise<Item> {
  const report = await findReport(db, projectId, id)
  if (report) return { kind: 'report', id, report }
  const evidence = await findEvidence(db, projectId, id)
  if (!evidence) throw notFound()
  return { kind: 'evidence', id, evidence }
}

/** How these projects stand, by their id. Three queries. */
export async function listProgress(db: Db, projectIds: string[], today: Day): Promise<Map<string, ProgressSummary>> {
  const lines = await listLines(db, projectIds)
  return new Map(projectIds.map((id) => [id, summaryOf(id, lines, today)]))
}

/** Evidence is read by whoever may read its project. */
export const mayReadEvidenceFile: MayReadFile = async (db, actor, evidenceId) => {
  const place = await findPlaceOfEvidence(db, evidenceId)
  return place !== undefined && can(progressPolicy, actor, 'read', { ...place, author: null })
}
