import type { Tx } from '#db'
import { changePart, type StoredFile } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { itself } from './held.ts'
import { recordingPolicy } from './policy.ts'
import type { RecordingAccess } from './recording.ts'
import { placeOf, type RecordingRow, saveNext } from './store.ts'

/** Whether the new original shows the same people, and what those of an earlier one have signed, which it ends. */
type Seen = { isSamePeople: boolean; papers: readonly StoredFile[] }

/**
 * A step of whatever brings other originals into a recording: whoever is seen in them is asked anew, and what was before
 * the public waits until somebody who keeps the documentation has looked. Returns who may see it now.
 */
export async function settleSeen(
  tx: Tx,
  actor: Actor,
  row: RecordingRow,
  { isSamePeople, papers }: Seen,
  now: Date,
): Promise<RecordingAccess> {
  const isVouchedFor = isSamePeople && can(recordingPolicy, actor, 'vouch', { ...row, place: placeOf(row) })
  const access = row.access === 'public' && !isVouchedFor ? 'agency' : row.access
  if (isSamePeople) {
    await saveNext(tx, row, { duration: null, access })
    await recordAccess(tx, actor, row, access, now)
  } else await askAnew(tx, actor, row, papers, access, now)
  return access
}

/** Nobody in the new original was asked yet: what others signed stays as a paper of the earlier one, and counts no more. */
async function askAnew(
  tx: Tx,
  actor: Actor,
  row: RecordingRow,
  papers: readonly StoredFile[],
  access: RecordingAccess,
  now: Date,
): Promise<void> {
  const { projectId } = row
  const thing = itself(row)
  for (const form of papers) await changePart(tx, form.id, thing, 'earlier-consent')
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
  await record(tx, actor, { event: 'recording.access-changed', thing: itself(row), details }, now)
}
