import { type Db, type Tx, transact } from '#db'
import { changePart, claimUpload, familyOf, listFilesOf, type StoredFile } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize, can } from '#kit/policy.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { recordPreservation } from '#preservation'
import { arrivalOf } from './arrival.ts'
import { recordingPolicy } from './policy.ts'
import { beginProcessing } from './processing-commands.ts'
import { kindOf, type RecordingAccess, refuseRemoved } from './recording.ts'
import { holdRecording, placeOf, type RecordingRow, saveNext } from './store.ts'
import { addEarlier } from './version-store.ts'

export type Replaced = { revision: number; uploadId: string; reason: string; isSamePeople: boolean }

/**
 * Puts another original in the place of a recording's. The earlier one is kept with who, when and why. Whoever is seen
 * in the new one is asked anew, unless it shows the same people: until then the public does not see it. And what was
 * before the public is there again only once somebody who keeps the documentation has looked (decision 20).
 */
export const replaceOriginal = (
  db: Db,
  actor: Actor,
  code: string,
  { revision, uploadId, reason, isSamePeople }: Replaced,
  now: Date,
) =>
  transact(db, async (tx) => {
    const row = await holdRecording(tx, code)
    authorize(recordingPolicy, actor, 'change', row && { ...row, place: placeOf(row) })
    if (!row) return
    compareRevision(row.revision, revision)
    refuseRemoved(row)
    const { id, projectId } = row
    const thing = { kind: 'recording' as const, id }
    const files = await listFilesOf(tx, 'recording', [id])
    const master = files.find(({ part }) => part === 'master')
    if (master) {
      await changePart(tx, master.id, thing, 'earlier')
      const { accountId, personId } = actor
      await addEarlier(tx, { recordingId: id, fileId: master.id, reason, replacedAt: now, accountId, personId })
    }
    const file = await claimUpload(tx, actor, uploadId, { ...thing, part: 'master' }, now)
    if (kindOf(familyOf(file.mediaType)) !== row.kind)
      throw conflict('Berkas penggantinya harus sejenis. Tambahkan sebagai dokumentasi baru bila jenisnya lain.')
    await beginProcessing(tx, row)
    const isVouchedFor = isSamePeople && can(recordingPolicy, actor, 'vouch', { ...row, place: placeOf(row) })
    const access = row.access === 'public' && !isVouchedFor ? 'agency' : row.access
    if (isSamePeople) {
      await saveNext(tx, row, { duration: null, access })
      await recordAccess(tx, actor, row, access, now)
    } else await askAnew(tx, actor, row, files, access, now)
    await recordPreservation(tx, actor, arrivalOf({ id, access }, file), now)
    const details = {
      projectId,
      earlierFileId: master?.id ?? null,
      fileId: file.id,
      asksAnew: !isSamePeople,
      wasPublic: row.access === 'public',
      access,
    }
    await record(tx, actor, { event: 'recording.file-replaced', thing, details }, now)
  })

/** Nobody in the new original was asked yet: what others signed stays as a paper of the earlier one, and counts no more. */
async function askAnew(
  tx: Tx,
  actor: Actor,
  row: RecordingRow,
  files: StoredFile[],
  access: RecordingAccess,
  now: Date,
): Promise<void> {
  const { id, projectId } = row
  const thing = { kind: 'recording' as const, id }
  for (const form of files.filter(({ part }) => part === 'consent'))
    await changePart(tx, form.id, thing, 'earlier-consent')
  const nobody = { consentOn: null, consentAt: null, consentAccountId: null, consentPersonId: null }
  await saveNext(tx, row, { duration: null, consent: 'unasked', access, ...nobody })
  await recordAccess(tx, actor, row, access, now)
  if (row.consent !== 'unasked') {
    const details = { projectId, from: row.consent, to: 'unasked', forms: 0 }
    await record(tx, actor, { event: 'recording.consent-recorded', thing, details }, now)
  }
}

async function recordAccess(
  tx: Tx,
  actor: Actor,
  row: RecordingRow,
  access: RecordingAccess,
  now: Date,
): Promise<void> {
  if (access === row.access) return
  const details = { projectId: row.projectId, from: row.access, to: access }
  await record(tx, actor, { event: 'recording.access-changed', thing: { kind: 'recording', id: row.id }, details }, now)
}
