import type { Context } from 'hono'
import type { Db } from '#db'
import { type Entry, listEntriesOf } from '#journal'
import { type Actor, looksOn } from '#kit/actor.ts'
import { pageNumber } from '#kit/list.ts'
import { can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { namesOf } from '#people'
import { findMatrix, type Matrix, numberOf, type ProjectView, titleOf, viewOf } from '#project'
import type { Web } from '#web/request.ts'
import { idInPath } from '#web/typed.ts'
import { type Evidence, judgingObstacle } from './evidence.ts'
import { type LkeQuestion, questionsByItAlone } from './evidence-question.ts'
import {
  type EvidenceRow,
  type EvidenceSearch,
  listEvidence,
  listReuse,
  pageEvidence,
  type Reuse,
} from './evidence-store.ts'
import { type ProgressAct, progressPolicy } from './policy.ts'
import { listProving } from './question-store.ts'

/** The matrix of the agreed plan, whatever version is open beside it; none while no plan is agreed. */
export const baselineOf = async (db: Db, { plans }: ProjectView): Promise<Matrix> => {
  const plan = plans.find(({ state }) => state === 'agreed')
  return plan ? findMatrix(db, plan.id) : []
}

/** An activity as evidence names it. */
export type NamedLine = { lineId: string; number: string; title: string; path: string }

/** What somebody may do with the evidence of a project, and what stands around each piece of it. */
export type EvidenceDesk = {
  /** The address of all evidence of the project; that of one piece goes on with its id. */
  path: string
  /** The activities of the agreed plan. */
  lines: NamedLine[]
  /** By evidence: the sentence that its file was used before. */
  reused: Map<string, string>
  may: (act: ProgressAct) => boolean
  mayJudge: (piece: Evidence) => boolean
  mayWithdraw: (piece: Evidence) => boolean
  mayAssign: (piece: Evidence) => boolean
  mayAnswer: (piece: Evidence) => boolean
}

type Around = { project: ProjectView; matrix: Matrix; evidence: EvidenceRow[] }

/** One query beside what was found before. */
export async function evidenceDesk(db: Db, actor: Actor, { project, matrix, evidence }: Around): Promise<EvidenceDesk> {
  const { project: place } = project
  const reuse = await listReuse(
    db,
    evidence.map(({ id }) => id),
  )
  const lines = linesOf(matrix, place.code)
  const isJudged = judgingObstacle(place) === null
  const asked = (act: ProgressAct, author: Evidence | null) => can(progressPolicy, actor, act, { ...place, author })
  const mayAnswer = (piece: Evidence) =>
    piece.state !== 'withdrawn' && asked('assign', piece) && (piece.state !== 'verified' || asked('verify', piece))
  return {
    path: `/proyek/${place.code}/eviden`,
    lines,
    reused: new Map(reuse.map((one) => [one.evidenceId, reuseInWords(one, actor, place.id, lines)])),
    may: (act) => asked(act, null),
    mayJudge: (piece) => isJudged && asked('verify', piece),
    mayWithdraw: (piece) => asked('withdraw', piece),
    mayAssign: (piece) => isJudged && mayAnswer(piece),
    mayAnswer,
  }
}

const linesOf = (matrix: Matrix, code: string): NamedLine[] =>
  matrix.flatMap((initiative) =>
    initiative.activities.map((activity) => ({
      lineId: activity.lineId,
      number: numberOf(initiative, activity),
      title: activity.title,
      path: `/proyek/${code}/laporan/${activity.lineId}`,
    })),
  )

/** "Berkas yang sama sudah dipakai pada kegiatan …": another project is named to whoever may read all of them. */
const reuseInWords = (reuse: Reuse, actor: Actor, projectId: string, lines: NamedLine[]): string =>
  `Berkas yang sama sudah dipakai pada ${placeInWords(reuse, actor, projectId, lines)}.`

function placeInWords({ projectId, lineIds, projectTitle }: Reuse, actor: Actor, here: string, lines: NamedLine[]) {
  if (projectId !== here)
    return looksOn(actor) ? `proyek “${titleOf({ title: projectTitle })}”` : 'proyek lain di instansi ini'
  const line = lines.find(({ lineId }) => lineIds.includes(lineId))
  return line ? `kegiatan ${line.number} ${line.title}` : 'kegiatan yang tidak lagi ada dalam rencana'
}

/** The page of evidence of this request's address, of its project; 404 where that may not be read. */
export async function evidenceOf(c: Context<Web>, search: EvidenceSearch = {}) {
  const { db, actor } = c.var
  const project = await viewOf(c)
  const page = await pageEvidence(db, project.project.id, search, pageNumber(c.req.query('halaman')))
  const matrix = await baselineOf(db, project)
  return { project, page, desk: await evidenceDesk(db, actor, { project, matrix, evidence: page.rows }) }
}

/** What the page of one piece of evidence shows. */
export type PieceView = {
  project: ProjectView
  piece: EvidenceRow
  desk: EvidenceDesk
  /** All evidence of the project. */
  all: EvidenceRow[]
  entries: Entry[]
  /** By account and person. */
  names: Map<string, string>
}

/** The piece of evidence of this request's address, also one that was withdrawn; 404 where there is none. */
export async function pieceOf(c: Context<Web>): Promise<PieceView> {
  const { db, actor } = c.var
  const id = idInPath(c)
  const project = await viewOf(c)
  const all = await listEvidence(db, project.project.id)
  // What was withdrawn is no evidence any more, and still has its page.
  const piece = all.find((one) => one.id === id) ?? (await listEvidence(db, project.project.id, { id }))[0]
  if (!piece) throw notFound()
  const matrix = await baselineOf(db, project)
  const desk = await evidenceDesk(db, actor, { project, matrix, evidence: [piece] })
  const entries = await listEntriesOf(db, [id])
  const authors = entries.flatMap(({ accountId, personId, onBehalfOf }) => [accountId, personId, onBehalfOf])
  return { project, piece, desk, all, entries, names: await namesOf(db, authors) }
}

/** The questions of the LKE that nothing else in the agency proves in its year. */
export async function aloneOf(db: Db, piece: Evidence): Promise<LkeQuestion[]> {
  if (piece.questions.length === 0) return []
  return questionsByItAlone(piece, await listProving(db, { year: Number(piece.provesOn.slice(0, 4)), units: null }))
}
