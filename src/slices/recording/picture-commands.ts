import { type Db, type Tx, transact } from '#db'
import { changePart, claimUpload, familyOf, removeDerivatives } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { compareRevision, conflict, notFound } from '#kit/refusal.ts'
import { recordPreservation } from '#preservation'
import { arrivalOf } from './arrival.ts'
import { holdFor, itself } from './held.ts'
import { arrange, madeNames, type Placed, refuseLast, refuseMore } from './picture-set.ts'
import { listPictures, type Picture, savePictures } from './picture-store.ts'
import { makeAnew } from './processing-commands.ts'
import { kindOf, refuseRemoved } from './recording.ts'
import { settleSeen } from './seen-commands.ts'
import { type RecordingRow, saveNext } from './store.ts'
import { addEarlier } from './version-store.ts'

/** A step: these uploads are from now on pictures of the recording, behind those that it has; what is there stays once. */
export async function claimPictures(
  tx: Tx,
  actor: Actor,
  recording: Pick<RecordingRow, 'id' | 'kind' | 'access'>,
  uploadIds: readonly string[],
  now: Date,
): Promise<void> {
  const there = await listPictures(tx, recording.id)
  const fresh = [...new Set(uploadIds)].filter((id) => !there.some(({ fileId }) => fileId === id))
  refuseMore(recording.kind, there.length + fresh.length)
  for (const uploadId of fresh) {
    const file = await claimUpload(tx, actor, uploadId, { ...itself(recording), part: 'picture' }, now)
    if (kindOf(familyOf(file.mediaType)) !== 'picture') throw conflict(`${file.name} bukan gambar.`)
    // Who may see it was said of the whole recording.
    const arrived = arrivalOf(recording, file).filter(({ kind }) => kind !== 'policy assignment')
    await recordPreservation(tx, actor, arrived, now)
  }
  const added = fresh.map((fileId) => ({ fileId, caption: '' }))
  await savePictures(tx, recording.id, [...there, ...added])
}

/**
 * Adds pictures to a recording of pictures. Whoever is seen in them is asked anew, unless they show the same people; what
 * the people of the others signed is still theirs. What was before the public waits as for a replaced file (decision 20).
 */
export const addPictures = (
  db: Db,
  actor: Actor,
  code: string,
  { revision, uploadIds, isSamePeople }: { revision: number; uploadIds: string[]; isSamePeople: boolean },
  now: Date,
) =>
  change(db, actor, code, revision, async (tx, row) => {
    await claimPictures(tx, actor, row, uploadIds, now)
    await makeAnew(tx, row)
    const access = await settleSeen(tx, actor, row, { isSamePeople, papers: [] }, now)
    const { projectId } = row
    const seen = { asksAnew: !isSamePeople, wasPublic: row.access === 'public', access }
    const details = { projectId, count: uploadIds.length, ...seen }
    await record(tx, actor, { event: 'recording.pictures-added', thing: itself(row), details }, now)
  })

/** Puts the pictures in another order, and says what each shows; the first stands for all of them. */
export const arrangePictures = (
  db: Db,
  actor: Actor,
  code: string,
  { revision, pictures }: { revision: number; pictures: Placed[] },
  now: Date,
) =>
  change(db, actor, code, revision, async (tx, row) => {
    const there = await listPictures(tx, row.id)
    const arranged = arrange(there, pictures)
    await savePictures(tx, row.id, arranged)
    const [before, first] = [there[0], arranged[0]]
    if (before && first && first.fileId !== before.fileId) {
      await changePart(tx, before.fileId, itself(row), 'picture')
      await putFirst(tx, row, first.fileId)
    }
    await saveNext(tx, row, {})
    await recordPreservation(tx, actor, { recordingId: row.id, kind: 'metadata modification' }, now)
    const details = { projectId: row.projectId }
    await record(tx, actor, { event: 'recording.pictures-arranged', thing: itself(row), details }, now)
  })

/** Takes one picture out of a set, with a reason. Its file is kept with the past of the recording. */
export const takeOutPicture = (
  db: Db,
  actor: Actor,
  code: string,
  { revision, fileId, reason }: { revision: number; fileId: string; reason: string },
  now: Date,
) =>
  change(db, actor, code, revision, async (tx, row) => {
    const there = await listPictures(tx, row.id)
    const picture = there.find((one) => one.fileId === fileId)
    if (!picture) throw notFound()
    refuseLast(there)
    await keepAsEarlier(tx, actor, row, { picture, reason }, now)
    // The cover too: it may be of this picture though another stands first since.
    await removeDerivatives(tx, row.id, [...Object.values(madeNames(fileId)), 'poster.webp'])
    const next = there.find((one) => one.fileId !== fileId)
    if (picture.part === 'master' && next) await putFirst(tx, row, next.fileId)
    else await makeAnew(tx, row)
    await saveNext(tx, row, {})
    const details = { projectId: row.projectId, fileId, wasPublic: row.access === 'public' }
    await record(tx, actor, { event: 'recording.picture-taken-out', thing: itself(row), details }, now)
  })

async function keepAsEarlier(
  tx: Tx,
  actor: Actor,
  row: RecordingRow,
  { picture: { fileId }, reason }: { picture: Picture; reason: string },
  now: Date,
): Promise<void> {
  await changePart(tx, fileId, itself(row), 'earlier')
  const { accountId, personId } = actor
  const by = { accountId, personId }
  await addEarlier(tx, { recordingId: row.id, fileId, reason, replacedAt: now, isTakenOut: true, ...by })
  const file = { id: fileId, part: 'earlier' }
  const happened = { recordingId: row.id, file, kind: 'deaccession', detail: 'picture' } as const
  await recordPreservation(tx, actor, happened, now)
}

/** The picture is from now on the recording's own original, of which its cover is made. */
async function putFirst(tx: Tx, row: RecordingRow, fileId: string): Promise<void> {
  await changePart(tx, fileId, itself(row), 'master')
  await makeAnew(tx, row)
}

const change = (
  db: Db,
  actor: Actor,
  code: string,
  revision: number,
  work: (tx: Tx, row: RecordingRow) => Promise<void>,
) =>
  transact(db, async (tx) => {
    const row = await holdFor(tx, actor, code, 'change')
    compareRevision(row.revision, revision)
    refuseRemoved(row)
    await work(tx, row)
  })
