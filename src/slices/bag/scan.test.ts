import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { inFolder } from '#bagit'
import { testNow } from '#test/app.ts'
import { startClamd, virus } from '#test/clamd.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { addFilm, film } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene } from '#test/scene.ts'
import { exportBag } from './export-commands.ts'
import { importBag } from './import-commands.ts'

const here = await freshDatabase()
const there = await freshDatabase()
const daemon = await startClamd()
const theirs = makeFiles(freshFolder(), { scanner: daemon.scanner })

beforeEach(() => {
  daemon.mood = 'well'
  daemon.most = 1_000_000
})

/** A bag of one film, in an installation without a scanner. */
async function makeBag(code: string, bytes: Buffer): Promise<string> {
  const scene = await makeScene(here)
  const files = makeFiles(freshFolder())
  await makeRunningProject(scene.db, scene, { code, title: 'Layanan rujukan' })
  await addFilm(scene, files, code, { bytes })
  const bag = path.join(freshFolder(), 'kantong')
  const scope = { project: code }
  const url = 'https://rintis.example.go.id'
  await exportBag(here, files.blobs, { scope, agencyId: scene.agencyId, to: await inFolder(bag), url, now: testNow })
  return bag
}

const take = (from: string, but: { dryRun?: boolean; letsIn?: boolean } = {}) =>
  importBag(there, theirs, { from, dryRun: false, now: testNow, ...but })

test('a bag with a virus in it is refused with where it is, and nothing of it is kept', async () => {
  const bag = await makeBag('b7k3m9qt', Buffer.concat([film, virus]))
  for (const dryRun of [true, false])
    expect(await take(bag, { dryRun, letsIn: true })).toMatchObject({
      added: 0,
      refused: [expect.stringMatching(/^film\.mp4: terjangkit virus \(Uji\.Virus\), di data\/objects\/.+/)],
    })
  expect(await theirs.blobs.agencies()).toEqual([])
})

test('what is too large for the scanner comes in only where whoever imports says so', async () => {
  const bag = await makeBag('b7k3m9qu', Buffer.concat([film, Buffer.from('besar')]))
  daemon.most = 1000
  expect((await take(bag)).refused.join()).toMatch(/film\.mp4: terlalu besar untuk diperiksa dari virus.*--unchecked/)
  expect(await take(bag, { letsIn: true })).toMatchObject({ added: 1, refused: [] })
})

test('a bag waits for a scanner that is away, and comes in once it was looked at', async () => {
  const bag = await makeBag('b7k3m9qv', Buffer.concat([film, Buffer.from('bersih')]))
  daemon.mood = 'broken'
  expect((await take(bag, { letsIn: true })).refused.join()).toContain('Pemeriksa virus sedang tidak bekerja')
  daemon.mood = 'well'
  const before = daemon.streams
  expect(await take(bag)).toMatchObject({ added: 1, refused: [] })
  // Its film, behind the few bytes by which the scanner is tried.
  expect(daemon.streams).toBe(before + 2)
})
