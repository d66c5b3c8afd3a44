export { beginProject, describeProject } from './commands.ts'
export { comparePlans } from './compare.ts'
export { confirmProject, finishProject } from './finish-commands.ts'
export { finishRoutes } from './finish-routes.tsx'
export { findFinish } from './finish-store.ts'
export {
  type Asked,
  agreePlanStep,
  approvePlan,
  askOfAgent,
  insteadOfAgent,
  noteChangesStep,
  returnPlan,
  returnPlanStep,
  revisePlan,
  stopProject,
  submitPlan,
  verifyPlan,
  withdrawPlan,
} from './gate-commands.ts'
export { gateRoutes } from './gate-routes.tsx'
export { goesOn } from './grid/gather.ts'
export { gridRoutes } from './grid-routes.tsx'
export { type Held as HeldProject, hold as holdForAct, holdUnasked } from './held.ts'
export { importRoutes as planImportRoutes } from './import-routes.tsx'
export type { IntegrationKind } from './integration.ts'
export { decideIntegration, stateIntegration } from './integration-commands.ts'
export { integrationRoutes } from './integration-routes.tsx'
export { findIntegration, listWaitingIntegrations, type WaitingIntegration } from './integration-store.ts'
export type { Copy, Lineage, PublicPlan } from './lineage.ts'
export { replicateStep, tellOriginal } from './lineage-commands.ts'
export { findLineage, listCopies, listPublicCopies, saveCopyShown } from './lineage-store.ts'
export { type Activity, activitiesOf, gapsOf, type Matrix, numberOf } from './matrix.ts'
export { dropInitiative, editActivity, writeActivity, writeInitiative } from './matrix-commands.ts'
export { ComparePage } from './pages/compare-page.tsx'
export { ProjectFrame } from './pages/project-frame.tsx'
export { amount, integrationKindWords, projectEvents, stageWords, standingInWords, turnWords } from './pages/words.ts'
export { planRoutes } from './plan-routes.tsx'
export { findMatrix, listPlans, listReturns, type PlanReturn } from './plan-store.ts'
export { isOpenTo, mayAgree, mayDecideIntegration, type ProjectPlace, readsProject } from './policy.ts'
export { type Description, type Project, titleOf } from './project.ts'
export { recapRoutes } from './recap-routes.tsx'
export { projectRoutes } from './routes.tsx'
export {
  findProject,
  findProjectById,
  holdProject,
  listProjects,
  listTeam,
  nameProjects,
  type ProjectRow,
  readableBy as projectReadableBy,
} from './store.ts'
export { joinTeam } from './team-commands.ts'
export { teamRoutes } from './team-routes.tsx'
export { templateRoutes } from './template-routes.tsx'
export { boundBy, projectStages } from './turn.ts'
export { vacantSeats } from './vacant-store.ts'
export { sendSheet, versionRoutes } from './version-routes.tsx'
export { layoutOf, mayReadProjectFile, type ProjectView, viewOf } from './view.ts'
