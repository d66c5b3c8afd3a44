export { namesOf } from './author-store.ts'
export { peopleEvents } from './events.ts'
export { type Head, type HeadKind, headsByUnit } from './head.ts'
export { type Identity, identity } from './identity.ts'
export { identityRoutes } from './identity-routes.tsx'
export { compareNames, type SplitName, splitName } from './name.ts'
export { type NipKind, nipInGroups, type ReadNip, readNip } from './nip.ts'
export { type NewPerson, nameInFull, type Person } from './person.ts'
export { addPerson } from './person-commands.ts'
export { newPersonForm } from './person-forms.ts'
export {
  findPerson,
  findPersonByNip,
  holdPerson,
  listPersons,
  listPersonsByNips,
  openNip,
  type PersonRow,
  type PersonSearch,
} from './person-store.ts'
export { askSignIn } from './resume-routes.tsx'
export { isInForce } from './standing.ts'
export {
  endStanding,
  headsOf,
  headsOfAll,
  listStandingsOf,
  listStandingsOn,
  type NamedStanding,
  type NewStanding,
  type Standing,
  standingsInForce,
  startStanding,
} from './standing-store.ts'
export { inTreeOrder, isOpenOn, type NewUnit, subtreeOf, type Unit, type UnitNode } from './unit.ts'
export { addUnit } from './unit-commands.ts'
export { findUnit, findUnitBySlug, listUnits } from './unit-store.ts'
