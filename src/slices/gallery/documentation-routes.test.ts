import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, remove, select, update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { addRecording, putCaption } from '#recording'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { keepCopies, keepLight, makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { addPictureSet } from '#test/pictures.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { agreeToBeNamed, publishProject } from './commands.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
const url = 'http://localhost:3000'
let made = 0
let scene: Scene
let project: string
let code: string

const add = async (title: string) => {
  const uploadId = await upload(files, scene.db, scene.agent, { name: 'film.mp4', bytes: film }, testNow)
  const said = { id: randomUUIDv7(), uploadId, title, access: 'public', consent: 'nobody' } as const
  const added = await addRecording(scene.db, scene.agent, project, said, testNow)
  await keepLight(files, scene.db, said.id, film)
  return added
}
const say = (what: object) => update(scene.db, 'recording').set(what).where('code', '=', code).execute()
const publish = async () => {
  await agreeToBeNamed(scene.db, scene.agent, { code: project, revision: 1 }, testNow)
  await publishProject(scene.db, scene.secretariat, { code: project, revision: 1 }, testNow)
}
const ask = async (path: string, actor?: Actor) =>
  app.request(path, actor ? { headers: await scene.headersOf(actor) } : {})
const textOf = async (query = '') => (await ask(`/galeri/dokumentasi/${code}${query}`)).text()
/** Lines of the transcript that the page shows. */
const linesOf = (page: string) => [...page.matchAll(/<span class="kept-lines">(baris [^<]+)</g)].map(([, line]) => line)

beforeEach(async () => {
  scene = await makeScene(database)
  project = `b7k3m9d${made++}`
  await makeRunningProject(scene.db, scene, { code: project, title: 'Layanan rujukan', wantedCondition: 'Satu jam.' })
  code = await add('Satu antrean')
  const cues = [1, 2, 3].map((at) => ({ start: at * 10_000, end: at * 10_000 + 5000, text: `baris ${at} gapura${at}` }))
  await putCaption(scene.db, scene.agent, code, { track: 'id', cues, uploadId: null, revision: 0 }, testNow)
})

describe('a public recording', () => {
  beforeEach(publish)

  test('has a page of its own: it plays, says what is said in it, how it may be used and how it is cited', async () => {
    await say({ licence: 'cc-by-4.0', rightsNote: 'Musik dengan izin.', recordedOn: '2025-11-20', place: 'Ruang <A>' })
    const page = await textOf()
    for (const words of [
      ...[
        `src="/media/${code}/film.mp4"`,
        `src="/media/${code}/id.vtt"`,
        'baris 2 gapura2',
        `href="/galeri/${project}"`,
      ],
      ...['https://creativecommons.org/licenses/by/4.0/', 'Musik dengan izin.', 'Ruang &lt;A>', '20 November 2025'],
      ...[`download="${code}-id.vtt"`, '(2025). Satu antrean [Film].', 'ark:/99999/'],
    ])
      expect(page).toContain(words)
    expect((await ask('/galeri/dokumentasi')).headers.get('location')).toBe('/galeri?jenis=dokumentasi')
  })

  test('plays from the second that an address names, and shows the line that is said then', async () => {
    const page = await textOf('?t=22')
    expect(page).toContain(`film.mp4#t=22"`)
    expect(page).toMatch(/<li aria-current="true"><a href="\/galeri\/dokumentasi\/\w+\?t=20"/)
    for (const query of ['', '?t=7', '?t=-1', '?t=1e9'])
      expect(await textOf(query)).not.toContain('aria-current="true"')
  })

  test('is captioned in the frame of another site, without any script', async () => {
    const frame = await ask(`/galeri/dokumentasi/${code}/bingkai`)
    const page = await frame.text()
    expect(page).toContain(`src="/media/${code}/id.vtt"`)
    expect(page).not.toContain('<script')
    expect(frame.headers.get('content-security-policy')).toContain("media-src 'self'")
  })

  test('is found by what is said in it, at its second; its transcript is searched on the page', async () => {
    const found = await (await ask('/galeri?q=gapura3')).text()
    expect(found).toContain(`href="/galeri/dokumentasi/${code}?t=30"`)
    expect(linesOf(await textOf('?kata=GAPURA2'))).toEqual(['baris 2 gapura2'])
    const none = await textOf('?kata=tidak%20terucap')
    expect([linesOf(none), none.includes('Tidak ada baris dengan “tidak terucap”')]).toEqual([[], true])
    expect(linesOf(await textOf())).toHaveLength(3)
  })

  test('is known to searchers in the language that is spoken in it, with what is said', async () => {
    await say({ language: 'jv' })
    await insert(scene.db, 'derivative', {
      ...{ recordingId: await idOf(), name: 'poster.webp', sha256: '0'.repeat(64), size: 1, mediaType: 'image/webp' },
    }).execute()
    const objects = async () => {
      const block = /<script type="application\/ld\+json" nonce="[^"]+">(\[.*?)<\/script>/.exec(await textOf())
      return JSON.parse(block?.[1] ?? '[]')[0]
    }
    const address = `${url}/galeri/dokumentasi/${code}`
    expect(await objects()).toMatchObject({
      ...{ '@type': 'VideoObject', '@id': address, inLanguage: 'jv', embedUrl: `${address}/bingkai` },
      transcript: 'baris 1 gapura1 baris 2 gapura2 baris 3 gapura3',
    })
    await say({ language: 'zxx' })
    expect(await objects()).not.toHaveProperty('inLanguage')
  })

  test('costs as many queries among three as alone', async () => {
    const cost = async () => {
      const before = database.statements.length
      expect((await ask(`/galeri/dokumentasi/${code}`)).status).toBe(200)
      return database.statements.length - before
    }
    const alone = await cost()
    await add('Kedua')
    await add('Ketiga')
    await publishProject(scene.db, scene.secretariat, { code: project, revision: 2 }, testNow)
    const page = await textOf()
    expect(page).toContain('Dokumentasi lain dari proyek ini')
    expect(await cost()).toBe(alone)
  })
})

test('what is not public has no public page: whoever may read it is led to the archive, a stranger learns nothing', async () => {
  const path = `/galeri/dokumentasi/${code}`
  expect((await ask(path)).status).toBe(404)
  expect((await ask(path, scene.agent)).headers.get('location')).toBe(`/dokumentasi/${code}`)
  expect((await ask(path, (await makeScene(database)).secretariat)).status).toBe(404)
  await say({ access: 'team' })
  await publish()
  expect([(await ask(path)).status, (await ask(path, scene.stranger)).status]).toEqual([404, 404])
})

const idOf = async () =>
  (await scene.db.query.selectFrom('recording').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id

test('what is meant for everybody and is not seen is named where the project is published, with what helps', async () => {
  const asked = async () => (await ask(`/proyek/${project}/terbit`, scene.secretariat)).text()
  expect(await asked()).not.toContain('Belum tampil')
  const { id } = await select(scene.db, 'recording').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  await remove(scene.db, 'derivative').where('recordingId', '=', id).execute()
  await remove(scene.db, 'processing').where('recordingId', '=', id).execute()
  expect(await asked()).toMatch(/Belum tampil[\s\S]*Satu antrean<\/a>: Masih diolah/)
  const step = { recordingId: id, step: 'light', state: 'failed', reason: 'Rusak.' } as const
  await insert(scene.db, 'processing', step).execute()
  expect(await asked()).toMatch(/Satu antrean<\/a>: Pengolahannya gagal/)
  const page = await (await ask(`/dokumentasi/${code}`, scene.secretariat)).text()
  expect(page).toMatch(/Rusak\.[\s\S]*belum dapat diputar untuk umum[\s\S]*Coba olah lagi/)
  expect(await (await ask(`/proyek/${project}/dokumentasi`, scene.agent)).text()).toContain('Pengolahan gagal')
  await say({ embargoUntil: '2026-12-01' })
  expect(await asked()).toContain('Ditunda sampai 1 Desember 2026')
  await say({ access: 'agency' })
  expect(await asked()).not.toContain('Belum tampil')
})

describe('pictures of which no copy without their place can be made on the way', () => {
  let id: string
  let pictures: string[]
  const address = () => `/galeri/dokumentasi/${code}`
  /** From the telephone of somebody who chose the newer form. */
  const asHeic = (fileId: string | undefined) =>
    update(scene.db, 'file')
      .set({ mediaType: 'image/heic' })
      .where('id', '=', fileId ?? '')
      .execute()
  const copies = (fileId: string | undefined) => keepCopies(files, scene.db, id, fileId ?? '')
  beforeEach(async () => {
    ;({ id, code, pictures } = await addPictureSet(scene, files, project, { access: 'public', consent: 'nobody' }))
    await publish()
  })

  test('are shown to everybody once their safe copies were made; the original stays with those who may read it', async () => {
    for (const one of pictures) await asHeic(one)
    expect((await ask(address())).status).toBe(410)
    expect(await (await ask(`/proyek/${project}/terbit`, scene.secretariat)).text()).toContain('sedang dibuat')
    await copies(pictures[1])
    const page = await textOf()
    expect(page).toContain(`href="${address()}/gambar/${pictures[1]}"`)
    expect(page).not.toContain(pictures[0])
    expect(await (await ask(`/galeri/${project}`)).text()).toContain('Hari pertama')
    // Whoever asks for the recording itself, as cards and harvesters do, has the first that is safe.
    const first = await ask(`/media/${code}/gambar`)
    expect([first.headers.get('content-type'), await first.text()]).toEqual(['image/webp', 'besar'])
    expect((await ask(`/media/${code}/gambar/${pictures[0]}`)).status).toBe(404)
    expect((await ask(`/berkas/${pictures[0]}`)).status).not.toBe(200)
    expect((await ask(`/berkas/${pictures[0]}`, scene.agent)).status).toBe(200)
    expect(await (await ask(`/proyek/${project}/terbit`, scene.secretariat)).text()).not.toContain('Belum tampil')
    // Half of what is made of a picture is nothing that a page could show.
    await remove(scene.db, 'derivative').where('name', 'like', '%-besar.webp').execute()
    expect((await ask(address())).status).toBe(410)
  })

  test('stand with the others of their set, also where the first is the one', async () => {
    await asHeic(pictures[0])
    const page = await textOf()
    expect(pictures.map((one) => page.includes(`gambar/${one}"`))).toEqual([false, true, true])
    expect((await ask(`/media/${code}/gambar`)).headers.get('content-type')).toBe('image/jpeg')
    await copies(pictures[0])
    expect(await textOf()).toContain(`src="/media/${code}/gambar/${pictures[0]}.webp"`)
  })
})
