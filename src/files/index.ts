export { type Arrival, receiveFile, removeParts } from './arrive.ts'
export { AttachedFiles } from './attached-files.tsx'
export type { Blob, Blobs } from './blobs.ts'
export { type Attachment, changePart, claimShared, claimUpload, removeFile } from './claim.ts'
export { openClamd, type Scanner } from './clamd.ts'
export { findDerivative, listDerivatives, listDerived, removeDerivatives, saveDerivatives } from './derivative-store.ts'
export { keepDerived } from './derive.ts'
export { cleanName, type Quarantine, type StoredFile } from './file.ts'
export type { Files } from './files.ts'
export { checkFixity, type FindCopy, type Fixity, flawOf, mend } from './fixity.ts'
export { bytesOf, digest, writeHashed } from './hashing.ts'
export { pruneJob, quarantineJob } from './jobs.ts'
export { joinBlobs } from './joined.ts'
export { acceptOf, type Family, familyOf, mediaTypesOf, usualExtension } from './kinds.ts'
export { openLocalFolder } from './local-folder.ts'
export { type Moved, moveBlobs } from './move.ts'
export {
  dropQuarantined,
  holdQuarantined,
  listQuarantined,
  type Quarantined,
  saveChecked,
  waitsSince,
} from './quarantine-store.ts'
export { type ReadUploads, readUploads } from './read-uploads.ts'
export { type AskSpace, hasRoom, spaceOf } from './room.ts'
export { addressOf, type FileReaders, fileRoutes, type MayReadFile } from './routes.ts'
export { openS3Bucket } from './s3-bucket.ts'
export { type S3Place, S3Refused } from './s3-client.ts'
export { sendDerivative, sendFile, sendPacked } from './send-file.ts'
export { largestPublic, sendPicture } from './send-picture.ts'
export { names } from './serving.ts'
export { blobLock, findFile, keepBlobs, listFilesOf } from './store.ts'
export { strippable } from './strip-place.ts'
export { pruneUploads, type Swept } from './sweep.ts'
export { UploadField } from './upload-field.tsx'
export { uploadField } from './upload-name.ts'
export { uploadRoutes } from './upload-routes.ts'
