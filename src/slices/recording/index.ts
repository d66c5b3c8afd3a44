export { arkInWords, arkOf, makeArk, parseArk } from './ark.ts'
export { giveArks } from './ark-commands.ts'
export { findByArk } from './ark-store.ts'
export { addRecording } from './commands.ts'
export { contributorWords, type Licence, licences } from './description.ts'
export {
  type DescribedPlace,
  type DescribedRecording,
  type DublinCoreStatement,
  dublinCoreElements,
  dublinCoreOf,
} from './dublin-core.ts'
export { type MediaTools, recordingJobs } from './jobs.ts'
export { LastingAddress } from './pages/lasting-address.tsx'
export { Player } from './pages/player.tsx'
export { recordingEvents } from './pages/words.ts'
export { preservationRoutes } from './preservation-routes.tsx'
export { mayReadRecordingFile } from './recording-view.ts'
export { recordingRoutes } from './routes.tsx'
export { nameSteward } from './steward-commands.ts'
export { stewardRoutes } from './steward-routes.tsx'
export { listRecordings, listWithoutFilm, type RecordingRow } from './store.ts'
