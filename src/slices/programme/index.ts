export { programmeChangeRoutes } from './change-routes.tsx'
export { createProgramme } from './commands.ts'
export { programmeEvents } from './events.ts'
export { agentCountWords } from './pages/words.ts'
export {
  type AgentCount,
  dueOf,
  inForceOn,
  type Programme,
  type Reporting,
  type Stage,
  type StageKind,
  stageKinds,
} from './programme.ts'
export {
  findProgramme,
  holdProgramme,
  listProgrammes,
  type Outline,
  outlineOf,
  programmeInForce,
  stagesOf,
} from './programme-store.ts'
export type { ReformArea, ReformTarget } from './reform.ts'
export { areasOf, targetsOf } from './reform-store.ts'
export { programmeRoutes } from './routes.tsx'
