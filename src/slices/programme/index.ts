export { programmeChangeRoutes } from './change-routes.tsx'
export { changeProgramme, createProgramme, type NewProgramme } from './commands.ts'
export { programmeEvents } from './events.ts'
export { agentCountWords, stageWords } from './pages/words.ts'
export {
  type AgentCount,
  agentCounts,
  dueOf,
  inForceOn,
  type Programme,
  proposeStages,
  type Stage,
  type StageKind,
  stageKinds,
} from './programme.ts'
export { findProgramme, holdProgramme, listProgrammes, programmeInForce, stagesOf } from './programme-store.ts'
export type { AreaMapping, ReformArea, ReformSet, ReformTarget } from './reform.ts'
export { areasOf, listSets, mappingsOf, targetsOf } from './reform-store.ts'
export { programmeRoutes } from './routes.tsx'
