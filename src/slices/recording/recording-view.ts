import type { Context } from 'hono'
import type { MayReadFile } from '#files'
import { authorize, can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import type { Web } from '#web/request.ts'
import { type RecordingAct, recordingPolicy } from './policy.ts'
import { findRecording, findRecordingById, placeOf, type RecordingRow } from './store.ts'

/** Parts that everybody sees who sees the recording; the others are papers about it. */
const isOpen = (part: string) => part === 'master' || part === 'picture' || part.startsWith('caption-')

/**
 * The files of a recording are read by whoever may see it; the papers of those who were filmed and earlier originals
 * by whoever may change it, and whoever looks on.
 */
export const mayReadRecordingFile: MayReadFile = async (db, actor, id, part) => {
  const row = await findRecordingById(db, id)
  const act = isOpen(part) ? 'read' : 'readPapers'
  return row !== undefined && can(recordingPolicy, actor, act, { ...row, place: placeOf(row) })
}

/** The recording of this address, for who may do this to it; 404 where it may not be seen. */
export async function rowOf(c: Context<Web>, act: RecordingAct = 'read'): Promise<RecordingRow> {
  const row = await findRecording(c.var.db, c.req.param('code') ?? '')
  authorize(recordingPolicy, c.var.actor, act, row && { ...row, place: placeOf(row) })
  if (!row) throw notFound()
  return row
}
