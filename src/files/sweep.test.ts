import { randomUUID } from 'node:crypto'
import { chmod, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { transact } from '#db'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { receiveFile } from './arrive.ts'
import { claimUpload, removeFile } from './claim.ts'
import { checkFixity } from './fixity.ts'
import { bytesOf } from './hashing.ts'
import { dbOf, makeActor } from './make-app.ts'
import { keepBlobs } from './store.ts'
import { pruneUploads } from './sweep.ts'

const database = await freshDatabase()
const folder = freshFolder()
const files = makeFiles(folder)
const owner = await makeActor(database)
const db = dbOf(database, owner)
const now = new Date('2026-11-24T09:00:00Z')
const daysLater = (count: number) => new Date(now.getTime() + count * 86_400_000)

async function upload(content: string): Promise<{ id: string; sha256: string }> {
  const sent = { actor: owner, name: 'catatan.txt', size: content.length, source: bytesOf(Buffer.from(content)) }
  const arrival = await receiveFile(db, files, sent, now)
  if ('refused' in arrival) throw new Error(arrival.refused)
  // Put at the time that the test says it is.
  await utimes(blobPath(arrival.upload.sha256), now, now)
  return arrival.upload
}

const blobPath = (sha256: string) => path.join(folder, 'files', owner.agencyId, sha256)
const decree = () => ({ kind: 'decree', id: randomUUID() }) as const
const kept = async () => (await readdir(path.join(folder, 'files', owner.agencyId))).length

describe('pruning', () => {
  it('takes an unclaimed upload after its days and its blob with it, and leaves a file', async () => {
    const claimed = await upload('dipakai')
    await transact(db, (tx) => claimUpload(tx, owner, claimed.id, decree(), now))
    await upload('dilupakan')
    expect(await pruneUploads(database, files, daysLater(6))).toEqual({ uploads: 0, blobs: 0, bytes: 0 })
    expect(await pruneUploads(database, files, daysLater(8))).toEqual({ uploads: 1, blobs: 1, bytes: 9 })
    expect(await files.blobs.sizeOf(owner.agencyId, claimed.sha256)).toBe(7)
  })

  it('takes a blob only with its last row, and not on the day on which it was put', async () => {
    const [first, second] = [await upload('sama'), await upload('sama')]
    const [one, other] = [decree(), decree()]
    await transact(db, (tx) => claimUpload(tx, owner, first.id, one, now))
    await transact(db, (tx) => claimUpload(tx, owner, second.id, other, now))
    await transact(db, (tx) => removeFile(tx, first.id, one))
    expect((await pruneUploads(database, files, daysLater(3))).blobs).toBe(0)
    await transact(db, (tx) => removeFile(tx, second.id, other))
    expect((await pruneUploads(database, files, daysLater(0.9))).blobs).toBe(0)
    expect((await pruneUploads(database, files, daysLater(3))).blobs).toBe(1)
  })

  it('leaves blobs alone while a backup reads them', async () => {
    const { id } = await upload('sedang dicadangkan')
    await database.query.deleteFrom('upload').where('id', '=', id).execute()
    const before = await kept()
    await transact(db, async (tx) => {
      await keepBlobs(tx)
      expect((await pruneUploads(database, files, daysLater(3))).blobs).toBe(0)
    })
    expect(await kept()).toBe(before)
    expect((await pruneUploads(database, files, daysLater(3))).blobs).toBe(1)
  })

  it('takes parts of which no row knows', async () => {
    const stray = path.join(files.uploadFolder, randomUUID())
    await writeFile(stray, 'separuh')
    await utimes(stray, now, now)
    await writeFile(`${stray}.json`, '{}')
    await pruneUploads(database, files, daysLater(0.5))
    expect(await readdir(files.uploadFolder)).toHaveLength(2)
    await pruneUploads(database, files, daysLater(2))
    expect(await readdir(files.uploadFolder)).toEqual([])
  })
})

describe('fixity', () => {
  it('finds what is missing and what was changed, and mends it from a copy that is whole', async () => {
    const [gone, spoilt] = [await upload('hilang'), await upload('berubah')]
    await rm(blobPath(gone.sha256))
    await chmod(blobPath(spoilt.sha256), 0o600)
    await writeFile(blobPath(spoilt.sha256), 'berubaH')
    const found = await checkFixity(database, files)
    expect(found.spoilt.map(({ sha256, why }) => [sha256, why]).sort()).toEqual(
      [
        [gone.sha256, 'missing'],
        [spoilt.sha256, 'changed'],
      ].sort(),
    )
    async function* findCopy(_: string, sha256: string) {
      yield bytesOf(Buffer.from('also spoilt'))
      if (sha256 === spoilt.sha256) yield bytesOf(Buffer.from('berubah'))
    }
    const mended = await checkFixity(database, files, { findCopy })
    expect(mended.spoilt.filter((one) => one.isMended).map((one) => one.sha256)).toEqual([spoilt.sha256])
    expect((await checkFixity(database, files)).spoilt.map((one) => one.sha256)).toEqual([gone.sha256])
  })

  it('reads as many as the sample asks for', async () => {
    expect(await checkFixity(database, files, { sample: 1 })).toMatchObject({ checked: 1 })
  })
})
