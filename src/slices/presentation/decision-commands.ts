import { randomUUIDv7 } from 'node:crypto'
import { type Db, type Tx, transact } from '#db'
import { agreeFollowUp, countOpen, isPending, listFollowUps } from '#follow-up'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Day, Moment } from '#kit/date.ts'
import { compareRevision, conflict, notFound } from '#kit/refusal.ts'
import {
  agreePlanStep,
  findProjectById,
  type HeldProject,
  holdForAct,
  holdUnasked,
  noteChangesStep,
  returnPlanStep,
} from '#project'
import {
  acceptanceOf,
  agreeObstacle,
  changesOf,
  type Decision,
  decide,
  decisionObstacle,
  type Presentation,
} from './presentation.ts'
import { holdPresentation, listPresentations, saveDecision, saveNewPresentation } from './presentation-store.ts'
import { findSitting } from './sitting-store.ts'

type Decided = {
  /** Of the presentation; where there is none, minted by the page: a second post decides nothing. */
  id: string
  revision: number
  decision: Decision
  note: string
  /** Why there was no sitting. */
  reason: string | null
  followUps: { what: string; ownerId: string; dueOn: Day }[]
}

/**
 * Records what was decided about a verified plan. Accepted: it is agreed at once. Accepted with changes: it stays as
 * it is until its follow-ups are closed, and is its agent's to carry on. Again: it goes back to its agent with the
 * notes. The same decision posted twice is taken once.
 */
export const decidePresentation = (db: Db, actor: Actor, code: string, said: Decided, moment: Moment) =>
  transact(db, async (tx) => {
    const held = await holdForAct(tx, actor, code, 'agree')
    const there = await holdPresentation(tx, said.id)
    if (there && there.projectId !== held.project.id) throw notFound()
    if (there?.decision === said.decision) return
    const presentation = there ?? (await addWithoutSitting(tx, held, said))
    const decided = decide(presentation, said.decision, said.note, moment.now)
    compareRevision(presentation.revision, said.revision)
    await refuseEarly(tx, presentation, held, moment.today)
    if (there) await saveDecision(tx, decided)
    else await saveNewPresentation(tx, withoutRevision(decided))
    const details = { projectId: held.project.id, version: held.plan.version, decision: said.decision }
    const thing = { kind: 'presentation' as const, id: decided.id }
    await record(tx, actor, { event: 'presentation.decided', thing, details }, moment.now)
    await agreeFollowUps(tx, actor, held, decided, said, moment.now)
    if (said.decision === 'accepted_with_changes') await noteChanges(tx, held, moment.now)
    if (said.decision === 'accepted') await agreePlanStep(tx, actor, held, moment.now)
    if (said.decision === 'again') await returnPlanStep(tx, actor, held, { note: said.note, followUp: null }, moment)
  })

/** Agrees a plan that was accepted with changes, once all of its follow-ups are closed. */
export const agreeAcceptedPlan = (db: Db, actor: Actor, code: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const held = await holdForAct(tx, actor, code, 'agree')
    const acceptance = acceptanceOf(await listPresentations(tx, held.project.id), held.plan)
    const followUps = await listFollowUps(tx, actor, { projectId: held.project.id })
    const open = followUps.filter((one) => one.sourceId === acceptance?.id && isPending(one)).length
    const obstacle = held.plan.state === 'verified' ? agreeObstacle(acceptance, open) : null
    if (obstacle !== null) throw conflict(obstacle)
    await agreePlanStep(tx, actor, held, now)
  })

/** What was asked to be changed was done, sent back, dropped, or grew: the project follows. Twice is once. */
export const followChanges = (db: Db, projectId: string, now: Date) =>
  transact(db, async (tx) => {
    const project = await findProjectById(tx, projectId)
    if (project) await noteChanges(tx, await holdUnasked(tx, project.code), now)
  })

/** Step: the project is told how the changes stand with which its plan was accepted, where that is not known to it. */
async function noteChanges(tx: Tx, held: HeldProject, now: Date): Promise<void> {
  const { project, plan } = held
  if (plan.state !== 'verified') return
  const acceptance = acceptanceOf(await listPresentations(tx, project.id), plan)
  if (acceptance?.decision !== 'accepted_with_changes') return
  const changes = changesOf(acceptance, plan, await countOpen(tx, acceptance.id), now)
  const isSaid = plan.changesAskedAt !== null && plan.changesDoneAt?.getTime() === changes.changesDoneAt?.getTime()
  if (!isSaid) await noteChangesStep(tx, held, changes, now)
}

/** A presentation that no sitting heard. Refused while one is scheduled: the decision belongs to that one. */
async function addWithoutSitting(tx: Tx, { project, plan }: HeldProject, said: Decided): Promise<Presentation> {
  const before = await listPresentations(tx, project.id)
  if (before.some(({ decision }) => decision === null))
    throw conflict('Paparan proyek ini sudah dijadwalkan. Catat keputusannya pada sidang itu.')
  const { id, reason } = said
  const own = { agencyId: tx.agencyId, id, projectId: project.id, planId: plan.id, reason, revision: said.revision }
  const unslotted = { sittingId: null, beginsAt: null, minutes: null, isFixed: false, sequence: 0 }
  return { ...own, ...unslotted, startedAt: null, endedAt: null, decision: null, note: '', decidedAt: null }
}

async function refuseEarly(tx: Tx, presentation: Presentation, { project, plan }: HeldProject, today: Day) {
  const presentations = await listPresentations(tx, project.id)
  const sitting = presentation.sittingId === null ? undefined : await findSitting(tx, presentation.sittingId)
  const obstacle = decisionObstacle({ ...plan, presentation, presentations, sitting }, today)
  if (obstacle !== null) throw conflict(obstacle)
}

async function agreeFollowUps(
  tx: Tx,
  actor: Actor,
  { project }: HeldProject,
  { id: sourceId }: Presentation,
  { followUps }: Decided,
  now: Date,
): Promise<void> {
  const { id: projectId, programmeId, seatId, unitId } = project
  for (const followUp of followUps) {
    const about = { programmeId, projectId, seatId, unitId, source: 'sitting' as const, sourceId }
    await agreeFollowUp(tx, actor, { id: randomUUIDv7(), ...followUp, ...about }, now)
  }
}

const withoutRevision = ({ agencyId: _, revision: _revision, ...fields }: Presentation) => fields
