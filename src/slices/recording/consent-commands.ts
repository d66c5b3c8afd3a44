import { type Db, type Tx, transact } from '#db'
import { claimUpload, listFilesOf, removeFile } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { recordPreservation } from '#preservation'
import { changesOf, type Reach, reachOut } from './consent.ts'
import { holdFor, itself } from './held.ts'
import { recordingPolicy } from './policy.ts'
import { placeOf, saveNext } from './store.ts'
import { hasGrownUnseen, listEarlier } from './version-store.ts'

/** What is asked of a reach: the forms that are added, and those that are taken away again. */
export type Asked = Reach & { revision: number; uploadIds: string[]; removedIds: string[] }

/**
 * Says who may see a recording from when on, and what those who were filmed have said, with the forms they signed. Each
 * of the three that changes is an entry of its own.
 */
export const settleReach = (
  db: Db,
  actor: Actor,
  code: string,
  { revision, uploadIds, removedIds, ...wanted }: Asked,
  now: Date,
) =>
  transact(db, async (tx) => {
    const row = await holdFor(tx, actor, code, 'change')
    compareRevision(row.revision, revision)
    const { id, projectId } = row
    const isOpened = wanted.access === 'public' && row.access !== 'public'
    const mayVouch = can(recordingPolicy, actor, 'vouch', { ...row, place: placeOf(row) })
    if (isOpened && !mayVouch && (await waitsForALook(tx, id))) throw conflict(looksFirst)
    for (const fileId of removedIds) await removeForm(tx, id, fileId)
    for (const uploadId of uploadIds) await claimUpload(tx, actor, uploadId, formOf(id), now)
    const forms = await listForms(tx, id)
    const after = reachOut(row, wanted, forms.length > 0)
    const { access, embargoUntil, consent, consentOn } = after
    const changes = changesOf(row, after)
    const isSaid = changes.includes('consent') || uploadIds.length > 0 || removedIds.length > 0
    const by = { consentAt: now, consentAccountId: actor.accountId, consentPersonId: actor.personId }
    await saveNext(tx, row, { access, embargoUntil, consent, consentOn, ...(isSaid && by) })
    if (changes.length > 0) {
      const figures = { access, embargoUntil, consent }
      await recordPreservation(tx, actor, { recordingId: id, kind: 'policy assignment', figures }, now)
    }
    const thing = itself(row)
    if (changes.includes('access')) {
      const details = { projectId, from: row.access, to: access }
      await record(tx, actor, { event: 'recording.access-changed', thing, details }, now)
    }
    if (changes.includes('embargo')) {
      const details = { projectId, from: row.embargoUntil, to: embargoUntil }
      await record(tx, actor, { event: 'recording.embargo-changed', thing, details }, now)
    }
    if (isSaid) {
      const details = { projectId, from: row.consent, to: consent, forms: forms.length }
      await record(tx, actor, { event: 'recording.consent-recorded', thing, details }, now)
    }
  })

/** Whether other originals came in, which nobody who keeps the documentation may have seen yet (decision 20). */
const waitsForALook = async (tx: Tx, id: string): Promise<boolean> =>
  (await listEarlier(tx, id)).length > 0 || (await hasGrownUnseen(tx, id))

const looksFirst =
  'Berkas dokumentasi ini pernah diganti atau ditambah. Sekretariat atau penanggung jawab dokumentasi melihatnya dahulu, lalu membukanya untuk umum.'

/** Where the forms of a recording lie. */
export const formOf = (id: string) => ({ kind: 'recording' as const, id, part: 'consent' })

const listForms = async (db: Db, id: string) =>
  (await listFilesOf(db, 'recording', [id])).filter(({ part }) => part === 'consent')

async function removeForm(tx: Tx, id: string, fileId: string): Promise<void> {
  if ((await listForms(tx, id)).some((form) => form.id === fileId)) await removeFile(tx, fileId, formOf(id))
}
