import type { MayReadFile } from '#files'
import { can } from '#kit/policy.ts'
import { recordingPolicy } from './policy.ts'
import { findRecordingById, placeOf } from './store.ts'

/** The files of a recording are read by whoever may see it. */
export const mayReadRecordingFile: MayReadFile = async (db, actor, id) => {
  const row = await findRecordingById(db, id)
  return row !== undefined && can(recordingPolicy, actor, 'read', { ...row, place: placeOf(row) })
}
