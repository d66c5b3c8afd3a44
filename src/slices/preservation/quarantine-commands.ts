import { type Db, transact } from '#db'
import { dropQuarantined, type Files, holdQuarantined, removeParts, saveChecked } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { quarantinePolicy } from './policy.ts'
import { letIn } from './quarantine.ts'

/** Lets a file come in that was too large to be checked; whoever uploaded it sends its form again. */
export const letInUpload = (db: Db, actor: Actor, id: string, now: Date) =>
  transact(db, async (tx) => {
    const upload = await holdQuarantined(tx, id)
    authorize(quarantinePolicy, actor, 'letIn', upload)
    await saveChecked(tx, id, 'too_large', { quarantine: letIn(upload), threat: null })
    const details = { uploadId: id, uploaderId: upload.accountId, size: upload.size }
    await record(tx, actor, { event: 'agency.upload-let-in', thing: { kind: 'agency', id: db.agencyId }, details }, now)
  })

/** Takes a file out of quarantine and away, with its bytes. */
export async function removeQuarantined(db: Db, files: Files, actor: Actor, id: string, now: Date): Promise<void> {
  await transact(db, async (tx) => {
    const upload = await holdQuarantined(tx, id)
    authorize(quarantinePolicy, actor, 'remove', upload)
    await dropQuarantined(tx, id)
    const { accountId, size, quarantine, threat } = upload
    const details = { uploadId: id, uploaderId: accountId, size, state: quarantine, threat }
    await record(
      tx,
      actor,
      { event: 'agency.upload-removed', thing: { kind: 'agency', id: db.agencyId }, details },
      now,
    )
  })
  await removeParts(files, id)
}
