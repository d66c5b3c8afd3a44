import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { update } from '#db'
import { listFilesOf } from '#files'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { listStandingsOn } from '#people'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { nameSteward } from './steward-commands.ts'
import { findRecording, listRecordings, listRecordingsOf } from './store.ts'

const database = await freshDatabase()
const app = makeApp(database, undefined, { files: makeFiles(freshFolder()) })
const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
let scene: Scene
let projectId: string

beforeEach(async () => {
  scene = await makeScene(database)
  projectId = (await makeRunningProject(scene.db, scene, { title: 'Layanan rujukan' })).id
})

const open = async (actor: Actor, path: string, headers = {}) =>
  app.request(path, { headers: { ...(await scene.headersOf(actor)), ...headers } })
const post = async (actor: Actor, path: string, body: Record<string, string | File>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) form.append(name, value)
  return app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body: form })
}
const asFile = (bytes: Uint8Array<ArrayBuffer>, name: string) => new File([bytes], name)
const add = (but: Record<string, string | File> = {}, actor = scene.agent) =>
  post(actor, '/proyek/b7k3m9qt/dokumentasi', {
    ...{ id: randomUUIDv7(), title: 'Dari tiga hari menjadi satu jam', access: 'agency', consent: 'unasked' },
    ...{ recording: asFile(film, 'film.mp4'), ...but },
  })
const codeOf = (answer: Response) => answer.headers.get('location')?.split('/').at(-1) ?? ''

describe('a film', () => {
  test('is kept under a code with its hash, and played from any second by everybody of the agency', async () => {
    const code = codeOf(await add())
    const row = await findRecording(scene.db, code)
    expect(row).toMatchObject({ kind: 'film', title: 'Dari tiga hari menjadi satu jam', access: 'agency' })
    const [master] = await listFilesOf(scene.db, 'recording', [row?.id ?? ''])
    const path = `/berkas/${master?.id}`
    const part = await open(scene.stranger, path, { range: 'bytes=1000-1999' })
    expect(part.status).toBe(206)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(film.subarray(1000, 2000))
    expect(await (await open(scene.stranger, `/dokumentasi/${code}`)).text()).toContain(master?.sha256)
  })

  test('is added once, however often its form is posted', async () => {
    const id = randomUUIDv7()
    const first = await add({ id })
    expect(codeOf(await add({ id }))).toBe(codeOf(first))
    expect(await listRecordingsOf(scene.db, scene.agent, projectId)).toHaveLength(1)
  })

  test('comes back with everything typed when it is no film, or none was chosen', async () => {
    const noFilm = await add({ recording: asFile(Buffer.from('a;b'), 'tabel.csv') })
    expect(noFilm.status).toBe(422)
    expect(await noFilm.text()).toMatch(/tabel\.csv bukan film[\s\S]*Dari tiga hari menjadi satu jam/)
    const none = await add({ recording: asFile(Buffer.alloc(0), '') })
    expect([none.status, (await none.text()).includes('Pilih berkas yang hendak disimpan.')]).toEqual([422, true])
  })

  test('is not added by who only looks on, nor by a stranger', async () => {
    expect((await add({}, scene.leadership)).status).toBe(403)
    expect((await add({}, scene.stranger)).status).toBe(404)
  })

  test('is taken out with a reason, is then there for its keepers alone, and comes back', async () => {
    const code = codeOf(await add())
    const path = `/dokumentasi/${code}`
    expect((await post(scene.agent, `${path}/hapus`, { reason: 'Ada wajah anak.' })).status).toBe(403)
    const takeOut = (reason: string, revision = '1') => post(scene.secretariat, `${path}/hapus`, { reason, revision })
    expect((await takeOut(' ')).status).toBe(422)
    await update(scene.db, 'recording').set({ revision: 2, title: 'Kini lain' }).where('code', '=', code).execute()
    const late = await takeOut('Ada wajah anak.')
    expect([late.status, (await findRecording(scene.db, code))?.removedAt]).toEqual([409, null])
    expect(await late.text()).toMatch(/Kini lain[\s\S]*diubah orang lain[\s\S]*Ada wajah anak\./)
    expect((await takeOut('Ada wajah anak.', '2')).status).toBe(303)
    const row = await findRecording(scene.db, code)
    const [master] = await listFilesOf(scene.db, 'recording', [row?.id ?? ''])
    expect((await open(scene.stranger, path)).status).toBe(404)
    expect((await open(scene.stranger, `/berkas/${master?.id}`)).status).toBe(404)
    expect(await (await open(scene.secretariat, path)).text()).toContain('Ada wajah anak.')
    const bringBack = (revision: string) => post(scene.secretariat, `${path}/pulihkan`, { revision })
    const tooLate = await bringBack('2')
    expect([tooLate.status, (await open(scene.stranger, path)).status]).toEqual([409, 404])
    expect(await tooLate.text()).toMatch(/diubah orang lain[\s\S]*Ada wajah anak\.[\s\S]*/)
    expect((await bringBack('3')).status).toBe(303)
    expect((await open(scene.stranger, path)).status).toBe(200)
    const events = (await listEntriesOf(scene.db, [row?.id ?? ''])).map(({ event }) => event)
    expect(events).toEqual(['recording.restored', 'recording.removed', 'recording.added'])
  })
})

describe('the list', () => {
  const find = async (words: string) =>
    (await listRecordings(scene.db, scene.agent, { words, programmeId: null, number: 1 })).rows.map(
      ({ title }) => title,
    )

  test('is searched by word, whatever its ending, in title, description and project', async () => {
    const code = codeOf(await add({ title: 'Perpustakaan keliling' }))
    const said = { revision: '1', title: 'Perpustakaan keliling', description: 'Membaca bersama anak desa.' }
    expect((await post(scene.agent, `/dokumentasi/${code}/ubah`, said)).status).toBe(303)
    await add({ title: 'Meja penerbit' })
    expect(await find('bacaan')).toEqual(['Perpustakaan keliling'])
    expect(await find('penerbitan')).toEqual(['Meja penerbit'])
    expect(await find('rujukan')).toHaveLength(2)
    expect(await find('gudang')).toEqual([])
  })

  test.each(['/dokumentasi', '/proyek/b7k3m9qt/dokumentasi', '/dokumentasi/retensi'])(
    '%s takes as many queries for three as for one',
    async (path) => {
      await add()
      const count = async () => {
        const before = database.statements.length
        expect((await open(scene.secretariat, path)).status).toBe(200)
        return database.statements.length - before
      }
      await count()
      const one = await count()
      for (let time = 0; time < 2; time += 1) await add()
      expect(await count()).toBe(one)
    },
  )

  test('names the projects without a film, and who of them may be opened', async () => {
    const page = await (await open(scene.agent, '/dokumentasi')).text()
    expect(page).toContain('/proyek/b7k3m9qt/dokumentasi')
    const other = await (await open(scene.stranger, '/dokumentasi')).text()
    expect(other).toContain('Layanan rujukan')
    expect(other).not.toContain('/proyek/b7k3m9qt')
    await add()
    expect(await (await open(scene.agent, '/dokumentasi')).text()).toContain('>penanggung jawab<')
    const named = { personId: scene.stranger.personId ?? '', fromOn: '2026-11-01' }
    await nameSteward(scene.db, scene.secretariat, { programmeId: scene.programmeId }, named, testNow)
    expect(await (await open(scene.agent, '/dokumentasi')).text()).toContain('Semua proyek yang berjalan sudah')
  })
})

describe('a steward', () => {
  const path = '/proyek/b7k3m9qt/dokumentasi/penanggung-jawab'
  const name = (actor: Actor, from_on: string, by = scene.secretariat, relation = 'steward') =>
    post(by, path, { person_id: actor.personId ?? '', from_on, relation })

  test('is followed by another from a day on; the first ends on the day before', async () => {
    await name(scene.head, '2026-11-01')
    expect((await name(scene.stranger, '2026-11-20')).status).toBe(303)
    expect(await listStandingsOn(scene.db, 'steward', projectId)).toMatchObject([
      { personId: scene.stranger.personId, fromOn: '2026-11-20', untilOn: null },
      { personId: scene.head.personId, fromOn: '2026-11-01', untilOn: '2026-11-19' },
    ])
  })

  test('is not followed from a day before they began: that would take them out of the record', async () => {
    await name(scene.head, '2026-11-10')
    const answer = await name(scene.stranger, '2026-11-01')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('tidak dapat mulai sebelum')
    expect(await listStandingsOn(scene.db, 'steward', projectId)).toMatchObject([{ personId: scene.head.personId }])
  })

  test('of the programme is named where a project has none of its own', async () => {
    const page = async () => (await open(scene.agent, '/proyek/b7k3m9qt/dokumentasi')).text()
    expect(await page()).toContain('Belum ditunjuk.')
    const programme = { programmeId: scene.programmeId }
    const named = { personId: scene.stranger.personId ?? '', fromOn: '2026-11-01' }
    await nameSteward(scene.db, scene.secretariat, programme, named, testNow)
    expect(await page()).toContain('Yohanes Lewa, penanggung jawab program ini')
    expect(await page()).not.toContain('Belum ditunjuk.')
    await name(scene.head, '2026-11-20')
    expect(await page()).not.toContain('Yohanes Lewa')
  })

  test('may then add films; and names nobody', async () => {
    await name(scene.stranger, '2026-11-20')
    const steward = { ...scene.stranger, standings: [{ relation: 'steward' as const, thingId: projectId }] }
    expect((await add({}, steward)).status).toBe(303)
    expect((await name(scene.head, '2026-11-21', scene.agent)).status).toBe(403)
  })

  test('has a deputy, another person, who may do the same', async () => {
    await name(scene.head, '2026-11-01')
    const same = await name(scene.head, '2026-11-01', scene.secretariat, 'deputy')
    expect([same.status, (await same.text()).includes('harus dua orang')]).toEqual([422, true])
    expect((await name(scene.stranger, '2026-11-01', scene.secretariat, 'deputy')).status).toBe(303)
    expect(await listStandingsOn(scene.db, 'steward', projectId)).toMatchObject([{ personId: scene.head.personId }])
    expect(await listStandingsOn(scene.db, 'deputy', projectId)).toMatchObject([{ personId: scene.stranger.personId }])
    const early = await name(scene.leadership, '2026-10-01', scene.secretariat, 'deputy')
    expect(await early.text()).toContain('Wakil penanggung jawab baru tidak dapat mulai')
    expect((await add({}, scene.stranger)).status).toBe(303)
    expect(await (await open(scene.agent, '/proyek/b7k3m9qt/dokumentasi')).text()).toMatch(/Wakil[\s\S]*Yohanes Lewa/)
  })

  test('is waited for until a day that the secretariat sets, or until the programme’s own stage', async () => {
    const list = async () => (await open(scene.secretariat, '/dokumentasi')).text()
    expect(await list()).toContain('Ditunggu sampai 11 Desember 2026')
    const set = (actor: Actor, due_on: string) => post(actor, '/program/2026/batas-dokumentasi', { due_on })
    expect((await set(scene.agent, '2026-11-20')).status).toBe(404)
    expect((await set(scene.secretariat, '2026-11-20')).status).toBe(303)
    expect(await list()).toContain('Ditunggu sampai 20 November 2026')
    const home = await (await open(scene.secretariat, '/beranda')).text()
    expect(home).toContain('Ingatkan 1 proyek tanpa film atau penanggung jawab dokumentasi')
    await set(scene.secretariat, '')
    expect(await list()).toContain('Ditunggu sampai 11 Desember 2026')
  })
})
