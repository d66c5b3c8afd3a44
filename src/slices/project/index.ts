export type { ActionPlan, Gate, PlanState } from './action-plan.ts'
export { beginProject, describeProject } from './commands.ts'
export {
  agreePlan,
  approvePlan,
  returnPlan,
  revisePlan,
  stopProject,
  submitPlan,
  verifyPlan,
  withdrawPlan,
} from './gate-commands.ts'
export { gateRoutes } from './gate-routes.tsx'
export { type Activity, activitiesOf, type Gap, gapsOf, type Initiative, type Matrix, numberOf } from './matrix.ts'
export { writeActivity, writeInitiative } from './matrix-commands.ts'
export { ProjectFrame, type ProjectTab } from './pages/project-frame.tsx'
export { projectEvents, projectStateWords, stageWords, turnWords } from './pages/words.ts'
export { planRoutes } from './plan-routes.tsx'
export { findMatrix, listPlans } from './plan-store.ts'
export { mayBegin, type ProjectWithPlan, projectPolicy } from './policy.ts'
export { type Description, type Project, type ProjectState, titleOf } from './project.ts'
export { projectRoutes } from './routes.tsx'
export { findProject, findProjectOfSeat, listProjects, nameProjects, type ProjectRow } from './store.ts'
export { type ProjectStage, projectStages, type Turn, turnOf } from './turn.ts'
export { type ProjectView, viewOf } from './view.ts'
