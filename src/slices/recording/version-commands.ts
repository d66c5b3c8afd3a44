import { type Db, transact } from '#db'
import { changePart, claimUpload, familyOf, listFilesOf } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { recordPreservation } from '#preservation'
import { arrivalOf } from './arrival.ts'
import { holdFor, itself } from './held.ts'
import { refuseSet } from './picture-set.ts'
import { listPictures } from './picture-store.ts'
import { beginProcessing } from './processing-commands.ts'
import { kindOf, refuseRemoved } from './recording.ts'
import { settleSeen } from './seen-commands.ts'
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
    const row = await holdFor(tx, actor, code, 'change')
    compareRevision(row.revision, revision)
    refuseRemoved(row)
    const { id, projectId } = row
    const thing = itself(row)
    const files = await listFilesOf(tx, 'recording', [id])
    const master = files.find(({ part }) => part === 'master')
    refuseSet(await listPictures(tx, id))
    if (master) {
      await changePart(tx, master.id, thing, 'earlier')
      const { accountId, personId } = actor
      await addEarlier(tx, { recordingId: id, fileId: master.id, reason, replacedAt: now, accountId, personId })
    }
    const file = await claimUpload(tx, actor, uploadId, { ...thing, part: 'master' }, now)
    if (kindOf(familyOf(file.mediaType)) !== row.kind)
      throw conflict('Berkas penggantinya harus sejenis. Tambahkan sebagai dokumentasi baru bila jenisnya lain.')
    await beginProcessing(tx, row)
    const papers = files.filter(({ part }) => part === 'consent')
    const access = await settleSeen(tx, actor, row, { isSamePeople, papers }, now)
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
