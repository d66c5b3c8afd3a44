export { listAccesses } from './access-store.ts'
export type { Agency } from './agency.ts'
export { inEachAgency } from './agency-jobs.ts'
export { namesOf } from './author-store.ts'
export { type Candidate, listCandidates } from './candidate-store.ts'
export { peopleEvents } from './events.ts'
export type { HeadedUnit } from './head.ts'
export { nameHead } from './head-commands.ts'
export { headRoutes } from './head-routes.tsx'
export { headedTree, headsOf, headsOfAll, headsOnDays, standingsInForce } from './head-store.ts'
export { identity } from './identity.ts'
export { identityRoutes } from './identity-routes.tsx'
export {
  acceptWithNewAccount,
  invitationPath,
  invite,
  inviteAccount,
  openInvitation,
} from './invitation-commands.ts'
export { findInvitation, uninvited } from './invitation-store.ts'
export type { MailChoice } from './mail-choice.ts'
export { mergeRoutes } from './merge-routes.tsx'
export { splitName } from './name.ts'
export { nipInGroups, readNip } from './nip.ts'
export { headKindWords } from './pages/head-words.ts'
export { CandidateFields, CandidateSearch } from './pages/person-choice.tsx'
export { type NewPerson, nameInFull } from './person.ts'
export { personChangeRoutes } from './person-change-routes.tsx'
export { addPerson, createPerson } from './person-commands.ts'
export { newPersonForm } from './person-forms.ts'
export { personRoutes } from './person-routes.tsx'
export {
  findPerson,
  findPersonByNip,
  listNamedPersons,
  listPersonsByNips,
  openNip,
  readableBy as personReadableBy,
} from './person-store.ts'
export { askSignIn } from './resume-routes.tsx'
export { createAdmin } from './set-up-commands.ts'
export type { FillDemo } from './set-up-routes.tsx'
export { settingsRoutes } from './settings-routes.tsx'
export { isInForce } from './standing.ts'
export { endStanding, endStandingsOn, listStandingsOn, type NamedStanding, startStanding } from './standing-store.ts'
export { inTreeOrder, isOpenOn } from './unit.ts'
export { unitChangeRoutes } from './unit-change-routes.tsx'
export { addUnit, createUnit } from './unit-commands.ts'
export { unitRoutes } from './unit-routes.tsx'
export { findUnit, listUnits } from './unit-store.ts'
