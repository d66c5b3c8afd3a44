import type { ActionPlan } from './action-plan.ts'
import type { Project } from './project.ts'

/** Tahap: where on its way a project stands; the stages of the programme have due days. */
export type ProjectStage = 'preparing' | 'approval' | 'verification' | 'presentation' | 'running' | 'finishing'

export const projectStages: ProjectStage[] = [
  'preparing',
  'approval',
  'verification',
  'presentation',
  'running',
  'finishing',
]

/** Giliran: who has to act for a project to go on, and since when. `nobody` once it is over. */
export type Turn = { stage: ProjectStage; who: 'agent' | 'head' | 'secretariat' | 'nobody'; since: Date }

/**
 * Whose last day binds a project in a stage. Settled: a new version of an agreed plan is drawn up while the project
 * runs, so it is late by the last day of running, and never by the days of the first plan, which it once kept.
 */
export const boundBy = <Stage extends string>({ state }: Pick<Project, 'state'>, stage: Stage): Stage | 'running' =>
  state === 'running' && stage !== 'finishing' ? 'running' : stage

/**
 * Whose turn it is. An open plan version decides while there is one; else the project's own state does.
 * `changedAt` is when the project last changed its state.
 */
export function turnOf(project: Pick<Project, 'state'>, plan: ActionPlan, changedAt: Date): Turn {
  if (project.state === 'stopped' || project.state === 'closed') {
    return { stage: 'finishing', who: 'nobody', since: changedAt }
  }
  if (project.state === 'finished') return { stage: 'finishing', who: 'head', since: changedAt }
  switch (plan.state) {
    case 'draft':
      return { stage: 'preparing', who: 'agent', since: plan.createdAt }
    case 'returned':
      return { stage: 'preparing', who: 'agent', since: plan.returnedAt ?? plan.createdAt }
    case 'submitted':
      return { stage: 'approval', who: 'head', since: plan.submittedAt ?? plan.createdAt }
    case 'approved':
      return { stage: 'verification', who: 'secretariat', since: plan.approvedAt ?? plan.createdAt }
    case 'verified':
      return { stage: 'presentation', ...turnOfVerified(plan) }
    default:
      return { stage: 'running', who: 'agent', since: changedAt }
  }
}

/**
 * A verified plan waits for the secretariat, who has it presented and decides. Accepted with changes it is its agent's
 * until none of them is left to be done; then the secretariat looks at them and agrees it (settled: agreed when these
 * close). The last day stays that of the stage: the changes have days of their own, which their owners are told.
 */
function turnOfVerified({ changesAskedAt, changesDoneAt, verifiedAt, createdAt }: ActionPlan): Omit<Turn, 'stage'> {
  if (changesAskedAt && !changesDoneAt) return { who: 'agent', since: changesAskedAt }
  return { who: 'secretariat', since: changesDoneAt ?? verifiedAt ?? createdAt }
}
