import { randomBytes } from 'node:crypto'
import { type Db, transact } from '#db'
import { claimUpload, familyOf, type StoredFile } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { codeOf } from '#kit/text.ts'
import { type Happened, recordPreservation } from '#preservation'
import { holdProject } from '#project'
import { makeArk } from './ark.ts'
import { documentationPolicy, recordingPolicy } from './policy.ts'
import { bringBack, describe, kindOf, type Recording, type Said, takeOut, usualAccess } from './recording.ts'
import { software } from './software.ts'
import { findRecordingById, holdRecording, placeOf, saveNewRecording, saveRecording } from './store.ts'

/** Adds a recording of a project with its uploaded file; returns its code. Posted twice it is added once. */
export const addRecording = (
  db: Db,
  actor: Actor,
  projectCode: string,
  { id, uploadId, ...said }: Said & { id: string; uploadId: string },
  now: Date,
): Promise<string> =>
  transact(db, async (tx) => {
    const project = await holdProject(tx, projectCode)
    authorize(documentationPolicy, actor, 'add', project)
    const there = await findRecordingById(tx, id)
    if (there) return there.code
    const file = await claimUpload(tx, actor, uploadId, { kind: 'recording', id, part: 'master' }, now)
    const kind = kindOf(familyOf(file.mediaType))
    if (!kind) throw conflict('Berkas ini bukan film, rekaman suara, gambar, atau PDF.')
    const code = codeOf(randomBytes(8))
    const { accountId, personId } = actor
    const reach = { access: usualAccess(kind), embargoUntil: null }
    const none = { duration: null, removedAt: null, removedBecause: null }
    const author = { accountId, personId, createdAt: now }
    const ark = makeArk(tx.arkNaan, randomBytes(8))
    const recording = { id, code, projectId: project.id, kind, ...said, ...reach, ...none, ...ark, ...author }
    await saveNewRecording(tx, recording)
    await recordPreservation(tx, actor, arrivalOf(recording, file), now)
    const details = { projectId: project.id, kind }
    await record(tx, actor, { event: 'recording.added', thing: { kind: 'recording', id }, details }, now)
    return code
  })

/** Changes what is said of a recording. */
export const describeRecording = (
  db: Db,
  actor: Actor,
  code: string,
  { revision, ...said }: Said & { revision: number },
  now: Date,
) =>
  change(db, actor, code, 'change', now, (recording) => {
    compareRevision(recording.revision, revision)
    return describe(recording, said)
  })

/** Takes a recording out of the archive, with a reason. */
export const takeOutRecording = (db: Db, actor: Actor, code: string, reason: string, now: Date) =>
  change(db, actor, code, 'takeOut', now, (recording) => takeOut(recording, reason, now))

/** Brings it back. */
export const bringBackRecording = (db: Db, actor: Actor, code: string, now: Date) =>
  change(db, actor, code, 'bringBack', now, bringBack)

const events = {
  change: 'recording.changed',
  takeOut: 'recording.removed',
  bringBack: 'recording.restored',
} as const

/** What each act is in the life of the object. */
const happens = { change: 'metadata modification', takeOut: 'deaccession', bringBack: 'accession' } as const

/** What happens to the bytes of a recording that comes in: the judgement of its kind and its hash were made of them. */
function arrivalOf({ id: recordingId, access }: { id: string; access: string }, file: StoredFile): Happened[] {
  const own = { recordingId, file, software }
  const { size: bytes, sha256, mediaType } = file
  return [
    { recordingId, file, kind: 'ingestion', figures: { bytes } },
    { ...own, kind: 'message digest calculation', figures: { sha256 } },
    { ...own, kind: 'format identification', figures: { mediaType } },
    { recordingId, kind: 'policy assignment', figures: { access } },
  ]
}

const change = (
  db: Db,
  actor: Actor,
  code: string,
  act: keyof typeof events,
  now: Date,
  rule: (recording: Recording) => Recording,
) =>
  transact(db, async (tx) => {
    const row = await holdRecording(tx, code)
    authorize(recordingPolicy, actor, act, row && { ...row, place: placeOf(row) })
    if (!row) return
    await saveRecording(tx, rule(row))
    await recordPreservation(tx, actor, { recordingId: row.id, kind: happens[act] }, now)
    const thing = { kind: 'recording' as const, id: row.id }
    await record(tx, actor, { event: events[act], thing, details: { projectId: row.projectId } }, now)
  })
