import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, remove, select, update } from '#db'
import { piecesOf } from '#documents/xml.ts'
import { addRecording } from '#recording'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { keepLight, makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { agreeToBeNamed, publishProject, takeBackProject } from './commands.ts'

const url = 'http://localhost:3000'
const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
const title = 'Layanan </script><b>rujukan & daring'
let scene: Scene
let code: string
let hidden: string
let filmCode: string
let made = 0

beforeEach(async () => {
  scene = await makeScene(database)
  code = `b7k3m9t${made}`
  hidden = `c7k3m9t${made++}`
  await makeRunningProject(scene.db, scene, { code, title, wantedCondition: 'Satu jam.' })
  const uploadId = await upload(files, scene.db, scene.agent, { name: 'film.mp4', bytes: film }, testNow)
  const said = { id: randomUUIDv7(), uploadId, title: `Film "${title}"`, access: 'public', consent: 'nobody' } as const
  filmCode = await addRecording(scene.db, scene.agent, code, said, testNow)
  await keepLight(files, scene.db, said.id, film)
  await agreeToBeNamed(scene.db, scene.agent, { code, revision: 1 }, testNow)
})

const publish = () => publishProject(scene.db, scene.secretariat, { code, revision: 1 }, testNow)
const text = async (path: string) => (await app.request(path)).text()
const embed = (address: string, more = '') => app.request(`/oembed?url=${encodeURIComponent(address)}${more}`)

describe('a project that is not published', () => {
  test('is in no feed, no list and no frame', async () => {
    for (const path of [`/galeri/${code}/bingkai`, `/galeri/dokumentasi/${filmCode}`])
      expect((await app.request(path)).status).toBe(404)
    expect((await app.request(`/galeri/dokumentasi/${filmCode}/bingkai`)).status).toBe(404)
    expect((await embed(`${url}/galeri/dokumentasi/${filmCode}`)).status).toBe(404)
    expect((await embed(`${url}/galeri/${code}`)).status).toBe(404)
    for (const path of ['/feed.xml', '/sitemap.xml']) {
      expect(await text(path)).not.toContain(code)
      expect(await text(path)).not.toContain(filmCode)
    }
  })
})

describe('a published project', () => {
  beforeEach(publish)

  test('is news, and on the list for searchers', async () => {
    for (const path of ['/feed.xml', '/sitemap.xml']) {
      const answer = await text(path)
      expect(() => [...piecesOf(answer)]).not.toThrow()
      expect(answer).toContain(`${url}/galeri/${code}`)
    }
    expect(await text('/sitemap.xml')).toContain(`<loc>${url}/galeri/dokumentasi/${filmCode}</loc>`)
    expect(await text('/feed.xml')).toContain('<title>Layanan &lt;/script&gt;&lt;b&gt;rujukan &amp; daring</title>')
  })

  test('is said to have changed when it was published, and with its film when the embargo on that ended', async () => {
    const lastmod = async (path: string) =>
      new RegExp(`<loc>${url}${path}</loc><lastmod>([^<]+)`).exec(await text('/sitemap.xml'))?.[1]
    const addresses = [`/galeri/${code}`, `/galeri/dokumentasi/${filmCode}`]
    for (const address of addresses) expect(await lastmod(address)).toBe(testNow.toISOString())
    // It ended when this day began in Jakarta, which is later than an earlier publication.
    const before = new Date('2026-11-20T00:00:00Z')
    await update(scene.db, 'recording')
      .set({ embargoUntil: '2026-11-24', createdAt: before })
      .where('code', '=', filmCode)
      .execute()
    await update(scene.db, 'publication').set({ publishedAt: before }).execute()
    await remove(scene.db, 'appearance').execute()
    for (const address of addresses) expect(await lastmod(address)).toBe('2026-11-23T17:00:00.000Z')
  })

  test('has a picture in the gallery once its film can be played', async () => {
    const { id } = await select(scene.db, 'recording')
      .select('id')
      .where('code', '=', filmCode)
      .executeTakeFirstOrThrow()
    const blob = await files.derived.put(scene.db.agencyId, Readable.from([film]))
    const poster = { recordingId: id, name: 'poster.webp', mediaType: 'image/webp' }
    await insert(scene.db, 'derivative', { ...poster, ...blob }).execute()
    const address = `/media/${filmCode}/poster.webp`
    expect(await text('/galeri')).toContain(address)
    await remove(scene.db, 'derivative').where('name', '=', 'film.mp4').execute()
    expect(await text('/galeri')).not.toContain(address)
  })

  test('has a card whose words end no element of the page', async () => {
    const page = await text(`/galeri/${code}`)
    expect(page).toContain('property="og:title" content="Layanan &lt;/script>')
    expect(page).toContain('content="Satu jam."')
    expect(page).not.toContain('</script><b>')
  })

  test('is shown by another site, in a frame that fits there and that alone may be framed', async () => {
    const frameAddress = `/galeri/dokumentasi/${filmCode}/bingkai`
    for (const address of [`${url}/galeri/${code}`, `${url}/galeri/dokumentasi/${filmCode}?t=3`]) {
      const said = await (await embed(address, '&maxwidth=400')).json()
      expect(said).toMatchObject({ type: 'video', version: '1.0', width: 400 })
      expect(said.html).toContain(`<iframe src="${url}${frameAddress}" width="400"`)
      expect(said.html).not.toContain('</script>')
    }
    expect(await (await embed(`${url}/galeri/${code}`, '&format=xml')).text()).toContain('<oembed><type>video</type>')
    for (const path of [frameAddress, `/galeri/${code}/bingkai`]) {
      const frame = await app.request(path)
      expect(frame.headers.get('content-security-policy')).toContain('frame-ancestors *')
      const framed = await frame.text()
      expect(framed).toContain('<video')
      expect(framed).toContain(`href="${url}/galeri/dokumentasi/${filmCode}"`)
    }
    for (const path of [`/galeri/${code}`, `/galeri/dokumentasi/${filmCode}`])
      expect((await app.request(path)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })
})

test('what tells of it is asked for anew each time, answered in few words while nothing changed, and gone with it', async () => {
  await publish()
  const addresses = ['/feed.xml', '/sitemap.xml', `/oembed?url=${encodeURIComponent(`${url}/galeri/${code}`)}`]
  const known = new Map<string, string>()
  for (const address of addresses) {
    const answer = await app.request(address)
    expect([address, answer.headers.get('cache-control')]).toEqual([address, 'public, no-cache'])
    known.set(address, answer.headers.get('etag') ?? '')
  }
  const again = async (address: string) =>
    (await app.request(address, { headers: { 'if-none-match': known.get(address) ?? '' } })).status
  for (const address of addresses) expect(await again(address)).toBe(304)
  await takeBackProject(scene.db, scene.secretariat, { code, revision: 2, reason: 'Keliru.' }, testNow)
  expect([await again('/feed.xml'), await again('/sitemap.xml'), await again(addresses[2] ?? '')]).toEqual([
    200, 200, 401,
  ])
})

test('of what was before the public once other sites are told that it no longer is', async () => {
  await publish()
  await takeBackProject(scene.db, scene.secretariat, { code, revision: 2, reason: 'Keliru.' }, testNow)
  expect((await embed(`${url}/galeri/${code}`)).status).toBe(401)
  expect((await embed(`${url}/galeri/dokumentasi/${filmCode}`)).status).toBe(404)
})

test('what is no address of ours, or no project, is not shown elsewhere; other forms are not made', async () => {
  await publish()
  const statuses = [`${url}/galeri/${hidden}`, `https://lain.example/galeri/${code}`, `${url}/beranda`, '']
  for (const address of statuses) expect((await embed(address)).status).toBe(404)
  expect((await embed(`${url}/galeri/${code}`, '&format=yaml')).status).toBe(501)
})

test('searchers are kept to the public face', async () => {
  expect(await text('/robots.txt')).toMatch(
    /Allow: \/galeri\n[\s\S]*Disallow: \/\n\nSitemap: http:\/\/localhost:3000\/sitemap\.xml/,
  )
})
