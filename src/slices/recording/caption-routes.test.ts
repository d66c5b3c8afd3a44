import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { select, update } from '#db'
import { listFilesOf } from '#files'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { addRecording } from './commands.ts'
import { findRecording } from './store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, undefined, { files })
const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
const vtt =
  'WEBVTT\n\n00:01.000 --> 00:02.500\nDahulu pembaca menunggu tiga hari.\n\n00:03.000 --> 00:04.000\nKini satu jam.\n'
let scene: Scene
let path: string
let id: string

beforeEach(async () => {
  scene = await makeScene(database)
  await makeRunningProject(scene.db, scene)
  const uploadId = await upload(files, scene.db, scene.agent, { name: 'film.mp4', bytes: film }, testNow)
  const said = { title: 'Satu jam', description: '', recordedOn: null }
  const code = await addRecording(scene.db, scene.agent, 'b7k3m9qt', { id: randomUUIDv7(), uploadId, ...said }, testNow)
  path = `/dokumentasi/${code}`
  id = (await findRecording(scene.db, code))?.id ?? ''
})

const open = async (what: string, actor = scene.agent) => app.request(what, { headers: await scene.headersOf(actor) })
const textOf = async (what: string) => (await open(what)).text()
const post = async (actor: Actor, what: string, body: Record<string, string | File>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) form.append(name, value)
  return app.request(path + what, { method: 'POST', headers: await scene.headersOf(actor), body: form })
}
const put = (text: string, but: Record<string, string | File> = {}, actor = scene.agent) =>
  post(actor, '/takarir', { track: 'id', revision: '0', captions: new File([text], 'film.vtt'), ...but })
const parts = async () => (await listFilesOf(scene.db, 'recording', [id])).map(({ part }) => part).toSorted()

test('captions of a file stand under the film, line by line, are found by their words, and go out as WebVTT', async () => {
  expect((await put(vtt)).status).toBe(303)
  const page = await textOf(path)
  expect(page).toContain('<track kind="captions"')
  expect(page).toMatch(/href="[^"]*\?t=3"[^>]*>0:03<\/a><span[^>]*>Kini satu jam/)
  expect(await textOf(`${path}?t=3`)).toContain('film.mp4#t=3')
  const answer = await open(`/media/${path.split('/').at(-1)}/id.vtt`)
  expect(answer.headers.get('content-type')).toBe('text/vtt; charset=utf-8')
  expect(await answer.text()).toContain('00:00:01.000 --> 00:00:02.500\nDahulu pembaca')
  expect((await app.request(`/media/${path.split('/').at(-1)}/id.vtt`)).status).toBe(404)
  expect(await parts()).toEqual(['caption-id', 'master'])
  const [cue] = await select(scene.db, 'recordingCue').select(['startSeconds', 'words']).orderBy('number').execute()
  expect(cue).toMatchObject({ startSeconds: '1.000', words: expect.stringContaining("'baca'") })
})

test('a file that is none comes back with a sentence; nobody writes over what is there unseen', async () => {
  const wrong = await put('WEBVTT\n\n00:02.000 --> 00:01.000\na')
  expect([wrong.status, (await wrong.text()).includes('Waktu selesai harus sesudah waktu mulai.')]).toEqual([422, true])
  await put(vtt)
  const again = await put(vtt)
  expect([again.status, (await again.text()).includes('sudah ada dan akan diganti')]).toEqual([422, true])
  expect((await put(vtt, { revision: '1' })).status).toBe(303)
  expect(await parts()).toEqual(['caption-id', 'master'])
  expect((await put(vtt, { revision: '2' }, scene.leadership)).status).toBe(403)
})

test('what is said in a recording of sound is written beside that sound', async () => {
  const head = Buffer.from(
    '524946462400000057415645666d742010000000010001008813000088130000010008006461746100000000',
    'hex',
  )
  const wave = { name: 'wawancara.wav', bytes: head }
  const uploadId = await upload(files, scene.db, scene.agent, wave, testNow)
  const said = { id: randomUUIDv7(), uploadId, title: 'Wawancara' }
  const code = await addRecording(scene.db, scene.agent, 'b7k3m9qt', said, testNow)
  path = `/dokumentasi/${code}`
  expect((await post(scene.agent, '/takarir', { track: 'id', revision: '0' })).status).toBe(303)
  const [, source = ''] = /<audio[^>]* src="([^"]+)"/.exec(await textOf(`${path}/takarir/id`)) ?? []
  expect(Buffer.from(await (await open(source)).arrayBuffer())).toEqual(head)
})

test('cues are edited, added and taken out as one form; whoever was late reads both', async () => {
  await put(vtt)
  const cues = {
    ...{ revision: '1', start_1: '0:01', end_1: '0:02,5', text_1: 'Dahulu tiga hari.' },
    ...{ start_2: '', end_2: '', text_2: '', start_0: '0:04', end_0: '5', text_0: 'Terima kasih.' },
  }
  const flawed = await post(scene.agent, '/takarir/id', { ...cues, end_1: 'nanti', start_0: '9' })
  expect(flawed.status).toBe(422)
  expect(await flawed.text()).toMatch(/Tulis waktu seperti[\s\S]*Waktu selesai harus sesudah/)
  expect((await post(scene.agent, '/takarir/id', cues)).status).toBe(303)
  const page = await textOf(path)
  expect(page).toMatch(/Dahulu tiga hari\.[\s\S]*Terima kasih\./)
  expect(page).not.toContain('Kini satu jam.')
  const late = await post(scene.secretariat, '/takarir/id', { ...cues, text_1: 'Dulu 72 jam.' })
  expect(late.status).toBe(409)
  expect(await late.text()).toMatch(/Dulu 72 jam\.[\s\S]*Dahulu tiga hari\./)
  const tooLate = await post(scene.agent, '/takarir/id/hapus', { revision: '1' })
  expect([tooLate.status, await parts()]).toEqual([409, ['caption-id', 'master']])
  expect(await tooLate.text()).toMatch(/diubah orang lain[\s\S]*name="revision" value="2"/)
  expect((await post(scene.agent, '/takarir/id/hapus', { revision: '2' })).status).toBe(303)
  expect(await parts()).toEqual(['master'])
})

test('lines beyond the end of the film are kept, and told: at once, and beside each as long as they are', async () => {
  await update(scene.db, 'recording').set({ duration: 2 }).where('id', '=', id).execute()
  const saved = await put(vtt.replace('00:02.500', '00:02.900'))
  expect(decodeURIComponent(saved.headers.get('set-cookie') ?? '')).toContain(
    '1 baris mulai sesudah rekamannya berakhir',
  )
  const page = await textOf(`${path}/takarir/id`)
  expect(page.match(/Tidak pernah tampil: mulai sesudah rekamannya berakhir \(durasinya 0:02\)/g)).toHaveLength(1)
  const cues = { revision: '1', start_2: '0:01,5', end_2: '0:06', text_2: 'Kini satu jam.' }
  const edited = await post(scene.agent, '/takarir/id', cues)
  expect(edited.status).toBe(303)
  expect(decodeURIComponent(edited.headers.get('set-cookie') ?? '')).toContain('Baris 2 selesai sesudah')
  expect((await open(`/media/${path.split('/').at(-1)}/id.vtt`)).status).toBe(200)
})
