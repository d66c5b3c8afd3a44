import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { remove } from '#db'
import { listFilesOf } from '#files'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { film } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { makePdf } from '#test/pdf.ts'
import { makePhotograph } from '#test/pictures.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { depositsOf } from './deposit.ts'
import { depositRecordings } from './deposit-commands.ts'
import { listPictures } from './picture-store.ts'
import { listRecordingsOf } from './store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
let scene: Scene
let projectId: string
let project: string

beforeEach(async () => {
  scene = await makeScene(database)
  const made = await makeRunningProject(scene.db, scene)
  ;({ id: projectId, code: project } = made)
})

const asFile = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name)
const photograph = async (name: string) => asFile(await makePhotograph(`#${name.slice(0, 6)}`), name)
const letter = () => asFile(makePdf(''), 'surat.pdf')
const send = async (brought: File[], but: Record<string, string | File> = {}) => {
  const form = new FormData()
  const said = { id: randomUUIDv7(), title: '', access: 'agency', consent: 'unasked', ...but }
  for (const [name, value] of Object.entries(said)) form.append(name, value)
  for (const one of brought) form.append('recording', one)
  const headers = await scene.headersOf(scene.agent)
  return app.request(`/proyek/${project}/dokumentasi`, { method: 'POST', headers, body: form })
}
const kept = () => listRecordingsOf(scene.db, scene.agent, projectId)
const said = async () => (await kept()).map(({ kind, title }) => `${kind} ${title}`).toSorted()
const picturesOf = async (id: string) => (await listPictures(scene.db, id)).map(({ name }) => name)

test('photographs that come together are one recording, in the order in which they came', async () => {
  const brought = [await photograph('aa0000.jpg'), await photograph('00aa00.jpg'), await photograph('0000aa.jpg')]
  expect((await send(brought)).status).toBe(422)
  const answer = await send(brought, { title: 'Hari pertama' })
  expect(answer.headers.get('location')).toMatch(/^\/dokumentasi\/\w{8}$/)
  expect(await said()).toEqual(['picture Hari pertama'])
  const [set] = await kept()
  expect(await picturesOf(set?.id ?? '')).toEqual(['aa0000.jpg', '00aa00.jpg', '0000aa.jpg'])
})

test('films and documents are a recording each, with what is said once of all, and its forms', async () => {
  const brought = [
    asFile(film, 'wawancara_satu.mp4'),
    await photograph('aa0000.jpg'),
    asFile(makePdf('1 0 0 rg'), 'Notula.pdf'),
    await photograph('00aa00.jpg'),
  ]
  const common = { title: 'Peluncuran', description: 'Di ruang baca.', access: 'public', consent: 'all' }
  const form = { id: randomUUIDv7(), ...common, consent_form: letter() }
  const answer = await send(brought, form)
  expect(answer.headers.get('location')).toBe(`/proyek/${project}/dokumentasi`)
  expect(await said()).toEqual([
    ...['document Peluncuran: Notula', 'film Peluncuran: wawancara satu', 'picture Peluncuran'],
  ])
  for (const row of await kept()) {
    expect(row).toMatchObject({ description: 'Di ruang baca.', access: 'public', consent: 'all' })
    const own = await listFilesOf(scene.db, 'recording', [row.id])
    expect(own.filter(({ part }) => part === 'consent').map(({ name }) => name)).toEqual(['surat.pdf'])
  }
})

test('one that is refused takes none of the others with it, and is said with its name; sent again nothing is doubled', async () => {
  const uploads = ['satu.mp4', 'dua.mp4', 'tiga.mp4'].map((name, at) => ({
    name,
    bytes: Buffer.concat([film, Buffer.from([0, 0, 0, 8]), Buffer.from('free'), Buffer.alloc(at)]),
  }))
  const ids: string[] = []
  for (const one of uploads) ids.push(await upload(files, scene.db, scene.agent, one, testNow))
  const brought = ids.map((id, at) => ({ id, name: uploads[at]?.name ?? '', kind: 'film' as const }))
  const deposits = depositsOf(randomUUIDv7(), '', brought)
  await remove(scene.db, 'upload')
    .where('id', '=', ids[1] ?? '')
    .execute()
  const add = () => depositRecordings(scene.db, scene.agent, project, { deposits }, testNow)
  const outcome = (await add()).map((one) => ('code' in one ? 'kept' : one.refused))
  expect(outcome).toEqual(['kept', expect.stringContaining('sudah tidak ada'), 'kept'])
  await add()
  expect(await said()).toEqual(['film satu', 'film tiga'])
})

test('a file of another kind sends the form back with the others, which need not be sent again', async () => {
  const answer = await send([
    asFile(film, 'satu.mp4'),
    asFile(Buffer.from('a;b'), 'tabel.csv'),
    asFile(film, 'dua.mp4'),
  ])
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('tabel.csv bukan film')
  const carried = [...page.matchAll(/name="recording_upload" value="([^"]+)" checked/g)].map((match) => match[1] ?? '')
  expect(carried.map((one) => one.split('/')[1])).toEqual(['satu.mp4', 'dua.mp4'])
  const form = new FormData()
  const fields = { id: randomUUIDv7(), title: '', access: 'agency', consent: 'unasked' }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const one of carried) form.append('recording_upload', one)
  const headers = await scene.headersOf(scene.agent)
  const again = await app.request(`/proyek/${project}/dokumentasi`, { method: 'POST', headers, body: form })
  expect(again.status).toBe(303)
  expect(await said()).toEqual(['film dua', 'film satu'])
})

test('what the form of one recording gave is given to another as what it is: an original is no letter of consent', async () => {
  await send([await photograph('aa0000.jpg')], { title: 'Foto', consent_form: letter() })
  const [{ id = '' } = {}] = await kept()
  const own = await listFilesOf(scene.db, 'recording', [id])
  const carry = async (part: string) => {
    const file = own.find((one) => one.part === part)
    const consent_form_upload = `${file?.id}/${file?.name}`
    return (await send([asFile(film, 'satu.mp4')], { title: 'Film', consent_form_upload })).status
  }
  expect([await carry('master'), await carry('consent')]).toEqual([422, 303])
  expect(await said()).toEqual(['film Film', 'picture Foto'])
})
