import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, remove, update } from '#db'
import { bytesOf } from '#files'
import type { Actor } from '#kit/actor.ts'
import { stopProject } from '#project'
import { addRecording, putCaption } from '#recording'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { keepLight, makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makePdf } from '#test/pdf.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
/** What was made of it: other bytes. */
const light = Buffer.concat([film, Buffer.alloc(100)])
/** The smallest picture there is. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const url = 'http://localhost:3000'
const forAll = { access: 'public', consent: 'nobody' } as const
/** A photograph that says with what it was taken, and where. */
const photograph = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#204060' } })
  .withExif({ IFD0: { Make: 'TeleponDinas' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 10/1 0/1' } })
  .jpeg()
  .toBuffer()
let made = 0
let scene: Scene
let code: string
let filmId: string
let filmCode: string

beforeEach(async () => {
  scene = await makeScene(database)
  code = `b7k3m9q${made++}`
  const said = { title: `Layanan rujukan ${made}`, presentCondition: 'Lambat.', problem: 'Tercecer.' }
  await makeRunningProject(scene.db, scene, { code, ...said })
  // What must not be seen is there to be seen.
  const nip = scene.db.vault.seal('198504122009122003')
  await update(scene.db, 'person')
    .set({ email: 'nadia@instansi.example', noNipReason: null, nipSealed: nip, nipIndex: Buffer.alloc(32, made) })
    .where('id', '=', scene.agent.personId ?? '')
    .execute()
  const uploadId = await upload(files, scene.db, scene.agent, { name: 'film.mp4', bytes: film }, testNow)
  const about = { title: 'Satu jam', description: 'Pustakawan bercerita.', ...forAll }
  filmId = randomUUIDv7()
  filmCode = await addRecording(scene.db, scene.agent, code, { id: filmId, uploadId, ...about }, testNow)
  await keepLight(files, scene.db, filmId, light)
})

const post = async (actor: Actor, act: string, revision: number, more = {}) =>
  app.request(`/proyek/${code}/${act}`, {
    method: 'POST',
    headers: await scene.headersOf(actor),
    body: new URLSearchParams({ revision: String(revision), ...more }),
  })
const publish = async () => {
  expect((await post(scene.agent, 'setuju-disebut', 1)).status).toBe(303)
  expect((await post(scene.secretariat, 'terbitkan', 1)).status).toBe(303)
}
/** What somebody without an account is answered. */
const publicStatuses = async () =>
  Promise.all([`/galeri/${code}`, `/media/${filmCode}/film.mp4`].map(async (path) => (await app.request(path)).status))

describe('a project that is not published', () => {
  test('shows nothing of itself: no page, no film, no line on the first page', async () => {
    await post(scene.agent, 'setuju-disebut', 1)
    expect(await publicStatuses()).toEqual([404, 404])
    for (const path of ['/', '/galeri']) expect(await (await app.request(path)).text()).not.toContain(code)
  })

  test('is published by the secretariat alone, and not without the agent’s agreement', async () => {
    expect((await post(scene.secretariat, 'terbitkan', 1)).status).toBe(409)
    expect((await post(scene.secretariat, 'setuju-disebut', 1)).status).toBe(403)
    await post(scene.agent, 'setuju-disebut', 1)
    expect((await post(scene.agent, 'terbitkan', 1)).status).toBe(403)
    expect((await post(scene.stranger, 'terbitkan', 1)).status).toBe(404)
  })
})

describe('a published project', () => {
  test('shows a film no longer that is for the agency, and not before the day until which it waits', async () => {
    await publish()
    const say = (what: object) => update(scene.db, 'recording').set(what).where('code', '=', filmCode).execute()
    const status = async () => (await app.request(`/media/${filmCode}/film.mp4`)).status
    const here = testNow.toISOString().slice(0, 10)
    await say({ embargoUntil: '2999-01-01' })
    expect(await status()).toBe(404)
    expect(await (await app.request(`/galeri/${code}`)).text()).not.toContain(filmCode)
    await say({ embargoUntil: here })
    expect(await status()).toBe(200)
    await say({ access: 'agency' })
    expect(await status()).toBe(404)
    expect(await (await app.request(`/galeri/${code}`)).text()).not.toContain(filmCode)
  })

  test('is read by everybody, with its film in parts, and without NIP or e-mail', async () => {
    await publish()
    for (const path of ['/', '/galeri', `/galeri/${code}`]) {
      const page = await (await app.request(path)).text()
      expect(page).toContain(`Layanan rujukan ${made}`)
      expect(page).not.toMatch(/\d{18}|1985|@instansi/)
    }
    expect(await (await app.request(`/galeri/${code}`)).text()).toContain('Nadia Kusumastuti')
    const part = await app.request(`/media/${filmCode}/film.mp4`, { headers: { range: 'bytes=0-99' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-99/${light.length}`])
    expect((await app.request(`/media/${filmCode}/poster.webp`)).status).toBe(404)
  })

  test('gives nobody outside the original of a film, which may say where it was taken', async () => {
    await publish()
    await remove(scene.db, 'derivative').where('recordingId', '=', filmId).execute()
    expect(await publicStatuses()).toEqual([200, 404])
    const pageOf = async (path: string) => (await app.request(path)).text()
    expect(await pageOf(`/galeri/dokumentasi/${filmCode}`)).toContain('Film ini sedang disiapkan')
    for (const path of [`/galeri/${code}`, `/galeri/dokumentasi/${filmCode}`])
      expect(await pageOf(path)).not.toContain('<video')
    for (const path of [`/galeri/${code}/bingkai`, `/galeri/dokumentasi/${filmCode}/bingkai`])
      expect((await app.request(path)).status).toBe(404)
    // Who may see the recording within the agency sees it as it came.
    const headers = await scene.headersOf(scene.stranger)
    expect((await app.request(`/media/${filmCode}/film.mp4`, { headers })).status).toBe(200)
    const elsewhere = await makeScene(database)
    const foreign = { headers: await elsewhere.headersOf(elsewhere.secretariat) }
    expect((await app.request(`/media/${filmCode}/film.mp4`, foreign)).status).toBe(404)
    await keepLight(files, scene.db, filmId, light)
    expect((await app.request(`/media/${filmCode}/film.mp4`, foreign)).status).toBe(200)
    expect(await publicStatuses()).toEqual([200, 200])
  })

  test('opens and shuts all that was made of a film, and its captions, with the film itself', async () => {
    const made = ['poster.webp', 'storyboard.jpg', 'storyboard.vtt', 'master.m3u8', 'v360/index.m3u8', 'v360/film.m4s']
    const blob = await files.derived.put(scene.agencyId, bytesOf(light))
    const rows = made.map((name) => ({ recordingId: filmId, name, mediaType: 'video/mp4', ...blob }))
    await insert(scene.db, 'derivative', rows).execute()
    const cues = [{ start: 0, end: 1000, text: 'Selamat pagi.' }]
    await putCaption(scene.db, scene.agent, filmCode, { track: 'id', cues, uploadId: null, revision: 0 }, testNow)
    const elsewhere = await makeScene(database)
    const whose = {
      anybody: {},
      'another agency': await elsewhere.headersOf(elsewhere.secretariat),
      'the agency': await scene.headersOf(scene.stranger),
      'the project': await scene.headersOf(scene.agent),
      'its keepers': await scene.headersOf(scene.secretariat),
    }
    /** Who gets any of it; whoever gets some gets all. */
    const readers = async () => {
      const found: string[] = []
      for (const [who, headers] of Object.entries(whose)) {
        const statuses = new Set<number>()
        for (const name of ['film.mp4', 'id.vtt', ...made])
          statuses.add((await app.request(`/media/${filmCode}/${name}`, { headers })).status)
        expect([...statuses], who).toHaveLength(1)
        if (statuses.has(200)) found.push(who)
      }
      return found
    }
    const say = (what: object) => update(scene.db, 'recording').set(what).where('code', '=', filmCode).execute()
    const [ours, all] = [Object.keys(whose).slice(2), Object.keys(whose)]
    expect(await readers()).toEqual(ours)
    await publish()
    expect(await readers()).toEqual(all)
    await say({ embargoUntil: '2999-01-01' })
    expect(await readers()).toEqual(ours)
    await say({ embargoUntil: null, access: 'team' })
    expect(await readers()).toEqual(['the project', 'its keepers'])
    await say({ access: 'public', removedAt: testNow, removedBecause: 'Keliru.' })
    expect(await readers()).toEqual(['its keepers'])
    await say({ removedAt: null, removedBecause: null })
    // Where a card elsewhere shows the film, its picture is fetched by that page itself, and nothing else is.
    const policyOf = async (name: string) =>
      (await app.request(`/media/${filmCode}/${name}`)).headers.get('cross-origin-resource-policy')
    expect([await policyOf('poster.webp'), await policyOf('film.mp4')]).toEqual(['cross-origin', 'same-origin'])
    await remove(scene.db, 'derivative').where('recordingId', '=', filmId).execute()
    for (const name of ['berkas', 'gambar', 'film.mp4', '../film.mp4', 'v360/..%2Ffilm.mp4'])
      expect((await app.request(`/media/${filmCode}/${name}`)).status, name).toBe(404)
  })

  test('shows a film that came later once it is published anew', async () => {
    await publish()
    const uploadId = await upload(files, scene.db, scene.agent, { name: 'lagi.mp4', bytes: film }, testNow)
    const added = { id: randomUUIDv7(), title: 'Film kedua', uploadId, ...forAll }
    const later = new Date(testNow.getTime() + 60_000)
    const second = await addRecording(scene.db, scene.agent, code, added, later)
    await keepLight(files, scene.db, added.id, film)
    const statusOf = async (at = app) => (await at.request(`/media/${second}/film.mp4`)).status
    const waiting = async (at = app) => {
      const headers = await scene.headersOf(scene.secretariat)
      const page = await (await at.request(`/proyek/${code}/terbit`, { headers })).text()
      return [...page.matchAll(/dokumentasi\/(\w{8})"/g)].map(([, found]) => found)
    }
    expect([await statusOf(), await waiting()]).toEqual([404, [second]])
    const next = makeApp(database, () => new Date(later.getTime() + 60_000), { files })
    const body = new URLSearchParams({ revision: '2' })
    const headers = await scene.headersOf(scene.secretariat)
    expect((await next.request(`/proyek/${code}/terbitkan`, { method: 'POST', headers, body })).status).toBe(303)
    expect([await statusOf(next), await waiting(next)]).toEqual([200, []])
  })

  test('is gone at once when it is taken back, or the agent no longer agrees', async () => {
    await publish()
    expect((await post(scene.secretariat, 'tarik-terbit', 2, { reason: '' })).status).toBe(422)
    expect((await post(scene.secretariat, 'tarik-terbit', 2, { reason: 'Ada data pribadi.' })).status).toBe(303)
    expect(await publicStatuses()).toEqual([410, 404])
    expect((await post(scene.secretariat, 'terbitkan', 3)).status).toBe(303)
    expect(await publicStatuses()).toEqual([200, 200])
    expect((await post(scene.agent, 'cabut-persetujuan', 4)).status).toBe(303)
    expect(await publicStatuses()).toEqual([410, 404])
  })

  /** Another recording of the project, there before it is published. */
  const addOther = async (name: string, bytes: Buffer, reach: Partial<typeof forAll>) => {
    const uploadId = await upload(files, scene.db, scene.agent, { name, bytes }, testNow)
    const added = { id: randomUUIDv7(), uploadId, title: `Tentang ${name}`, ...reach }
    return addRecording(scene.db, scene.agent, code, added, testNow)
  }

  test('shows what is said to be public, and nothing else: other documentation was never asked about', async () => {
    const hidden = await addOther('hadir.png', picture, {})
    const paper = await addOther('ringkasan.pdf', makePdf(''), forAll)
    await publish()
    const page = await (await app.request(`/galeri/${code}`)).text()
    expect(page).not.toContain('Tentang hadir.png')
    expect((await app.request(`/media/${hidden}/gambar`)).status).toBe(404)
    expect(page).toContain(`href="/galeri/dokumentasi/${paper}"`)
    expect(await (await app.request(`/galeri/dokumentasi/${paper}`)).text()).toContain(`/media/${paper}/berkas`)
    expect((await app.request(`/galeri/dokumentasi/${hidden}`)).status).toBe(404)
    expect((await app.request(`/media/${paper}/berkas`)).headers.get('content-type')).toBe('application/pdf')
    expect((await app.request(`/media/${paper}/gambar`)).status).toBe(404)
  })

  test('says of its film in Dublin Core what the page says in words, its agent included', async () => {
    await publish()
    const page = await (await app.request(`/galeri/dokumentasi/${filmCode}`)).text()
    const blocks = [...page.matchAll(/<script type="application\/ld\+json" nonce="[^"]+">(.*?)<\/script>/g)]
    expect(JSON.parse(blocks.at(-1)?.[1] ?? '')['@graph']).toMatchObject([
      {
        '@id': `${url}/galeri/dokumentasi/${filmCode}`,
        'dcterms:isPartOf': expect.arrayContaining([`${url}/galeri/${code}`]),
        'dc:title': ['Satu jam'],
        'dc:creator': [expect.stringContaining('Pusat Jasa Informasi'), 'Agen Perubahan Nadia Kusumastuti'],
        'dc:type': ['MovingImage'],
        'dc:format': ['video/mp4'],
        'dcterms:accessRights': ['Publik'],
      },
    ])
  })

  test('hands out copies of its pictures that do not say where they were taken, or nothing', async () => {
    const shown = await addOther('meja.jpg', photograph, forAll)
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
    const other = await addOther('meja.gif', gif, forAll)
    await publish()
    const answer = await app.request(`/media/${shown}/gambar`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(Buffer.from(await answer.arrayBuffer()).includes('TeleponDinas')).toBe(false)
    for (const address of [`/media/${shown}/berkas`, `/media/${shown}/film.mp4`, `/media/${other}/gambar`])
      expect((await app.request(address)).status).toBe(404)
    expect(await (await app.request(`/galeri/${code}`)).text()).not.toContain(`/media/${other}`)
  })

  test('is gone at once when it is stopped', async () => {
    await publish()
    await stopProject(scene.db, scene.secretariat, code, 'Unitnya dibubarkan.', { now: testNow, today: '2026-11-24' })
    expect(await publicStatuses()).toEqual([410, 404])
    for (const path of ['/', '/galeri']) expect(await (await app.request(path)).text()).not.toContain(code)
  })

  test('is not decided on from a page that is out of date', async () => {
    await publish()
    expect((await post(scene.secretariat, 'tarik-terbit', 1, { reason: 'x' })).status).toBe(409)
  })
})
