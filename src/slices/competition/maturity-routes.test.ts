import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { beginProject, findProjectById } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { loadEdition } from './edition-commands.ts'
import { anEdition } from './make-entry.ts'

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

const read = async (actor: Actor, path: string) =>
  (await app.request(path, { headers: await scene.headersOf(actor) })).text()

test('a project says from its beginning in which edition it can first enter, and anew when that is corrected', async () => {
  expect(await read(scene.agent, `/proyek/${code}`)).toContain(`/proyek/${code}/kipp`)
  expect(await read(scene.agent, `/proyek/${code}/kipp`)).toContain('tanggal mulai diterapkan belum diisi')
  const material = await read(scene.agent, `/proyek/${code}/kipp`)
  for (const words of ['Bahan usulan', 'Angka sebelum dan sesudah', 'penyelesaian proyek, nilai akhir'])
    expect(material).toContain(words)
  await update(scene.db, 'project').set({ startedOn: '2025-06-01' }).where('id', '=', projectId).execute()
  expect(await read(scene.agent, `/proyek/${code}/kipp`)).toContain(
    'edisi 2027 bila ditutup 1 Juni 2027 atau sesudahnya',
  )
  const next = { ...anEdition(), key: '2027-umum', label: 'KIPP 2027', year: 2027, closingOn: '2027-06-01' }
  await loadEdition(scene.db, scene.secretariat, JSON.stringify(next), moment)
  expect(await read(scene.agent, `/proyek/${code}/kipp`)).toContain('KIPP 2027, ditutup 1 Juni 2027.')
  await loadEdition(scene.db, scene.secretariat, JSON.stringify({ ...next, closingOn: '2027-05-31' }), moment)
  expect(await read(scene.agent, `/proyek/${code}/kipp`)).toContain('Belum diketahui: aturan edisi berikutnya')
  const headers = await scene.headersOf(scene.stranger)
  expect((await app.request(`/proyek/${code}/kipp`, { headers })).status).toBe(404)
})

test('whoever looks at all of the agency sees every project with what is missing, in a constant number of queries', async () => {
  const count = async () => {
    const headers = await scene.headersOf(scene.leadership)
    const before = database.statements.length
    const answer = await app.request('/usulan/umur', { headers })
    return { queries: database.statements.length - before, page: await answer.text() }
  }
  const one = await count()
  expect(one.page).toContain('Belum diisi')
  for (const number of [2, 3]) {
    const { seatId, agent } = await scene.addSeat(number)
    await begin(agent, seatId)
  }
  await update(scene.db, 'project').set({ startedOn: '2024-06-01' }).where('id', '=', projectId).execute()
  const three = await count()
  expect(three.page).toContain('1 Juni 2024, belum ada bukti')
  await update(scene.db, 'project').set({ startedOn: '2026-12-10' }).where('id', '=', projectId).execute()
  const planned = (await count()).page
  expect(planned).toContain('10 Desember 2026, masih akan datang')
  expect(planned).toContain('edisi 2028 bila ditutup 10 Desember 2028 atau sesudahnya')
  expect(three.page).toContain((await findProjectById(scene.db, projectId))?.code ?? 'no project')
  expect(three.queries).toBe(one.queries)
  const headers = await scene.headersOf(scene.agent)
  expect((await app.request('/usulan/umur', { headers })).status).toBe(403)
})
