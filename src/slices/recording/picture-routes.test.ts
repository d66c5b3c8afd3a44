import { beforeEach, describe, expect, test } from 'vitest'
import { insert, update } from '#db'
import { listDerivatives, listFilesOf } from '#files'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { makeApp } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { film } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { addPictureSet, makePhotograph } from '#test/pictures.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { listPictures } from './picture-store.ts'
import { findRecording } from './store.ts'
import { listEarlier } from './version-store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
let scene: Scene
let project: string
let code: string
let id: string
let pictures: string[]

beforeEach(async () => {
  scene = await makeScene(database)
  project = (await makeRunningProject(scene.db, scene)).code
  ;({ id, code, pictures } = await addPictureSet(scene, files, project, { access: 'public', consent: 'nobody' }))
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const textOf = async (actor: Actor, path: string) => (await open(actor, path)).text()
const send = async (actor: Actor, path: string, fields: [string, string | File][]) => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return app.request(`/dokumentasi/${code}/${path}`, {
    method: 'POST',
    headers: await scene.headersOf(actor),
    body: form,
  })
}
const arrange = (actor: Actor, revision: number, order: string[], more: Record<string, string> = {}) =>
  send(actor, 'gambar', [
    ['revision', String(revision)],
    ...order.map((one): [string, string] => ['order', one]),
    ...Object.entries(more),
  ])
const takeOut = (actor: Actor, revision: number, picture: string, reason = 'Buram.') =>
  send(actor, `gambar/${picture}/keluarkan`, [
    ['revision', String(revision)],
    ['reason', reason],
  ])
const addMore = async (actor: Actor, revision: number, more: [string, string | File][] = []) => {
  const photograph = new File([new Uint8Array(await makePhotograph('#ffffff'))], 'baru.jpg')
  return send(actor, 'gambar/tambah', [['revision', String(revision)], ['pictures', photograph], ...more])
}
const order = async () => (await listPictures(scene.db, id)).map(({ fileId }) => fileId)
const part = async (fileId: string) =>
  (await listFilesOf(scene.db, 'recording', [id])).find((one) => one.id === fileId)?.part

describe('a set of pictures', () => {
  test('is one recording whose pictures lead to where each is large, with its own original', async () => {
    expect(await order()).toEqual(pictures)
    const page = await textOf(scene.stranger, `/dokumentasi/${code}`)
    for (const one of pictures) expect(page).toContain(`href="/dokumentasi/${code}/gambar/${one}"`)
    expect(page).toContain('Kumpulan foto (3 gambar)')
    const middle = await textOf(scene.stranger, `/dokumentasi/${code}/gambar/${pictures[1]}`)
    expect(middle).toMatch(
      new RegExp(`rel="prev" href="[^"]*${pictures[0]}"[\\s\\S]*rel="next" href="[^"]*${pictures[2]}"`),
    )
    expect(middle).toMatch(/Gambar 2 dari 3[\s\S]*208020\.jpg/)
    expect((await open(scene.stranger, `/berkas/${pictures[2]}`)).status).toBe(200)
    expect((await open(scene.stranger, `/dokumentasi/${code}/gambar/${id}`)).status).toBe(404)
  })

  test('is put in order step by step and loses nothing that was typed; its first picture becomes the original', async () => {
    const [a = '', b = '', c = ''] = pictures
    const moved = await arrange(scene.agent, 1, [a, b, c], { act: `front ${c}`, [`caption_${a}`]: 'Loket <lama>' })
    const page = await moved.text()
    expect([...page.matchAll(/name="order" value="([^"]+)"/g)].map((match) => match[1])).toEqual([a, c, b])
    expect(page).toContain('>Loket &lt;lama></textarea>')
    expect(await order()).toEqual([a, b, c])
    expect((await arrange(scene.agent, 1, [c, a, b], { [`caption_${c}`]: 'Loket baru' })).status).toBe(303)
    expect(await listPictures(scene.db, id)).toMatchObject([
      { fileId: c, caption: 'Loket baru', part: 'master' },
      {},
      {},
    ])
    expect(await part(a)).toBe('picture')
    expect(await textOf(scene.stranger, `/dokumentasi/${code}`)).toContain('Loket baru')
    // What leaves no doubt about consent leaves the public where it is.
    expect(await findRecording(scene.db, code)).toMatchObject({ access: 'public', consent: 'nobody', revision: 2 })
  })

  test('that somebody else changed first shows both, and takes no order that lacks a picture', async () => {
    const [a = '', b = '', c = ''] = pictures
    await arrange(scene.secretariat, 1, [a, b, c], { [`caption_${a}`]: 'Dari sekretariat' })
    const late = await arrange(scene.agent, 1, [b, a, c], { [`caption_${a}`]: 'Dari agen' })
    expect(late.status).toBe(409)
    expect(await late.text()).toMatch(/>Dari agen<\/textarea>[\s\S]*Dari sekretariat/)
    expect((await arrange(scene.agent, 2, [a, b])).status).toBe(409)
    expect(await order()).toEqual([a, b, c])
  })

  test('gives a picture out with a reason: it is kept with the past, for those who may change the set', async () => {
    const [a = '', b = '', c = ''] = pictures
    expect((await takeOut(scene.agent, 1, a, ' ')).status).toBe(422)
    expect((await takeOut(scene.agent, 1, a)).status).toBe(303)
    expect(await order()).toEqual([b, c])
    expect([await part(a), await part(b)]).toEqual(['earlier', 'master'])
    expect(await listEarlier(scene.db, id)).toMatchObject([{ fileId: a, reason: 'Buram.', isTakenOut: true }])
    const status = async (actor: Actor) => (await open(actor, `/berkas/${a}`)).status
    expect([await status(scene.agent), await status(scene.stranger)]).toEqual([200, 404])
    expect((await open(scene.stranger, `/media/${code}/gambar/${a}`)).status).toBe(404)
    expect(await textOf(scene.agent, `/dokumentasi/${code}`)).toMatch(/Gambar yang dikeluarkan[\s\S]*802020\.jpg/)
    // Of which picture the cover is, is known only once it was made anew: it may be of the one that went.
    const cover = { name: 'poster.webp', sha256: 'a'.repeat(64), size: 1, mediaType: 'image/webp' }
    await insert(scene.db, 'derivative', { recordingId: id, ...cover }).execute()
    expect((await arrange(scene.agent, 2, [c, b])).status).toBe(303)
    expect((await takeOut(scene.agent, 3, b)).status).toBe(303)
    expect(await listDerivatives(scene.db, [id])).toEqual([])
    const last = await takeOut(scene.agent, 4, c)
    expect([last.status, (await last.text()).includes('satu-satunya gambar')]).toEqual([422, true])
    const events = (await listEntriesOf(scene.db, [id])).map(({ event }) => event)
    const [taken, arranged] = ['recording.picture-taken-out', 'recording.pictures-arranged']
    expect(events).toEqual([taken, arranged, taken, 'recording.added'])
  })

  test('takes more pictures behind the others; those seen in them are asked, unless somebody vouches', async () => {
    expect((await addMore(scene.secretariat, 1, [['same_people', 'yes']])).status).toBe(303)
    expect(await findRecording(scene.db, code)).toMatchObject({ access: 'public', consent: 'nobody' })
    expect((await order()).slice(0, 3)).toEqual(pictures)
    expect((await addMore(scene.agent, 2)).status).toBe(303)
    expect(await findRecording(scene.db, code)).toMatchObject({ access: 'agency', consent: 'unasked' })
    expect(await order()).toHaveLength(5)
    // What left the public by it comes back by whoever looks first, not by whoever brought it.
    const reach = (actor: Actor, revision: number, access: string) => {
      const asked = { revision: String(revision), access, embargo_until: '', consent: 'nobody', consent_on: '' }
      return send(actor, 'akses', Object.entries(asked))
    }
    const opened = await reach(scene.agent, 3, 'public')
    expect([opened.status, (await opened.text()).includes('melihatnya dahulu')]).toEqual([422, true])
    // A form that is sent again brings nothing twice.
    const carried: [string, string] = ['pictures_upload', `${(await order()).at(-1)}/baru.jpg`]
    expect((await send(scene.agent, 'gambar/tambah', [['revision', '3'], carried, carried])).status).toBe(303)
    expect(await order()).toHaveLength(5)
    const noPicture = await send(scene.agent, 'gambar/tambah', [
      ['revision', '4'],
      ['pictures', new File([film], 'film.mp4')],
    ])
    expect([noPicture.status, (await noPicture.text()).includes('bukan gambar')]).toEqual([422, true])
    // Also where the agent took it out of the public first; once somebody looked, it is the agent's again.
    let revision = 4
    const reached = async (actor: Actor, access: string) => (await reach(actor, revision++, access)).status
    for (const actor of [scene.secretariat, scene.agent])
      expect([await reached(actor, 'public'), await reached(actor, 'agency')]).toEqual([303, 303])
    expect((await addMore(scene.agent, revision++)).status).toBe(303)
    expect(await reached(scene.agent, 'public')).toBe(422)
  })

  test('is changed by those who document the project, and by nobody else', async () => {
    const [a = '', b = '', c = ''] = pictures
    expect((await open(scene.stranger, `/dokumentasi/${code}/gambar`)).status).toBe(403)
    expect((await arrange(scene.stranger, 1, [c, b, a])).status).toBe(403)
    expect((await takeOut(scene.leadership, 1, a)).status).toBe(403)
    expect((await addMore(scene.stranger, 1)).status).toBe(403)
    await update(scene.db, 'recording').set({ access: 'team' }).where('id', '=', id).execute()
    expect((await open(scene.stranger, `/dokumentasi/${code}/gambar/${a}`)).status).toBe(404)
    expect((await open(scene.stranger, `/berkas/${b}`)).status).toBe(404)
    expect(await order()).toEqual(pictures)
  })

  test('is not replaced by one file, and its page takes as many queries for three pictures as for four', async () => {
    const form: [string, string | File][] = [
      ['revision', '1'],
      ['reason', 'Buram.'],
      ['recording', new File([new Uint8Array(await makePhotograph('#000000'))], 'lain.jpg')],
    ]
    const replaced = await send(scene.agent, 'ganti-berkas', form)
    expect([replaced.status, (await replaced.text()).includes('memuat beberapa gambar')]).toEqual([422, true])
    const count = async () => {
      const before = database.statements.length
      await open(scene.agent, `/dokumentasi/${code}`)
      return database.statements.length - before
    }
    await count()
    const three = await count()
    await addMore(scene.secretariat, 1, [['same_people', 'yes']])
    expect(await count()).toBe(three)
  })
})

test('everybody sees copies that say neither where nor with what they were taken, once the project is published', async () => {
  const seen = (path: string) => app.request(`/galeri/dokumentasi/${code}${path}`)
  expect((await seen('')).status).toBe(404)
  const post = async (actor: Actor, act: string) =>
    app.request(`/proyek/${project}/${act}`, {
      method: 'POST',
      headers: await scene.headersOf(actor),
      body: new URLSearchParams({ revision: '1' }),
    })
  await post(scene.agent, 'setuju-disebut')
  expect((await post(scene.secretariat, 'terbitkan')).status).toBe(303)
  const page = await (await seen('')).text()
  for (const one of pictures) expect(page).toContain(`href="/galeri/dokumentasi/${code}/gambar/${one}"`)
  expect(page).toContain('"@type":"ImageGallery"')
  expect(page).toContain('"dcterms:extent":["3 gambar"]')
  expect(await (await seen(`/gambar/${pictures[2]}`)).text()).toContain(`src="/media/${code}/gambar/${pictures[2]}"`)
  const copy = await app.request(`/media/${code}/gambar/${pictures[2]}`)
  const bytes = Buffer.from(await copy.arrayBuffer())
  expect([copy.status, bytes.includes('TeleponDinas'), bytes.includes('Exif')]).toEqual([200, false, false])
  expect((await app.request(`/berkas/${pictures[2]}`)).status).not.toBe(200)
  await takeOut(scene.agent, 1, pictures[2] ?? '')
  expect((await app.request(`/media/${code}/gambar/${pictures[2]}`)).status).toBe(404)
  expect((await seen(`/gambar/${pictures[2]}`)).status).toBe(404)
})
