export { programmeEvents } from './events.ts'
export {
  type AgentCount,
  dueOf,
  inForceOn,
  type Programme,
  type Stage,
  type StageKind,
  stageKinds,
} from './programme.ts'
export { findProgramme, holdProgramme, listProgrammes, programmeInForce, stagesOf } from './programme-store.ts'
export type { AreaMapping, ReformArea, ReformSet, ReformTarget } from './reform.ts'
export { areasOf, listSets, mappingsOf, targetsOf } from './reform-store.ts'
