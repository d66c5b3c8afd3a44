import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '#db'
import type { Actor } from '#kit/actor.ts'
import { conflict } from '#kit/refusal.ts'
import { removeDerivatives } from './derivative-store.ts'
import { isSettled, type StoredFile, type ThingKind } from './file.ts'
import { dropFile, findFile, holdUpload, keepBlobs, removeUpload, saveFile, savePart } from './store.ts'

/** The thing that a file belongs to, and which part of it the file is where it has several. */
export type Attachment = { kind: ThingKind; id: string; part?: string }

/** A file that was an upload until now, and what the virus scanner said of it; null where there was none. */
export type Claimed = StoredFile & { checked: 'clean' | 'let_in' | null }

const gone = 'Unggahan ini sudah tidak ada. Unggah berkasnya lagi.'

/**
 * A step: makes a settled upload of the actor's own a file of the thing; the file keeps the upload's id, and claiming
 * it twice for the same thing changes nothing. The caller has asked whether the actor may attach to it.
 */
export async function claimUpload(
  tx: Tx,
  actor: Pick<Actor, 'accountId' | 'personId'>,
  uploadId: string,
  to: Attachment,
  now: Date,
): Promise<Claimed> {
  const upload = await holdUpload(tx, uploadId)
  if (!upload) return claimedBefore(await findFile(tx, uploadId), actor, to)
  if (upload.accountId !== actor.accountId || !isSettled(upload)) throw conflict(gone)
  const { agencyId, id, sha256, size, name, mediaType, accountId } = upload
  const file: StoredFile = {
    ...{ agencyId, id, sha256, size, name, mediaType, accountId },
    thingKind: to.kind,
    thingId: to.id,
    part: to.part ?? '',
    personId: actor.personId,
    createdAt: now,
  }
  await saveFile(tx, file)
  await removeUpload(tx, uploadId)
  const { quarantine } = upload
  return { ...file, checked: quarantine === 'clean' || quarantine === 'let_in' ? quarantine : null }
}

/**
 * A step: as `claimUpload`; what the actor's form already gave to another thing as the same part is given to this one
 * too, as a file of its own with the same content.
 */
export async function claimShared(
  tx: Tx,
  actor: Pick<Actor, 'accountId' | 'personId'>,
  uploadId: string,
  to: Attachment,
  now: Date,
): Promise<void> {
  // Read under the lock that keeps its content from being swept away.
  await keepBlobs(tx)
  const file = await findFile(tx, uploadId)
  if (!file || file.thingId === to.id) {
    await claimUpload(tx, actor, uploadId, to, now)
    return
  }
  const isSame = file.thingKind === to.kind && file.part === (to.part ?? '')
  if (file.accountId !== actor.accountId || !isSame) throw conflict(gone)
  const own = { id: randomUUIDv7(), thingId: to.id, personId: actor.personId, createdAt: now }
  await saveFile(tx, { ...file, ...own })
}

/** A step: gives a file of one thing to another too, as a file of its own with the same content and giver. */
export async function shareFile(tx: Tx, fileId: string, to: Attachment, now: Date): Promise<void> {
  // Read under the lock that keeps its content from being swept away.
  await keepBlobs(tx)
  const file = await findFile(tx, fileId)
  if (!file) return
  const own = { id: randomUUIDv7(), thingKind: to.kind, thingId: to.id, part: to.part ?? '', createdAt: now }
  await saveFile(tx, { ...file, ...own })
}

function claimedBefore(file: StoredFile | undefined, actor: Pick<Actor, 'accountId'>, to: Attachment): Claimed {
  if (file?.thingId !== to.id || file.accountId !== actor.accountId) throw conflict(gone)
  return { ...file, checked: null }
}

/** A step: takes the file from its thing; what is not the thing's stays. The bytes go when nothing names them. */
export async function removeFile(tx: Tx, fileId: string, from: Attachment): Promise<StoredFile | undefined> {
  const file = await findFile(tx, fileId)
  if (file?.thingId !== from.id) return undefined
  await dropFile(tx, fileId)
  // What was made of a recording goes with what it was made of.
  if (file.thingKind === 'recording' && file.part === 'master') await removeDerivatives(tx, file.thingId)
  return file
}

/** A step: the file becomes another part of its thing; what is not the thing's stays. */
export async function changePart(tx: Tx, fileId: string, from: Attachment, part: string): Promise<void> {
  const file = await findFile(tx, fileId)
  if (file?.thingId === from.id) await savePart(tx, fileId, part)
}
