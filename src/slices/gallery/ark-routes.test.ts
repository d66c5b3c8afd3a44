import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { addRecording, arkInWords, arkOf, findByArk, giveArks, makeArk, parseArk } from '#recording'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { noteAppearances } from './ark-store.ts'
import { agreeToBeNamed, publishProject } from './commands.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
let made = 0
let scene: Scene
let project: string
let code: string
let address: string

beforeEach(async () => {
  scene = await makeScene(database)
  project = `b7k3m9q${made++}`
  await makeRunningProject(scene.db, scene, { code: project, title: 'Layanan rujukan' })
  const uploadId = await upload(files, scene.db, scene.agent, { name: 'film.mp4', bytes: film }, testNow)
  const about = { title: 'Satu jam', recordedOn: '2026-11-20', access: 'public', consent: 'nobody' } as const
  code = await addRecording(scene.db, scene.agent, project, { id: randomUUIDv7(), uploadId, ...about }, testNow)
  address = `/${await addressOf()}`
})

const addressOf = async () => {
  const row = await scene.db.query
    .selectFrom('recording')
    .select(['arkNaan', 'arkName'])
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  const ark = arkOf(row)
  return ark ? arkInWords(ark) : ''
}
const ask = async (path: string, actor?: Actor) =>
  app.request(path, actor ? { headers: await scene.headersOf(actor) } : {})
const placeOf = async (path: string, actor?: Actor) => {
  const { status, headers } = await ask(path, actor)
  return `${status} ${headers.get('location')?.replace(/\?.*/, '') ?? ''}`.trim()
}
const say = (what: object) => update(scene.db, 'recording').set(what).where('code', '=', code).execute()
const publish = async () => {
  await agreeToBeNamed(scene.db, scene.agent, { code: project, revision: 1 }, testNow)
  await publishProject(scene.db, scene.secretariat, { code: project, revision: 1 }, testNow)
}
/** Well formed, and nobody's. */
const unknown = `/${arkInWords(makeArk('99999', randomBytes(8)))}`

describe('a lasting address', () => {
  test('leads everybody to what is public, however it is written, and describes it when it is asked to', async () => {
    await publish()
    const there = `302 /galeri/dokumentasi/${code}`
    const [, , naan, name = ''] = address.split('/')
    const ways = [address, `/ark:${naan}/${name}`, `/ARK:/${naan}/${name.toUpperCase()}`]
    ways.push(`/ark:/${naan}/${name.slice(0, 4)}-${name.slice(4)}`)
    for (const way of ways) expect(await placeOf(way)).toBe(there)
    const told = await ask(`${address}?info`)
    expect(told.headers.get('content-type')).toContain('text/plain')
    const erc = await told.text()
    expect(erc).toMatch(/^erc:\nwho: Pusat Jasa Informasi, .+\nwhat: Satu jam\nwhen: 20261120\nwhere: http/)
    expect(erc).toContain(address)
    expect(await (await ask(`/galeri/dokumentasi/${code}`)).text()).toContain(address)
  })

  test('of what is not public leads whoever may read it to the archive, and tells a stranger nothing', async () => {
    expect(await placeOf(address, scene.agent)).toBe(`302 /dokumentasi/${code}`)
    await say({ access: 'team' })
    expect(await placeOf(address, scene.stranger)).toBe('404')
    expect(await placeOf(address, (await makeScene(database)).secretariat)).toBe('404')
    expect(await placeOf(address)).toBe('303 /masuk')
    expect(await placeOf(unknown)).toBe('303 /masuk')
    expect(await placeOf(`${address}?info`)).toBe('303 /masuk')
  })

  test('that is mistyped is not there, before anybody is asked to sign in', async () => {
    for (const path of ['/ark:/99999/r1bcdfghjk!', '/ark:/99999/x', '/ark:/1/2', '/ark:99999/%']) {
      expect((await ask(path)).status).toBe(404)
    }
  })

  test.each([
    ['was taken out', { removedAt: testNow, removedBecause: 'Ada data pribadi.' }, 'Ada data pribadi.'],
    ['is for the agency now', { access: 'agency' }, 'Sekarang hanya untuk lingkungan instansi.'],
    ['waits anew', { embargoUntil: '2999-01-01' }, 'Penerbitannya ditunda.'],
  ])('of what was public and %s leaves a tombstone that says why', async (_, change, reason) => {
    await publish()
    await say(change)
    for (const way of [address, `/galeri/dokumentasi/${code}`]) {
      const answer = await ask(way)
      expect(answer.status).toBe(410)
      const page = await answer.text()
      for (const words of ['Satu jam', reason, '24 November 2026', address.slice(1)]) expect(page).toContain(words)
      expect(page).not.toContain(`/galeri/${project}`)
    }
  })

  test('of what is gone says what it was called before the public, not what it is called since', async () => {
    await publish()
    await say({ title: 'Satu jam saja' })
    await noteAppearances(database, new Date(testNow.getTime() + 900_000))
    await say({ title: 'Wajah yang terekam: Nadia', access: 'team' })
    await noteAppearances(database, new Date(testNow.getTime() + 1_800_000))
    const page = await (await ask(address)).text()
    expect(page).toContain('Satu jam saja')
    expect(page).not.toContain('Nadia')
  })

  test('of what an embargo’s end opened leaves one too, once it was seen', async () => {
    await say({ embargoUntil: '2999-01-01' })
    await publish()
    expect(await placeOf(address)).toBe('303 /masuk')
    await say({ embargoUntil: '2026-11-24' })
    await noteAppearances(database, testNow)
    await noteAppearances(database, new Date(testNow.getTime() + 900_000))
    await say({ access: 'team' })
    expect((await ask(address)).status).toBe(410)
  })

  test('is given once to each recording that was there before addresses were', async () => {
    await say({ arkNaan: null, arkName: null })
    expect(await giveArks(database)).toBe(1)
    const given = await addressOf()
    expect(parseArk(given)).toBeDefined()
    expect(await giveArks(database)).toBe(0)
    expect(await addressOf()).toBe(given)
    const ark = parseArk(given)
    expect(ark && (await findByArk(database, ark))).toMatchObject({ code, agencyId: scene.agencyId })
  })
})
