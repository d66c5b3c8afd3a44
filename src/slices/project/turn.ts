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
      return { stage: 'presentation', who: 'secretariat', since: plan.verifiedAt ?? plan.createdAt }
    default:
      return { stage: 'running', who: 'agent', since: changedAt }
  }
}
