export { beginProject, describeProject } from './commands.ts'
export {
  agreePlan,
  approvePlan,
  insteadOfAgent,
  returnPlan,
  revisePlan,
  stopProject,
  submitPlan,
  verifyPlan,
  withdrawPlan,
} from './gate-commands.ts'
export { gateRoutes } from './gate-routes.tsx'
export { type Activity, activitiesOf, gapsOf, type Matrix, numberOf } from './matrix.ts'
export { writeActivity, writeInitiative } from './matrix-commands.ts'
export { amount } from './pages/plan-page.tsx'
export { ProjectFrame } from './pages/project-frame.tsx'
export { projectEvents, stageWords, turnWords } from './pages/words.ts'
export { planRoutes } from './plan-routes.tsx'
export { findMatrix, listPlans } from './plan-store.ts'
export { mayBegin, type ProjectPlace, readsProject } from './policy.ts'
export { type Description, titleOf } from './project.ts'
export { projectRoutes } from './routes.tsx'
export {
  findProject,
  findProjectById,
  holdProject,
  listProjects,
  listTeam,
  nameProjects,
  type ProjectRow,
} from './store.ts'
export { projectStages } from './turn.ts'
export { type ProjectView, viewOf } from './view.ts'
