import { randomBytes } from 'node:crypto'
import { type Db, transact } from '#db'
import { claimShared, claimUpload, familyOf } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { codeOf } from '#kit/text.ts'
import { recordPreservation } from '#preservation'
import { holdProject } from '#project'
import { makeArk } from './ark.ts'
import { arrivalOf } from './arrival.ts'
import { whyNotPublic } from './consent.ts'
import { formOf } from './consent-commands.ts'
import { holdFor, itself } from './held.ts'
import { claimPictures } from './picture-commands.ts'
import { documentationPolicy } from './policy.ts'
import { beginProcessing } from './processing-commands.ts'
import {
  bringBack,
  type Consent,
  kindOf,
  type Recording,
  type RecordingAccess,
  type Said,
  takeOut,
} from './recording.ts'
import { findRecordingById, saveNewRecording, saveRecording } from './store.ts'

/** What a recording begins with. Nobody was asked, and the agency alone sees it, unless it says otherwise. */
export type Added = Pick<Said, 'title'> &
  Partial<Said> & {
    id: string
    uploadId: string
    /** Of pictures: those that stand behind the first, in this order. */
    moreIds?: readonly string[]
    access?: RecordingAccess
    consent?: Consent
    /** The forms that those who were filmed have signed. */
    formIds?: string[]
  }

/** Adds a recording of a project with its uploaded file; returns its code. Posted twice it is added once. */
export const addRecording = (
  db: Db,
  actor: Actor,
  projectCode: string,
  { id, uploadId, moreIds = [], access = 'agency', consent = 'unasked', formIds = [], ...said }: Added,
  now: Date,
): Promise<string> =>
  transact(db, async (tx) => {
    const project = await holdProject(tx, projectCode)
    authorize(documentationPolicy, actor, 'add', project)
    const there = await findRecordingById(tx, id)
    if (there) return there.code
    const why = access === 'public' ? whyNotPublic(consent, formIds.length > 0) : null
    if (why !== null) throw conflict(why)
    const file = await claimUpload(tx, actor, uploadId, { kind: 'recording', id, part: 'master' }, now)
    // Of several that came together each has the forms.
    for (const formId of formIds) await claimShared(tx, actor, formId, formOf(id), now)
    const kind = kindOf(familyOf(file.mediaType))
    if (!kind) throw conflict('Berkas ini bukan film, rekaman suara, gambar, atau PDF.')
    const code = codeOf(randomBytes(8))
    const { accountId, personId } = actor
    const isAsked = consent !== 'unasked'
    const asked = { consentAt: now, consentAccountId: accountId, consentPersonId: personId }
    const notAsked = { consentAt: null, consentAccountId: null, consentPersonId: null }
    const reach = { access, consent, ...(isAsked ? asked : notAsked) }
    const author = { accountId, personId, createdAt: now }
    const ark = makeArk(tx.arkNaan, randomBytes(8))
    await saveNewRecording(tx, { id, code, projectId: project.id, kind, ...said, ...reach, ...ark, ...author })
    await recordPreservation(tx, actor, arrivalOf({ id, access }, file), now)
    if (moreIds.length > 0) await claimPictures(tx, actor, { id, kind, access }, moreIds, now)
    await beginProcessing(tx, { id, kind })
    const details = { projectId: project.id, kind, access, consent }
    await record(tx, actor, { event: 'recording.added', thing: { kind: 'recording', id }, details }, now)
    return code
  })

/** Takes a recording out of the archive, with a reason, as it was when that was asked: what came since is seen first. */
export const takeOutRecording = (
  db: Db,
  actor: Actor,
  code: string,
  { reason, revision }: { reason: string; revision: number },
  now: Date,
) =>
  change(db, actor, code, 'takeOut', now, (recording) => {
    compareRevision(recording.revision, revision)
    return takeOut(recording, reason, now)
  })

/** Brings it back, as it was when that was asked. */
export const bringBackRecording = (db: Db, actor: Actor, code: string, { revision }: { revision: number }, now: Date) =>
  change(db, actor, code, 'bringBack', now, (recording) => {
    compareRevision(recording.revision, revision)
    return bringBack(recording)
  })

const events = {
  takeOut: 'recording.removed',
  bringBack: 'recording.restored',
} as const

/** What each act is in the life of the object. */
const happens = { takeOut: 'deaccession', bringBack: 'accession' } as const

const change = (
  db: Db,
  actor: Actor,
  code: string,
  act: keyof typeof events,
  now: Date,
  rule: (recording: Recording) => Recording,
) =>
  transact(db, async (tx) => {
    const row = await holdFor(tx, actor, code, act)
    await saveRecording(tx, rule(row))
    await recordPreservation(tx, actor, { recordingId: row.id, kind: happens[act] }, now)
    const thing = itself(row)
    await record(tx, actor, { event: events[act], thing, details: { projectId: row.projectId } }, now)
  })
