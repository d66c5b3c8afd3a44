import type { Db, Tx } from '#db'
import { type Details, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { conflict, notFound } from '#kit/refusal.ts'
import { findProgramme, type Programme } from '#programme'
import { type ActionPlan, currentPlan } from './action-plan.ts'
import { listPlans, saveSummary } from './plan-store.ts'
import { isClosedTo, projectPolicy } from './policy.ts'
import type { Project } from './project.ts'
import { holdProject } from './store.ts'
import { turnOf } from './turn.ts'

/** A project held for one act, with all versions of its plan and the one that says how it stands. */
export type Held = { project: Project; plans: ActionPlan[]; plan: ActionPlan }

/** Holds a project until the transaction ends and asks whether the actor may do this to it. */
export async function hold(tx: Tx, actor: Actor, code: string, action: keyof typeof projectPolicy): Promise<Held> {
  const held = await holdUnasked(tx, code)
  const { project, plan } = held
  authorize(projectPolicy, actor, action, { ...project, plan })
  if (isClosedTo(action, project)) throw conflict('Proyek ini sudah berakhir, jadi tidak ada lagi yang dapat diubah.')
  return held
}

/** Holds a project for what the system itself notes of it. */
export async function holdUnasked(tx: Tx, code: string): Promise<Held> {
  const project = await holdProject(tx, code)
  const plans = project ? await listPlans(tx, project.id) : []
  const plan = currentPlan(plans)
  if (!project || !plan) throw notFound()
  return { project, plans, plan }
}

/** The last two writes of every command: what lists show of the project, and what was decided. */
export async function settle(
  tx: Tx,
  actor: Actor,
  { project, plan }: Pick<Held, 'project' | 'plan'>,
  decision: { event: string; onBehalfOf?: string | null; details?: Details },
  now: Date,
): Promise<void> {
  await saveSummary(tx, project, plan, turnOf(project, plan, now))
  const details = { projectId: project.id, version: plan.version, ...decision.details }
  const thing = decision.event.startsWith('project.')
    ? { kind: 'project' as const, id: project.id }
    : { kind: 'action_plan' as const, id: plan.id }
  await record(tx, actor, { event: decision.event, thing, details, onBehalfOf: decision.onBehalfOf ?? null }, now)
}

/**
 * The same for a change to a draft. An agent's own drafting decides nothing and leaves no entry; what somebody else
 * writes in the agent's place does, for the agent to see.
 */
export async function settleEdit(
  tx: Tx,
  actor: Actor,
  held: Pick<Held, 'project' | 'plan'>,
  event: 'action-plan.edited' | 'project.described',
  onBehalfOf: string | null,
  now: Date,
): Promise<void> {
  if (onBehalfOf !== null) return settle(tx, actor, held, { event, onBehalfOf }, now)
  await saveSummary(tx, held.project, held.plan, turnOf(held.project, held.plan, now))
}

/** The programme of a project; the database holds no project without one. */
export async function programmeOf(db: Db, project: Pick<Project, 'programmeId'>): Promise<Programme> {
  const programme = await findProgramme(db, project.programmeId)
  if (!programme) throw new Error(`Programme ${project.programmeId} is not there.`)
  return programme
}
