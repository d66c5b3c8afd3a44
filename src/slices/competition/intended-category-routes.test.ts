import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { update } from '#db'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { beginProject } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { createEntry } from './commands.ts'
import { loadEdition } from './edition-commands.ts'
import { nameCategory } from './intended-category-commands.ts'
import { anEdition } from './make-entry.ts'
import { findEntry } from './store.ts'

const database = await freshDatabase()
const app = makeApp(database)
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let code: string
let projectId: string

const begin = async (actor: Actor, seatId: string) => {
  projectId = randomUUIDv7()
  return beginProject(scene.db, actor, { id: projectId, seatId }, moment)
}

beforeEach(async () => {
  scene = await makeScene(database)
  code = await begin(scene.agent, scene.seatId)
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const read = async (actor: Actor, path: string) => (await open(actor, path)).text()
const post = async (actor: Actor, path: string, body: Record<string, string>) =>
  app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body: new URLSearchParams(body) })
const pathOf = (edition = '2023-umum') => `/proyek/${code}/kipp/kategori/${edition}`
const said = (category: string, revision = '0') => ({ category, reason: 'Menyangkut sekolah.', revision })
const load = (year: number) => {
  const next = { ...anEdition(), key: `${year}-umum`, label: `KIPP ${year}`, year, closingOn: `${year}-05-31` }
  return loadEdition(scene.db, scene.secretariat, JSON.stringify(next), moment)
}

test('the agent or the secretariat names it; others do not, and nobody from outside learns of it', async () => {
  expect(await read(scene.agent, `/proyek/${code}/kipp`)).toContain('Belum memilih kategori')
  expect((await open(scene.head, pathOf())).status).toBe(403)
  expect((await post(scene.leadership, pathOf(), said('pendidikan'))).status).toBe(403)
  expect((await open(scene.stranger, pathOf())).status).toBe(404)
  expect((await open(scene.agent, pathOf('opsi'))).status).toBe(404)
  const named = { edition: '2023-umum', category: 'pendidikan', reason: '', revision: 0 }
  for (const actor of [scene.head, scene.leadership])
    await expect(nameCategory(scene.db, actor, code, named, moment)).rejects.toThrow('forbidden')
  expect((await post(scene.agent, pathOf(), said('pendidikan'))).status).toBe(303)
  const page = await read(scene.head, `/proyek/${code}/kipp`)
  for (const words of ['Pendidikan', 'Menyangkut sekolah.', 'Edisi berikutnya belum dimuat'])
    expect(page).toContain(words)
  expect((await post(scene.secretariat, pathOf(), said('kesehatan', '1'))).status).toBe(303)
  const entries = await listEntriesOf(scene.db, [projectId])
  expect(entries.slice(0, 2)).toMatchObject([
    { event: 'project.category-named', onBehalfOf: scene.agent.personId, details: { category: 'kesehatan' } },
    { event: 'project.category-named', onBehalfOf: null, details: { edition: '2023-umum', category: 'pendidikan' } },
  ])
})

test('a stale page and a category that is not there lose nothing of what was typed', async () => {
  await post(scene.agent, pathOf(), said('pendidikan'))
  const stale = await post(scene.agent, pathOf(), { ...said('kesehatan'), reason: 'Menyangkut puskesmas.' })
  const page = await stale.text()
  expect(stale.status).toBe(409)
  for (const words of ['Menyangkut puskesmas.', 'Menyangkut sekolah.']) expect(page).toContain(words)
  const wrong = await post(scene.agent, pathOf(), said('hilang', '1'))
  expect([wrong.status >= 400, await wrong.text()]).toEqual([true, expect.stringContaining('Pilih salah satu')])
})

test('what was named of the last edition is proposed in the next, and the entry begins with it', async () => {
  await post(scene.agent, pathOf(), said('pendidikan'))
  await load(2027)
  expect(await read(scene.agent, `/proyek/${code}/kipp`)).toContain(`dari ${anEdition().label}`)
  const form = await read(scene.agent, pathOf('2027-umum'))
  expect(form).toContain('Diusulkan dari pilihan pada')
  expect(form).toMatch(/value="pendidikan" selected/)
  await update(scene.db, 'project').set({ state: 'running', title: 'Jawab' }).where('id', '=', projectId).execute()
  const entry = { id: randomUUIDv7(), projectId, editionCode: '2027-umum' }
  const entryCode = await createEntry(scene.db, scene.secretariat, entry, moment)
  expect((await findEntry(scene.db, entryCode))?.category).toBe('pendidikan')
})

test('all projects show theirs in a constant number of queries', async () => {
  const count = async () => {
    const headers = await scene.headersOf(scene.leadership)
    const before = database.statements.length
    const page = await (await app.request('/usulan/umur', { headers })).text()
    return { queries: database.statements.length - before, page }
  }
  await post(scene.agent, pathOf(), said('pendidikan'))
  const one = await count()
  expect(one.page).toContain(`Pendidikan (${anEdition().label})`)
  for (const [number, category] of [
    [2, 'kesehatan'],
    [3, 'ketahanan-pangan'],
  ] as const) {
    const { seatId, agent } = await scene.addSeat(number)
    code = await begin(agent, seatId)
    await post(agent, pathOf(), said(category))
  }
  const three = await count()
  expect(three.page).toContain('Ketahanan Pangan')
  expect(three.queries).toBe(one.queries)
})
