import { type Db, type Tx, transact } from '#db'
import { claimUpload, listFilesOf, removeFile } from '#files'
import { record } from '#journal'
import { type Actor, stands } from '#kit/actor.ts'
import type { Day, Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { conflict, notFound, stale } from '#kit/refusal.ts'
import {
  type Asked,
  activitiesOf,
  askOfAgent,
  findMatrix,
  holdProject,
  insteadOfAgent,
  listPlans,
  type Project,
} from '#project'
import { decideEvidence, evidenceObstacle, judgingObstacle, linesAfter } from './evidence.ts'
import type { LkeQuestion } from './evidence-question.ts'
import { addEvidence, findEvidence, saveEvidence, saveLines } from './evidence-store.ts'
import { holdThing } from './held.ts'
import { progressPolicy } from './policy.ts'
import { saveQuestions } from './question-store.ts'

/** What is brought: settled uploads, a link, and the day that they prove. */
export type Proof = { files: string[]; link: { id: string; address: string } | null; provesOn: Day }

/** Brings evidence of activities by itself, without a new report. A second post of the same form changes nothing. */
export const bringEvidence = (
  db: Db,
  actor: Actor,
  code: string,
  { lineIds, ...proof }: Proof & { lineIds: string[] },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const project = await holdProject(tx, code)
    if (!project) throw notFound()
    authorize(progressPolicy, actor, 'report', { ...project, author: null })
    const obstacle = evidenceObstacle(project)
    if (obstacle !== null) throw conflict(obstacle)
    const onBehalfOf = await insteadOf(tx, actor, project, today)
    const proved = linesAfter([], lineIds, await plannedLines(tx, project.id))
    const brought = { projectId: project.id, lineIds: proved, reportId: null, onBehalfOf }
    const pieces = await attachEvidence(tx, actor, brought, proof, now)
    if (pieces === 0) return
    const thing = { kind: 'project' as const, id: project.id }
    const details = { projectId: project.id, pieces }
    await record(tx, actor, { event: 'evidence.brought', thing, details, onBehalfOf }, now)
  })

/** Somebody of the team acts as themselves, the secretariat in the agent's place. */
const insteadOf = async (tx: Tx, actor: Actor, project: Project, today: Day) =>
  stands(actor, 'member', project.id) ? null : insteadOfAgent(tx, actor, project, today)

async function plannedLines(tx: Tx, projectId: string): Promise<string[]> {
  const baseline = (await listPlans(tx, projectId)).find(({ state }) => state === 'agreed')
  return baseline ? activitiesOf(await findMatrix(tx, baseline.id)).map(({ lineId }) => lineId) : []
}

type Brought = { projectId: string; lineIds: string[]; reportId: string | null; onBehalfOf: string | null }

const takenBefore = 'Eviden ini sudah tercatat pada laporan lain. Muat ulang halaman, lalu unggah berkasnya lagi.'

/**
 * A step: each file and the link becomes a piece of evidence of its own, since each is looked at by itself. Returns how
 * many are new: what the same form brought before is left as it is.
 */
export async function attachEvidence(
  tx: Tx,
  actor: Actor,
  { onBehalfOf, ...brought }: Brought,
  { files, link, provesOn }: Proof,
  now: Date,
): Promise<number> {
  const { projectId, reportId } = brought
  const { accountId, personId } = actor
  const pieces: { id: string; name: string; link: string | null }[] = []
  for (const id of new Set(files)) {
    const { name } = await claimUpload(tx, actor, id, { kind: 'evidence', id }, now)
    pieces.push({ id, name, link: null })
  }
  if (link !== null) pieces.push({ id: link.id, name: link.address, link: link.address })
  let added = 0
  for (const piece of pieces) {
    if (!(await addEvidence(tx, { ...brought, ...piece, provesOn, addedAt: now, accountId, personId }))) {
      const there = await findEvidence(tx, projectId, piece.id)
      if (there?.reportId !== reportId) throw conflict(takenBefore)
      continue
    }
    added += 1
    const thing = { kind: 'evidence' as const, id: piece.id }
    await record(tx, actor, { event: 'evidence.added', thing, details: { projectId, provesOn }, onBehalfOf }, now)
  }
  return added
}

type Choice = { lineIds: string[]; drawnFrom: string }

/** The lines that a form was drawn from, as it carries them. */
export const linesAsDrawn = (lineIds: readonly string[]): string => lineIds.toSorted().join(' ')

/** Holds evidence to say what it proves. Of what was verified, only whoever may verify it says so. */
async function holdToAssign(tx: Tx, actor: Actor, code: string, id: string) {
  const { project, thing: evidence } = await holdThing(tx, actor, code, 'assign', (held, projectId) =>
    findEvidence(held, projectId, id),
  )
  if (evidence.state === 'withdrawn') throw notFound()
  const isVerified = evidence.state === 'verified'
  if (isVerified) authorize(progressPolicy, actor, 'verify', { ...project, author: evidence })
  return { project, evidence, isVerified }
}

/** Says which activities a piece of evidence proves. Of what was verified, only whoever may verify it says so. */
export const assignEvidence = (
  db: Db,
  actor: Actor,
  code: string,
  id: string,
  { lineIds, drawnFrom }: Choice,
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const { project, evidence, isVerified } = await holdToAssign(tx, actor, code, id)
    refuseEnded(project)
    if (drawnFrom !== linesAsDrawn(evidence.lineIds)) throw stale()
    const proved = linesAfter(evidence.lineIds, lineIds, await plannedLines(tx, project.id))
    if (linesAsDrawn(proved) === drawnFrom) return
    await saveLines(tx, id, proved)
    const onBehalfOf = isVerified ? null : await insteadOf(tx, actor, project, today)
    const details = { projectId: project.id, lines: proved.length }
    const thing = { kind: 'evidence' as const, id }
    await record(tx, actor, { event: 'evidence.assigned', thing, details, onBehalfOf }, now)
  })

/** The questions that a form was drawn from, as it carries them. */
export const questionsAsDrawn = (questions: readonly LkeQuestion[]): string => questions.toSorted().join(' ')

type Answering = { questions: LkeQuestion[]; drawnFrom: string }

/**
 * Says which questions of the LKE a piece of evidence proves; after the project ended too, since a year is answered for
 * when it is over. Of what was verified, only whoever may verify it says so.
 */
export const assignQuestions = (
  db: Db,
  actor: Actor,
  code: string,
  id: string,
  { questions, drawnFrom }: Answering,
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const { project, evidence, isVerified } = await holdToAssign(tx, actor, code, id)
    if (drawnFrom !== questionsAsDrawn(evidence.questions)) throw stale()
    if (questionsAsDrawn(questions) === drawnFrom) return
    await saveQuestions(tx, id, [...new Set(questions)])
    const onBehalfOf = isVerified ? null : await insteadOf(tx, actor, project, today)
    const details = { projectId: project.id, questions: questionsAsDrawn(questions) }
    const thing = { kind: 'evidence' as const, id }
    await record(tx, actor, { event: 'evidence.answers', thing, details, onBehalfOf }, now)
  })

/** The secretariat finds that this proves what it is said to prove. */
export const verifyEvidence = (db: Db, actor: Actor, code: string, id: string, moment: Moment) =>
  decide(db, actor, code, { id, act: 'verify', remark: '', asked: null }, moment)

/** The secretariat sends a piece of evidence back with its reason. */
export const returnEvidence = (
  db: Db,
  actor: Actor,
  code: string,
  id: string,
  remark: string,
  moment: Moment,
  asked: Asked = null,
) => decide(db, actor, code, { id, act: 'sendBack', remark, asked }, moment)

/** Whoever brought it takes it back, say because it shows too much: its file goes too. */
export const withdrawEvidence = (db: Db, actor: Actor, code: string, id: string, moment: Moment) =>
  decide(db, actor, code, { id, act: 'withdraw', remark: '', asked: null }, moment)

function refuseEnded(project: Pick<Project, 'state'>): void {
  const obstacle = judgingObstacle(project)
  if (obstacle !== null) throw conflict(obstacle)
}

const events = {
  verify: 'evidence.verified',
  sendBack: 'evidence.returned',
  withdraw: 'evidence.withdrawn',
} as const

type Decided = { id: string; act: keyof typeof events; remark: string; asked: Asked }

const decide = (db: Db, actor: Actor, code: string, { id, act, remark, asked }: Decided, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { project, thing: evidence } = await holdThing(tx, actor, code, act, (held, projectId) =>
      findEvidence(held, projectId, id),
    )
    if (act !== 'withdraw') refuseEnded(project)
    await saveEvidence(tx, decideEvidence(evidence, act, { by: actor.accountId, at: now }, remark))
    if (asked)
      await askOfAgent(tx, actor, project, { ...asked, what: remark, source: 'report', sourceId: id }, { now, today })
    if (act === 'withdraw')
      for (const file of await listFilesOf(tx, 'evidence', [id]))
        await removeFile(tx, file.id, { kind: 'evidence', id })
    const details = { projectId: project.id }
    await record(tx, actor, { event: events[act], thing: { kind: 'evidence', id }, details }, now)
  })
