import { randomUUIDv7 } from 'node:crypto'
import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { insert, transact, update } from '#db'
import { claimUpload } from '#files'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
const earlier = new Date(testNow.getTime() - 60_000)
let scene: Scene
let projectId: string
let code: string
let made = 0
/** A photograph that says where it was taken. */
const photograph = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#204060' } })
  .withExif({ IFD0: { Make: 'TeleponDinas' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 10/1 0/1' } })
  .jpeg()
  .toBuffer()

/** A picture of one side of the project. Returns its id. */
async function addPicture(part: string, at = earlier, name = 'foto.jpg', bytes = photograph) {
  const id = await upload(files, scene.db, scene.agent, { name, bytes }, at)
  await transact(scene.db, (tx) => claimUpload(tx, scene.agent, id, { kind: 'project', id: projectId, part }, at))
  return id
}

beforeEach(async () => {
  scene = await makeScene(database)
  code = `b7k3m9q${made++}`
  const { id, planId } = await makeRunningProject(scene.db, scene, { code })
  projectId = id
  const words = { beforeWords: 'Antrean panjang.', afterWords: 'Antrean satu.' }
  const finish = { id: randomUUIDv7(), projectId, planId, ...words, finishedAt: earlier, confirmedAt: earlier }
  await insert(scene.db, 'finish', finish).execute()
  await update(scene.db, 'project').set({ state: 'closed' }).where('id', '=', projectId).execute()
})

const post = async (actor: Actor, act: string, revision: number, more = {}) =>
  app.request(`/proyek/${code}/${act}`, {
    method: 'POST',
    headers: await scene.headersOf(actor),
    body: new URLSearchParams({ revision: String(revision), ...more }),
  })
const publish = async () => {
  await post(scene.agent, 'setuju-disebut', 1)
  expect((await post(scene.secretariat, 'terbitkan', 1)).status).toBe(303)
}
const picture = (id: string) => app.request(`/galeri/${code}/gambar/${id}`)
const page = async () => (await app.request(`/galeri/${code}`)).text()

test('before and after are shown to everybody, and no picture says where it was taken', async () => {
  const before = await addPicture('before')
  await publish()
  expect(await page()).toContain('Antrean panjang.')
  expect(await page()).toContain(`src="/galeri/${code}/gambar/${before}"`)
  const answer = await picture(before)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  const copy = Buffer.from(await answer.arrayBuffer())
  expect(copy.includes('TeleponDinas')).toBe(false)
  expect((await sharp(copy).metadata()).exif).toBeUndefined()
  const kept = await app.request(`/berkas/${before}`, { headers: await scene.headersOf(scene.agent) })
  expect(Buffer.from(await kept.arrayBuffer())).toEqual(photograph)
  const headers = { 'if-none-match': answer.headers.get('etag') ?? '' }
  expect((await app.request(`/galeri/${code}/gambar/${before}`, { headers })).status).toBe(304)
})

test('nothing is shown before the secretariat publishes it, nor after it is taken back', async () => {
  const before = await addPicture('before')
  expect((await picture(before)).status).toBe(404)
  await publish()
  expect((await picture(before)).status).toBe(200)
  await post(scene.agent, 'cabut-persetujuan', 2)
  expect((await picture(before)).status).toBe(404)
})

test('what came after the publishing, other files and what cannot be stripped are not shown', async () => {
  const later = await addPicture('after', new Date(testNow.getTime() + 60_000))
  const start = await addPicture('start')
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
  const other = await addPicture('after', earlier, 'foto.gif', gif)
  await publish()
  for (const id of [later, start, other, randomUUIDv7(), 'apa']) expect((await picture(id)).status).toBe(404)
  expect(await page()).not.toContain('/gambar/')
})

test('a finish that its head has not confirmed is not shown', async () => {
  const before = await addPicture('before')
  await update(scene.db, 'finish').set({ confirmedAt: null }).where('projectId', '=', projectId).execute()
  await publish()
  expect((await picture(before)).status).toBe(404)
  expect(await page()).not.toContain('Antrean panjang.')
})
