export { arkInWords, arkOf, makeArk, parseArk } from './ark.ts'
export { giveArks } from './ark-commands.ts'
export { findByArk } from './ark-store.ts'
export { putCaption } from './caption-commands.ts'
export { captionRoutes } from './caption-routes.tsx'
export { listCaptions } from './caption-store.ts'
export { addRecording } from './commands.ts'
export {
  type Contribution,
  contributorWords,
  keywordsOf,
  type Licence,
  languages,
  licenceInWords,
  licences,
} from './description.ts'
export { describeRecording } from './description-commands.ts'
export { descriptionRoutes as recordingDescriptionRoutes } from './description-routes.tsx'
export { describedColumns } from './description-store.ts'
export {
  accessRights,
  type DescribedPlace,
  type DescribedRecording,
  type DublinCoreStatement,
  dublinCoreOf,
  durationInIso,
} from './dublin-core.ts'
export { findDue as findDocumentationDue, listLacking } from './due-store.ts'
export { findReadable, ownNames as recordingNames, sendMediaOf } from './media-view.ts'
export { LastingAddress } from './pages/lasting-address.tsx'
export {
  PictureGrid,
  PictureView,
  picturesForAll,
  type ShownPicture,
} from './pages/pictures.tsx'
export { PlayedRecording } from './pages/played-recording.tsx'
export { filmMedia, Player } from './pages/player.tsx'
export { Transcript } from './pages/transcript.tsx'
export {
  kindInWords as recordingKindInWords,
  kindWords as recordingKindWords,
  recordingEvents,
  trackWords,
} from './pages/words.ts'
export { arrangePictures } from './picture-commands.ts'
export { listPictures } from './picture-store.ts'
export { listPlayed, type Played } from './played-view.ts'
export { keepsAnything } from './policy.ts'
export { preservationRoutes } from './preservation-routes.tsx'
export { beginUnbegun, type MediaTools, recordingJobs } from './processing-jobs.ts'
export { processingRoutes } from './processing-routes.tsx'
export { type Consent, durationInWords, type RecordingKind } from './recording.ts'
export { mayReadRecordingFile } from './recording-view.ts'
export { createRule as createRetentionRule } from './retention-commands.ts'
export { retentionRoutes } from './retention-routes.tsx'
export { recordingRoutes } from './routes.tsx'
export { type Asked, askedIn, findSaid, type Said } from './said-view.ts'
export { nameSteward } from './steward-commands.ts'
export { stewardRoutes } from './steward-routes.tsx'
export { listRecordings, readableBy as recordingReadableBy } from './store.ts'
export { versionRoutes as recordingVersionRoutes } from './version-routes.tsx'
export { readCaptions } from './web-vtt.ts'
