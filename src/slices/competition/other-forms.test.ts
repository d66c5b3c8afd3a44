import { randomUUIDv7 } from 'node:crypto'
import { unzipSync } from 'fflate'
import { beforeEach, expect, test } from 'vitest'
import { update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { writeAnswer } from './commands.ts'
import { type Edition, fieldsOf } from './edition.ts'
import { extraField } from './forms.ts'
import { editionOf } from './shipped.ts'

const database = await freshDatabase()
const app = makeApp(database, () => testNow, { files: makeFiles(freshFolder()) })
let scene: Scene
let project: { id: string; code: string }

beforeEach(async () => {
  scene = await makeScene(database)
  project = await makeRunningProject(scene.db, scene, { isPublicService: true })
  await update(scene.db, 'project').set({ startedOn: '2024-02-01' }).execute()
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const read = async (actor: Actor, path: string) => (await open(actor, path)).text()
const post = async (actor: Actor, path: string, body: Record<string, string> | FormData = {}) => {
  const sent = body instanceof FormData ? body : new URLSearchParams(body)
  return app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body: sent })
}
const mainOf = (page: string) => /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? ''
const words = (count: number) =>
  Array.from({ length: count }, (_, at) => (at % 3 === 0 ? 'the' : `word${at}`)).join(' ')

/** What the form asks outside its fields, all of it answered. */
function identityOf({ identity, categories, goals, checks }: Edition): URLSearchParams {
  const said = new URLSearchParams({ revision: '1', title: 'One hour answers', started_on: '2024-02-01' })
  said.set('start_proof', 'Decree 12/2024')
  said.set('closing_on', '2026-12-31')
  if (categories[0]) said.set('category', categories[0].key)
  if (goals[0]) said.append('goals', goals[0].key)
  for (const { key } of checks) said.append('checked', key)
  for (const { key, kind } of identity) said.set(extraField(key), kind === 'yes-no' ? 'tidak' : 'Central government')
  return said
}

test.each([
  {
    key: 'unpsa',
    stage: 'penyaringan',
    heading: '12. Pelajaran (Lessons learned)',
    gates: 'Umur, kategori, tujuan TPB,',
    place: '1. No Poverty',
    documents: ['evaluation.pdf', 'survey.pdf'],
  },
  {
    key: 'opsi',
    stage: 'terbit',
    heading: '4e. Pelajaran (Lessons Learned)',
    gates: 'Tanggal mulai dan identitas',
    place: 'Tingkat pemerintahan (Level of government)',
    documents: [],
  },
])(
  'an entry into $key is carried from the choice of its project to its history by the rules of its own form',
  async ({ key, stage, heading, gates, place, documents }) => {
    const edition = editionOf(key)
    if (!edition) throw new Error('no edition')
    const { agent, secretariat } = scene
    expect(await read(secretariat, `/usulan/baru?edisi=${key}&proyek=${project.id}`)).toContain(edition.label)
    const begun = await post(secretariat, '/usulan', { id: randomUUIDv7(), edition: key, project_id: project.id })
    const home = begun.headers.get('location') ?? ''
    const code = home.split('/').at(-1) ?? ''

    const identity = await app.request(`${home}/identitas`, {
      ...{ method: 'POST', headers: await scene.headersOf(agent), body: identityOf(edition) },
    })
    expect(identity.status).toBe(303)
    const [first, ...others] = fieldsOf(edition)
    if (!first) throw new Error('no field')
    const long = words((first.limit ?? 90) + 1)
    await post(agent, `${home}/${first.key}`, { revision: '0', text: long, evidence: '' })
    expect((await read(agent, home)).includes('lewat 1 kata dari batas 300 kata')).toBe(first.limit === 300)
    const body = new FormData()
    for (const [name, value] of Object.entries({ revision: '1', text: words(first.limit ?? 90), evidence: '' }))
      body.set(name, value)
    for (const name of documents) body.append('proof', new File(['%PDF-1.7\n%âãÏÓ\n1 0 obj'], name))
    expect((await post(agent, `${home}/${first.key}`, body)).status).toBe(303)
    for (const { key: field, limit } of others) {
      const said = { text: words(limit ?? 90), evidence: '', revision: 0, files: [] }
      await writeAnswer(scene.db, agent, code, field, said, { now: testNow, today: '2026-11-24' })
    }

    const check = await read(secretariat, `${home}/periksa`)
    expect(check).toContain(gates)
    expect(check).not.toContain('bahasa Indonesia')
    expect((await post(secretariat, `${home}/siap`)).status).toBe(303)
    const bytes = new Uint8Array(await (await open(secretariat, `${home}.zip`)).arrayBuffer())
    const parts = unzipSync(bytes)
    expect(Object.keys(parts).filter((name) => name.startsWith('bukti/'))).toHaveLength(documents.length)
    const paper = new TextDecoder().decode(unzipSync(parts['usulan.docx'] ?? bytes)['word/document.xml'])
    expect(paper).toContain(heading)
    expect(paper.includes('Surat dan pernyataan')).toBe(edition.checks.length > 0)
    const copied = await read(secretariat, `${home}/salin`)
    for (const said of [heading, '1 February 2024', place]) expect(copied).toContain(said)

    expect((await post(secretariat, `${home}/kirim`, { sent_on: '2026-11-24', sent_number: '' })).status).toBe(303)
    expect(await read(agent, home)).toContain(`Dikirim ke ${edition.site} 24 November 2026.`)
    const result = { revision: '0', outcome: 'passed', decided_on: '2026-11-24', note: '' }
    expect((await post(secretariat, `${home}/tahap/${stage}`, result)).status).toBe(303)
    expect(await read(agent, `${home}/tahap`)).toContain(`Tahap ${edition.short}`)
    const history = await read(scene.leadership, '/usulan/riwayat')
    for (const said of [`/usulan/${code}/tahap`, edition.label, ': lolos']) expect(history).toContain(said)
    expect(await (await open(scene.leadership, '/usulan/katalog.json')).json()).toEqual([])
    for (const page of ['', '/periksa', '/surat', '/catatan', '/salin', '/tahap', '/kirim', '/buka-lagi'])
      expect(mainOf(await read(secretariat, home + page)), page).not.toMatch(/KIPP|Sinovik|meterai|JIPPNas|[Nn]asional/)
  },
)

test('an entry of UNPSA goes nowhere once it was won, nor without its documents, nor in Indonesian', async () => {
  const edition = editionOf('unpsa')
  if (!edition) throw new Error('no edition')
  const begun = await post(scene.secretariat, '/usulan', {
    ...{ id: randomUUIDv7(), edition: 'unpsa', project_id: project.id },
  })
  const home = begun.headers.get('location') ?? ''
  const said = identityOf(edition)
  said.set(extraField('pernah-menang'), 'ya')
  await app.request(`${home}/identitas`, {
    ...{ method: 'POST', headers: await scene.headersOf(scene.agent), body: said },
  })
  const text = 'Layanan ini sudah menjawab pertanyaan dari 24 provinsi dalam satu jam.'
  await post(scene.agent, `${home}/uraian`, { revision: '0', text, evidence: '' })
  const page = await read(scene.agent, home)
  for (const gap of ['UNPSA tidak menerima usulan yang menjawab', 'baru 0 dari 2 berkas']) expect(page).toContain(gap)
  expect(await read(scene.agent, `${home}/periksa`)).toContain('Tampaknya masih berbahasa Indonesia')
  expect(await read(scene.agent, `${home}/uraian`)).toContain('dibaca dalam bahasa Inggris')
  expect((await post(scene.secretariat, `${home}/siap`)).status).toBe(409)
})

test('who was its agent to the last day of the programme reads the project and changes nothing of it', async () => {
  for (const table of ['standing', 'appointment', 'programme'] as const)
    await update(scene.db, table).set({ untilOn: '2026-11-23' }).execute()
  const path = `/proyek/${project.code}`
  expect((await open(scene.agent, path)).status).toBe(200)
  expect(await read(scene.agent, '/proyek')).toContain(path)
  const { headers } = await open(scene.agent, `${path}/ubah`)
  expect(headers.get('location')).toBe(path)
  expect((await post(scene.agent, `${path}/ajukan`, { revision: '1' })).status).toBe(403)
})
