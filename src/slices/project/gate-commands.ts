import { randomUUIDv7 } from 'node:crypto'
import { agentInSeat } from '#appointment'
import { type Db, type Tx, transact } from '#db'
import { agreeFollowUp } from '#follow-up'
import type { Actor } from '#kit/actor.ts'
import type { Day, Moment } from '#kit/date.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { headsOf } from '#people'
import { type AskedChanges, act, askChanges, requireRevisable, returnPlan as returned } from './action-plan.ts'
import { type Held, hold, programmeOf, settle } from './held.ts'
import { gapsOf } from './matrix.ts'
import { addMatrix, addPlan, addReturn, findMatrix, savePlan, saveSummary } from './plan-store.ts'
import { isOver, type Project, start, stop } from './project.ts'
import { saveState } from './store.ts'
import { columnsIn } from './template-store.ts'
import { turnOf } from './turn.ts'

/** The agent submits the plan to the head of the unit. Throws a conflict that names what is still missing. */
export const submitPlan = (db: Db, actor: Actor, code: string, revision: number, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'submit')
    compareRevision(held.plan.revision, revision)
    const programme = await programmeOf(tx, held.project)
    const columns = await columnsIn(tx, programme.id)
    const [gap] = gapsOf(held.project, await findMatrix(tx, held.plan.id), programme, columns)
    if (gap) throw conflict(`Rencana belum dapat diajukan. ${gap.sentence}`)
    await pass(tx, actor, held, 'submit', await insteadOfAgent(tx, actor, held.project, today), now)
  })

/** The agent takes a submission back before the head has acted. */
export const withdrawPlan = (db: Db, actor: Actor, code: string, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'withdraw')
    await pass(tx, actor, held, 'withdraw', await insteadOfAgent(tx, actor, held.project, today), now)
  })

/**
 * The revision of the plan that was looked at. A plan can be withdrawn, changed and submitted anew meanwhile: nobody
 * lets pass what they have not seen. Left out where nothing was shown.
 */
type Drawn = number | undefined

/** The head of the unit lets the plan pass to the secretariat. */
export const approvePlan = (db: Db, actor: Actor, code: string, { now, today }: Moment, drawnFrom?: Drawn) =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'approve')
    compareRevision(held.plan.revision, drawnFrom ?? held.plan.revision)
    await pass(tx, actor, held, 'approve', await insteadOfHead(tx, actor, held.project, today), now)
  })

/** The secretariat lets the plan pass to its presentation. */
export const verifyPlan = (db: Db, actor: Actor, code: string, { now }: Moment, drawnFrom?: Drawn) =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'verify')
    compareRevision(held.plan.revision, drawnFrom ?? held.plan.revision)
    await pass(tx, actor, held, 'verify', null, now)
  })

/**
 * Step: the plan is agreed: it is frozen as the baseline, an earlier baseline gives way, and the project runs. Which
 * presentation goes before it is the rule of the room above.
 */
export async function agreePlanStep(tx: Tx, actor: Actor, held: Held, now: Date): Promise<void> {
  const before = held.plans.find((plan) => plan.state === 'agreed')
  if (before) await savePlan(tx, act(before, 'supersede', now))
  const project = start(held.project)
  await saveState(tx, project)
  await pass(tx, actor, { ...held, project }, 'agree', null, now)
}

/** Step: the presentation tells how the changes stand with which the plan was accepted; whose turn it is follows. */
export async function noteChangesStep(tx: Tx, { project, plan }: Held, changes: AskedChanges, now: Date) {
  if (isOver(project)) return
  const noted = askChanges(plan, changes)
  await savePlan(tx, noted)
  await saveSummary(tx, project, noted, turnOf(project, noted, now))
}

/** What sending something back also asks of the agent, until a day. */
export type Asked = { id: string; dueOn: Day } | null

/**
 * Step: whoever keeps the gate sends the plan back to its agent with notes; where it is asked for, the notes are also
 * a follow-up of the agent's.
 */
export async function returnPlanStep(
  tx: Tx,
  actor: Actor,
  held: Held,
  { note, followUp }: { note: string; followUp: Asked },
  { now, today }: Moment,
) {
  const plan = returned(held.plan, now)
  const gate = plan.returnedGate
  const onBehalfOf = gate === 'approval' ? await insteadOfHead(tx, actor, held.project, today) : null
  await savePlan(tx, plan)
  const { accountId, personId } = actor
  const returnId = randomUUIDv7()
  await addReturn(tx, { id: returnId, planId: plan.id, gate, note, returnedAt: now, accountId, personId, onBehalfOf })
  if (followUp) {
    const asked = { ...followUp, what: note, source: 'return' as const, sourceId: returnId }
    await askOfAgent(tx, actor, held.project, asked, { now, today })
  }
  await settle(tx, actor, { ...held, plan }, { event: 'action-plan.returned', onBehalfOf, details: { gate } }, now)
}

/** The same, by itself. */
export const returnPlan = (db: Db, actor: Actor, code: string, note: string, moment: Moment, followUp: Asked = null) =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'return')
    await returnPlanStep(tx, actor, held, { note, followUp }, moment)
  })

/** Step: what is asked for with something that is sent back becomes a follow-up of the agent's. */
export async function askOfAgent(
  tx: Tx,
  actor: Actor,
  { id: projectId, programmeId, seatId, unitId }: Pick<Project, 'id' | 'programmeId' | 'seatId' | 'unitId'>,
  asked: { id: string; dueOn: Day; what: string; source: 'return' | 'report'; sourceId: string },
  { now, today }: Moment,
): Promise<void> {
  const agent = await agentInSeat(tx, seatId, today)
  if (!agent) throw conflict('Kedudukan ini sedang kosong, jadi belum ada yang dapat menindaklanjuti.')
  await agreeFollowUp(tx, actor, { ...asked, projectId, programmeId, seatId, unitId, ownerId: agent.personId }, now)
}

/** Opens a new version of an agreed plan, with everything that stands in it, and the reason for it. */
export const revisePlan = (db: Db, actor: Actor, code: string, reason: string, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { project, plan: agreed } = await hold(tx, actor, code, 'revise')
    requireRevisable(project, agreed)
    const plan = { id: randomUUIDv7(), projectId: project.id, version: agreed.version + 1, reason, createdAt: now }
    await addPlan(tx, plan)
    await addMatrix(tx, plan.id, await findMatrix(tx, agreed.id))
    const onBehalfOf = await insteadOfAgent(tx, actor, project, today)
    const opened = { ...agreed, ...plan, state: 'draft' as const }
    await settle(tx, actor, { project, plan: opened }, { event: 'action-plan.opened', onBehalfOf }, now)
  })

/** The secretariat ends a project early. */
export const stopProject = (db: Db, actor: Actor, code: string, reason: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'stop')
    const project = stop(held.project, reason)
    await saveState(tx, project)
    await settle(tx, actor, { ...held, project }, { event: 'project.stopped' }, now)
  })

const events = {
  submit: 'action-plan.submitted',
  withdraw: 'action-plan.withdrawn',
  approve: 'action-plan.approved',
  verify: 'action-plan.verified',
  agree: 'action-plan.agreed',
} as const

async function pass(
  tx: Tx,
  actor: Actor,
  held: Held,
  which: keyof typeof events,
  onBehalfOf: string | null,
  now: Date,
) {
  const plan = act(held.plan, which, now)
  await savePlan(tx, plan)
  await settle(tx, actor, { ...held, plan }, { event: events[which], onBehalfOf }, now)
}

/** Atas nama: the agent in whose place somebody else acts; null when the agent acts. */
export async function insteadOfAgent(tx: Tx, actor: Actor, project: Project, today: Day): Promise<string | null> {
  const agent = await agentInSeat(tx, project.seatId, today)
  return agent && agent.personId !== actor.personId ? agent.personId : null
}

/** Atas nama: the head in whose place somebody else acts; null when one of the heads in force acts. */
export async function insteadOfHead(tx: Tx, actor: Actor, project: Project, today: Day): Promise<string | null> {
  const heads = await headsOf(tx, project.unitId, today)
  return heads.some((head) => head.personId === actor.personId) ? null : (heads[0]?.personId ?? null)
}
