import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, update } from '#db'
import { listFilesOf } from '#files'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makePdf } from '#test/pdf.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { addRecording } from './commands.ts'
import { findAround, findAroundInWords } from './description-store.ts'
import { findRecording, type RecordingRow } from './store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
let scene: Scene
let code: string

beforeEach(async () => {
  scene = await makeScene(database)
  const project = await makeRunningProject(scene.db, scene)
  const area = { projectId: project.id, setCode: 'peta-jalan-2020-2024', areaCode: 'tatalaksana' }
  await insert(scene.db, 'projectArea', area).execute()
  const uploadId = await upload(files, scene.db, scene.agent, { name: 'film.mp4', bytes: film }, testNow)
  code = await addRecording(
    scene.db,
    scene.agent,
    project.code,
    { id: randomUUIDv7(), uploadId, title: 'Film' },
    testNow,
  )
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const post = async (actor: Actor, act: string, body: [string, string | File][]) => {
  const form = new FormData()
  for (const [name, value] of body) form.append(name, value)
  return app.request(`/dokumentasi/${code}/${act}`, {
    method: 'POST',
    headers: await scene.headersOf(actor),
    body: form,
  })
}
const row = async () => (await findRecording(scene.db, code)) as RecordingRow
const events = async () => (await listEntriesOf(scene.db, [(await row()).id])).map(({ event }) => event)

describe('a description', () => {
  const said = (revision: number, but: [string, string][] = []): [string, string][] => [
    ['revision', String(revision)],
    ['title', 'Satu jam'],
    ['keywords', 'rujukan, antrean'],
    ['language', 'jv'],
    ['place', 'Ende'],
    ['licence', 'cc-by-4.0'],
    ['role_1', 'camera'],
    ['name_1', 'Teuku Mahlil'],
    ['role_2', 'speaker'],
    ['name_2', 'Nadia Kusumastuti'],
    ...but,
  ]

  test('is kept whole; a name that was chosen is the person, one that was typed is a name', async () => {
    const areas: [string, string][] = [['area_codes', 'pengawasan']]
    expect((await post(scene.agent, 'ubah', said(1, areas))).status).toBe(303)
    expect(await row()).toMatchObject({ title: 'Satu jam', language: 'jv', place: 'Ende', licence: 'cc-by-4.0' })
    expect(await findAround(scene.db, await row())).toEqual({
      areaCodes: ['pengawasan'],
      targetCodes: [],
      contributors: [
        { role: 'camera', name: 'Teuku Mahlil', personId: null },
        { role: 'speaker', name: 'Nadia Kusumastuti', personId: scene.agent.personId },
      ],
    })
    const page = await (await open(scene.stranger, `/dokumentasi/${code}`)).text()
    expect(page).toContain('Teuku Mahlil (Juru kamera); Nadia Kusumastuti (Narasumber)')
    expect(await events()).toEqual(['recording.changed', 'recording.licence-changed', 'recording.added'])
  })

  test('is kept without what is no letter', async () => {
    const pasted = said(1).map(([name, value]): [string, string] => [name, name === 'title' ? 'Satu\0 jam' : value])
    expect((await post(scene.agent, 'ubah', pasted)).status).toBe(303)
    expect((await row()).title).toBe('Satu jam')
  })

  test('has its project’s areas until it is given its own', async () => {
    expect((await findAroundInWords(scene.db, (await row()).id)).areas).toEqual(['Penguatan Tatalaksana'])
    await post(scene.agent, 'ubah', said(1, [['area_codes', 'pengawasan']]))
    const own = await findAroundInWords(scene.db, (await row()).id)
    expect(own.areas).toEqual(['Penguatan Sistem Pengawasan'])
    expect(own.contributors).toHaveLength(2)
    expect((await post(scene.agent, 'ubah', said(2, [['area_codes', 'kosong']]))).status).toBe(422)
  })

  test('says what it lacks to whoever may change it, and gives more lines when asked', async () => {
    const lacking = 'Belum ada: uraian, tanggal direkam, tempat, kata kunci, kontributor, dan persetujuan'
    expect(await (await open(scene.agent, `/dokumentasi/${code}`)).text()).toContain(lacking)
    expect(await (await open(scene.stranger, `/dokumentasi/${code}`)).text()).not.toContain('Belum ada:')
    const more = await (await post(scene.agent, 'ubah', said(1, [['act', 'more']]))).text()
    expect(more).toContain('name="name_6"')
    expect(more).toContain('Teuku Mahlil')
  })

  test('whoever was late reads both; who only looks on changes nothing', async () => {
    await post(scene.agent, 'ubah', said(1))
    const late = await post(scene.secretariat, 'ubah', said(1, [['description', 'Enam puluh menit']]))
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Enam puluh menit')
    expect((await post(scene.leadership, 'ubah', said(2))).status).toBe(403)
    expect((await open(scene.stranger, `/dokumentasi/${code}/akses`)).status).toBe(403)
  })
})

describe('reach', () => {
  const form = () => new File([new Uint8Array(makePdf(''))], 'surat.pdf')
  const reach = (revision: number, access: string, consent: string, more: [string, string | File][] = []) =>
    post(scene.agent, 'akses', [['revision', String(revision)], ['access', access], ['consent', consent], ...more])

  test('is for everybody only once all who can be recognised agreed, with the form', async () => {
    const none = await reach(1, 'public', 'all')
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('Lampirkan surat persetujuannya')
    const with_ = await reach(1, 'public', 'all', [
      ['consent_form', form()],
      ['consent_on', '2026-11-20'],
      ['embargo_until', '2027-01-01'],
    ])
    expect(with_.status).toBe(303)
    expect(await row()).toMatchObject({
      ...{ access: 'public', consent: 'all', consentOn: '2026-11-20', embargoUntil: '2027-01-01' },
      consentPersonId: scene.agent.personId,
    })
    expect(await events()).toEqual([
      ...['recording.consent-recorded', 'recording.embargo-changed', 'recording.access-changed', 'recording.added'],
    ])
  })

  test('ends at once when somebody refuses', async () => {
    await reach(1, 'public', 'nobody')
    expect((await reach(2, 'public', 'refused')).status).toBe(303)
    expect(await row()).toMatchObject({ access: 'agency', consent: 'refused' })
  })

  test('the signed form is read by whoever may change it and whoever looks on, by nobody else', async () => {
    await reach(1, 'agency', 'all', [['consent_form', form()]])
    const stored = await listFilesOf(scene.db, 'recording', [(await row()).id])
    const paper = stored.find(({ part }) => part === 'consent')
    const status = async (actor: Actor) => (await open(actor, `/berkas/${paper?.id}`)).status
    expect(await Promise.all([scene.agent, scene.secretariat, scene.leadership, scene.stranger].map(status))).toEqual([
      ...[200, 200, 200, 404],
    ])
    expect(await (await open(scene.stranger, `/dokumentasi/${code}`)).text()).not.toContain('surat.pdf')
    await reach(2, 'agency', 'unasked', [['removed_ids', paper?.id ?? '']])
    expect(await status(scene.agent)).toBe(404)
  })

  test('that was public before anybody was asked stays so, and stands on the secretariat’s list', async () => {
    await update(scene.db, 'recording').set({ access: 'public' }).where('code', '=', code).execute()
    const list = async (actor: Actor) => (await open(actor, '/dokumentasi')).text()
    expect(await list(scene.secretariat)).toContain('Persetujuan belum dicatat')
    expect(await list(scene.stranger)).not.toContain('Persetujuan belum dicatat')
    expect((await reach(1, 'public', 'unasked', [['embargo_until', '2027-01-01']])).status).toBe(303)
    expect((await reach(2, 'public', 'nobody')).status).toBe(303)
    expect(await list(scene.secretariat)).not.toContain('Persetujuan belum dicatat')
  })

  test('is chosen when it is added, under the same rule', async () => {
    const add = async (body: Record<string, string | File>) => {
      const typed = new FormData()
      const said = { id: randomUUIDv7(), title: 'Kedua', recording: new File([film], 'film.mp4'), access: 'public' }
      for (const [name, value] of Object.entries({ ...said, ...body })) typed.append(name, value)
      const headers = await scene.headersOf(scene.agent)
      return app.request('/proyek/b7k3m9qt/dokumentasi', { method: 'POST', headers, body: typed })
    }
    const unasked = await add({ consent: 'unasked' })
    expect([unasked.status, (await unasked.text()).includes('Catat dahulu persetujuan')]).toEqual([422, true])
    const agreed = await add({ consent: 'all', consent_form: form() })
    expect(agreed.status).toBe(303)
    const added = await findRecording(scene.db, agreed.headers.get('location')?.split('/').at(-1) ?? '')
    expect(added).toMatchObject({ access: 'public', consent: 'all', consentPersonId: scene.agent.personId })
  })
})
