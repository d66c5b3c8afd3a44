export { listAccesses } from './access-store.ts'
export type { Agency } from './agency.ts'
export { findAgency } from './agency-store.ts'
export { namesOf } from './author-store.ts'
export { peopleEvents } from './events.ts'
export { type Head, type HeadKind, headsByUnit } from './head.ts'
export { nameHead } from './head-commands.ts'
export { headRoutes } from './head-routes.tsx'
export { type Identity, identity } from './identity.ts'
export { identityRoutes } from './identity-routes.tsx'
export {
  acceptWithNewAccount,
  invitationPath,
  invite,
  inviteAccount,
  type NewInvitation,
  openInvitation,
} from './invitation-commands.ts'
export { findInvitation } from './invitation-store.ts'
export { mergeRoutes } from './merge-routes.tsx'
export { compareNames, type SplitName, splitName } from './name.ts'
export { type NipKind, nipInGroups, type ReadNip, readNip } from './nip.ts'
export { headKindWords } from './pages/head-words.ts'
export { CandidateFields, CandidateSearch } from './pages/person-choice.tsx'
export { relationWords } from './pages/person-words.ts'
export { type NewPerson, nameInFull, type Person } from './person.ts'
export { personChangeRoutes } from './person-change-routes.tsx'
export { addPerson, createPerson } from './person-commands.ts'
export { newPersonForm } from './person-forms.ts'
export { personRoutes } from './person-routes.tsx'
export {
  type Candidate,
  findPerson,
  findPersonByNip,
  holdPerson,
  listCandidates,
  listPersons,
  listPersonsByNips,
  openNip,
  type PersonRow,
  type PersonSearch,
} from './person-store.ts'
export { askSignIn } from './resume-routes.tsx'
export { createAdmin } from './set-up-commands.ts'
export { hasAgency } from './set-up-store.ts'
export { settingsRoutes } from './settings-routes.tsx'
export { isInForce } from './standing.ts'
export {
  endStanding,
  endStandingsOn,
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
export { inTreeOrder, isOpenOn, type NewUnit, subtreeOf, type Unit, type UnitNode, unitOptions } from './unit.ts'
export { unitChangeRoutes } from './unit-change-routes.tsx'
export { addUnit, closeUnit, createUnit } from './unit-commands.ts'
export { unitRoutes } from './unit-routes.tsx'
export { findUnit, findUnitBySlug, listUnits } from './unit-store.ts'
