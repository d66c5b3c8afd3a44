import { appendFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { beforeEach, expect, test } from 'vitest'
import { type Blobs, type FindCopy, joinBlobs, openLocalFolder, type Storage, storagesOf } from '#files'
import { listEntries } from '#journal'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { addFilm } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { checkOn } from './fixity-commands.ts'
import { fixityFigures } from './fixity-store.ts'
import { listPreservation } from './store.ts'

const week = 7 * 86_400_000
const database = await freshDatabase()
let folder: string
let files: ReturnType<typeof makeFiles>
let scene: Scene
let recordingId: string
let at = testNow.getTime()
/** Two storages, of which the first takes what is new, with one film in the first. */
let bucket: Blobs
let old: Blobs

beforeEach(async () => {
  at += 2 * week
  folder = freshFolder()
  files = makeFiles(folder)
  await database.pool.query('delete from file')
  scene = await makeScene(database)
  await makeRunningProject(scene.db, scene)
  recordingId = (await addFilm(scene, files, 'b7k3m9qt')).id
  bucket = files.blobs
  old = openLocalFolder(freshFolder())
})

const none: FindCopy = async function* find() {}
const check = ({ storage }: { storage: Storage }) =>
  checkOn(database, { storage, rest: async () => undefined, clock: () => new Date(at) }, new Date(at + 1000))
const spoil = async () => appendFile(path.join(folder, 'files', scene.agencyId, await hashOf()), 'x')
const fixityEvents = async () =>
  (await listPreservation(scene.db, recordingId, 1)).rows
    .filter(({ kind }) => kind === 'fixity check')
    .map(({ detail, outcome }) => `${detail} ${outcome}`)
    .toSorted()
const alarms = async () => (await listEntries(scene.db, 1, { event: 'agency.files-spoilt' })).total

const rounds = async (but: { bucket?: Blobs } = {}) => {
  const kept = [
    { name: 's3', blobs: but.bucket ?? bucket },
    { name: 'local', blobs: old },
  ] as const
  const ended = []
  for (const storage of storagesOf(kept, [], none)) ended.push(await check({ storage }))
  return ended.map((round) => [round?.checked, round?.spoilt, round?.mended])
}
const [inBucket, inFolder, everywhere] = [['s3'], ['local'], ['local', 's3']]
const checkedIn = async () => {
  const { rows } = await database.pool.query(`select storage from fixity_check where agency_id = $1 order by storage`, [
    scene.agencyId,
  ])
  return rows.map(({ storage }) => storage)
}
const hashOf = async () =>
  (await scene.db.query.selectFrom('file').select('sha256').where('thingId', '=', recordingId).executeTakeFirst())
    ?.sha256 ?? ''
const read = (blobs: Blobs, sha256: string) => buffer(blobs.open(scene.agencyId, sha256))
const copy = async (from: Blobs, to: Blobs) => to.put(scene.agencyId, from.open(scene.agencyId, await hashOf()))
const moveOut = async () => {
  await copy(bucket, old)
  await bucket.remove(scene.agencyId, await hashOf())
}

test('each says what lies there: of what is not moved yet the bucket says nothing, and nobody is alarmed', async () => {
  await moveOut()
  expect(await rounds()).toEqual([
    [0, 0, 0],
    [1, 0, 0],
  ])
  expect([await checkedIn(), await alarms()]).toEqual([inFolder, 0])
  const app = makeApp(database, undefined, { files, storages: ['s3', 'local'] })
  const headers = await scene.headersOf(scene.secretariat)
  const page = await (await app.request('/pengaturan/keutuhan', { headers })).text()
  expect(page).toContain('1 terletak di tempat simpan lain atau belum pernah diperiksa')
  expect(page).toMatch(
    /Tidak ada isi berkas instansi ini di sini[\s\S]*Folder di server[\s\S]*Semua yang diperiksa utuh/,
  )
  // Moved by now, and emptied by the move: the folder says nothing of it any more.
  await copy(old, bucket)
  await old.remove(scene.agencyId, await hashOf())
  at += week
  expect(await rounds()).toEqual([
    [1, 0, 0],
    [0, 0, 0],
  ])
  expect([await checkedIn(), await alarms()]).toEqual([inBucket, 0])
})

test('what is spoilt in one is mended from the other, which is whole, and each says its own', async () => {
  await copy(bucket, old)
  await spoil()
  expect(await rounds()).toEqual([
    [1, 1, 1],
    [1, 0, 0],
  ])
  expect((await read(bucket, await hashOf())).equals(await read(old, await hashOf()))).toBe(true)
  expect([await checkedIn(), await fixityEvents()]).toEqual([
    everywhere,
    ['changed failure', 'first success', 'mended success'],
  ])
})

test('what the bucket had and lost is put there again from the folder; what neither has is missing once', async () => {
  await copy(bucket, old)
  await rounds()
  await bucket.remove(scene.agencyId, await hashOf())
  at += week
  expect(await rounds()).toEqual([
    [1, 1, 1],
    [1, 0, 0],
  ])
  await joinBlobs([bucket, old]).remove(scene.agencyId, await hashOf())
  at += week
  expect(await rounds()).toEqual([
    [1, 1, 0],
    [0, 0, 0],
  ])
  expect(await fixityFigures(database)).toMatchObject({ spoilt: 1 })
})

test('what is moved between the two looks is not missing', async () => {
  await moveOut()
  const sha256 = await hashOf()
  let looks = 0
  const sizeOf: Blobs['sizeOf'] = async (...key) => {
    looks += 1
    const size = await bucket.sizeOf(...key)
    if (looks > 1) return size
    await copy(old, bucket)
    await old.remove(scene.agencyId, sha256)
    return size
  }
  expect(await rounds({ bucket: { ...bucket, sizeOf } })).toEqual([
    [1, 0, 0],
    [0, 0, 0],
  ])
  expect([await checkedIn(), await alarms()]).toEqual([inBucket, 0])
})

test('what is taken away between the look and the reading is read where it lies', async () => {
  await copy(bucket, old)
  const sizeOf: Blobs['sizeOf'] = async (...key) => {
    const size = await old.sizeOf(...key)
    await old.remove(...key)
    return size
  }
  const kept = [
    { name: 's3', blobs: bucket },
    { name: 'local', blobs: { ...old, sizeOf } },
  ] as const
  for (const storage of storagesOf(kept, [], none)) expect(await check({ storage })).toMatchObject({ spoilt: 0 })
  expect(await checkedIn()).toEqual(inBucket)
})
