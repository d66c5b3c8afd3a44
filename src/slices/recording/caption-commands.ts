import { type Db, type Tx, transact } from '#db'
import { claimUpload, listFilesOf, removeFile } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { compareRevision, conflict, notFound } from '#kit/refusal.ts'
import { type Cue, type CueEdit, editCues } from './caption.ts'
import { findCaption, listCues, removeCaption, saveCaption } from './caption-store.ts'
import { holdFor, itself } from './held.ts'
import { refuseRemoved } from './recording.ts'
import type { RecordingRow } from './store.ts'

/** What the file of a track is called among the parts of its recording. */
const partOf = (track: string) => `caption-${track}`

/**
 * Gives a recording the captions of a file, or begins empty ones. `revision` is that of the captions which the file
 * replaces, 0 where there are none: nobody's work is written over unseen. The file itself stays a part of the recording.
 */
export const putCaption = (
  db: Db,
  actor: Actor,
  code: string,
  given: { track: string; cues: readonly Cue[]; uploadId: string | null; revision: number },
  now: Date,
) =>
  change(db, actor, code, given.track, 'recording.captioned', now, async (tx, row, there) => {
    if (row.kind !== 'film' && row.kind !== 'sound') throw conflict('Hanya film dan rekaman suara yang bertakarir.')
    compareRevision(there?.revision ?? 0, given.revision)
    const caption = { recordingId: row.id, track: given.track, revision: given.revision }
    await saveCaption(tx, caption, given.cues, actor, now)
    await dropFile(tx, row, given.track)
    const to = { ...itself(row), part: partOf(given.track) }
    if (given.uploadId) await claimUpload(tx, actor, given.uploadId, to, now)
  })

/** Changes cues of a track, adds one, takes some out. */
export const changeCues = (
  db: Db,
  actor: Actor,
  code: string,
  given: { track: string; edits: readonly CueEdit[]; revision: number },
  now: Date,
) =>
  change(db, actor, code, given.track, 'recording.captions-changed', now, async (tx, row, there) => {
    if (!there) throw notFound()
    compareRevision(there.revision, given.revision)
    const cues = editCues(await listCues(tx, row.id, given.track), given.edits)
    await saveCaption(tx, there, cues, actor, now)
  })

/** Takes the captions of a track away, with their file; not lines that somebody wrote meanwhile. */
export const dropCaption = (
  db: Db,
  actor: Actor,
  code: string,
  given: { track: string; revision: number },
  now: Date,
) =>
  change(db, actor, code, given.track, 'recording.captions-removed', now, async (tx, row, there) => {
    if (!there) throw notFound()
    compareRevision(there.revision, given.revision)
    await removeCaption(tx, row.id, given.track)
    await dropFile(tx, row, given.track)
  })

async function dropFile(tx: Tx, row: RecordingRow, track: string): Promise<void> {
  const files = await listFilesOf(tx, 'recording', [row.id])
  for (const file of files) if (file.part === partOf(track)) await removeFile(tx, file.id, itself(row))
}

type Work = (tx: Tx, row: RecordingRow, there: Awaited<ReturnType<typeof findCaption>>) => Promise<void>

const change = (db: Db, actor: Actor, code: string, track: string, event: string, now: Date, work: Work) =>
  transact(db, async (tx) => {
    const row = await holdFor(tx, actor, code, 'change')
    refuseRemoved(row)
    await work(tx, row, await findCaption(tx, row.id, track))
    const thing = itself(row)
    await record(tx, actor, { event, thing, details: { projectId: row.projectId, track } }, now)
  })
