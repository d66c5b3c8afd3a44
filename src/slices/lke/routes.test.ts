import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { insert, update } from '#db'
import { readWorkbook } from '#documents/sheet.ts'
import type { Actor } from '#kit/actor.ts'
import { beginProject, findProject, listPlans } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'

const database = await freshDatabase()
const app = makeApp(database)
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene

beforeEach(async () => {
  scene = await makeScene(database)
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const read = async (actor: Actor, path: string) => (await open(actor, path)).text()

/** A project of the seat that was confirmed at an instant, and whose integration was verified at another. */
async function makeChange(seat: { seatId: string; agent: Actor }, confirmedAt: string, verifiedAt?: string) {
  const { db } = scene
  const code = await beginProject(db, seat.agent, { id: randomUUIDv7(), seatId: seat.seatId }, moment)
  const { id: projectId = '' } = (await findProject(db, code)) ?? {}
  const [plan] = await listPlans(db, projectId)
  await update(db, 'project')
    .set({ state: 'closed', title: `Perubahan ${code}` })
    .where('id', '=', projectId)
    .execute()
  const words = { beforeWords: 'Dua loket.', afterWords: 'Satu loket.' }
  const told = { finishedAt: new Date(confirmedAt), confirmedAt: new Date(confirmedAt) }
  await insert(db, 'finish', { id: randomUUIDv7(), projectId, planId: plan?.id ?? '', ...words, ...told }).execute()
  if (!verifiedAt) return code
  const at = new Date(verifiedAt)
  const document = { kind: 'procedure', number: '12/SOP/2026', datedOn: '2026-11-02', statedAt: at, verifiedAt: at }
  await insert(db, 'integration', { id: randomUUIDv7(), projectId, ...document }).execute()
  return code
}

test('the year of a change is that of its confirmation, in the agency’s own zone', async () => {
  const second = await scene.addSeat(2)
  const third = await scene.addSeat(3)
  // 2026 ends in Jakarta at 17.00 UTC.
  const inside = await makeChange(scene, '2026-12-31T16:59:59Z', '2026-12-31T16:59:59Z')
  await makeChange(second, '2026-12-31T17:00:00Z')
  const lateProof = await makeChange(third, '2026-11-20T02:00:00Z', '2027-01-05T02:00:00Z')
  const html = await read(scene.leadership, '/laporan/lke?tahun=2026')
  expect(html).toContain('3 agen')
  expect(html).toContain('2 perubahan')
  expect(html).toContain('1 terintegrasi')
  expect(html).toContain('66,67%')
  expect(html).toContain('50,00%')
  expect(html).toContain('Agen yang penetapannya berlaku pada hari terakhir tahun penilaian dihitung')
  const changes = await read(scene.leadership, '/laporan/lke/rincian?tahun=2026&angka=perubahan')
  expect(changes).toContain(`/proyek/${inside}`)
  expect(changes).toContain(`/proyek/${lateProof}`)
  const integrated = await read(scene.leadership, '/laporan/lke/rincian?tahun=2026&angka=terintegrasi')
  expect(integrated).toContain('nomor 12/SOP/2026')
  expect(integrated).not.toContain(lateProof)
})

test('without a denominator nothing is told, and the other reading of the programme is said', async () => {
  await update(scene.db, 'programme').set({ agentCount: 'any-time' }).where('id', '=', scene.programmeId).execute()
  const html = await read(scene.secretariat, '/laporan/lke?tahun=2026')
  expect(html).toContain('Nilai belum dapat dihitung')
  expect(html).toContain('Semua agen yang pernah ditetapkan dalam tahun penilaian dihitung')
  expect(await read(scene.secretariat, '/laporan/lke?tahun=2019')).toContain('Belum ada agen atau perubahan')
  expect((await open(scene.secretariat, '/laporan/lke?tahun=abad')).status).toBe(404)
})

test('a head reads the own unit only, others without standing nothing', async () => {
  const other = await scene.addSeat(2)
  const html = await read(scene.head, '/laporan/lke?tahun=2026')
  expect(html).toContain('Pusat Jasa Informasi')
  expect(html).not.toContain('Unit 2')
  expect(html).not.toContain('Seluruh instansi')
  const path = '/laporan/lke/rincian?tahun=2026&angka=agen'
  expect((await open(scene.head, path)).status).toBe(404)
  expect((await open(scene.head, `${path}&unit=${other.unitId}`)).status).toBe(404)
  expect(await read(scene.head, `${path}&unit=${scene.unitId}`)).toContain('Nadia Kusumastuti')
  expect((await open(scene.agent, '/laporan/lke')).status).toBe(403)
  expect((await open(scene.agent, '/laporan/lke.xlsx')).status).toBe(403)
})

test('the workbook holds the figures and what they were counted from', async () => {
  const code = await makeChange(scene, '2026-11-20T02:00:00Z', '2026-11-21T02:00:00Z')
  const answer = await open(scene.secretariat, '/laporan/lke.xlsx?tahun=2026')
  const book = await readWorkbook(new Uint8Array(await answer.arrayBuffer()), 'angka-lke-2026.xlsx')
  expect(book.ok).toBe(true)
  const text = JSON.stringify(book)
  for (const word of ['Seluruh instansi', '2,3750', 'Nadia Kusumastuti', code, 'nomor 12/SOP/2026'])
    expect(text).toContain(word)
})

test('takes as many queries for three units as for one', async () => {
  const count = async () => {
    await open(scene.leadership, '/laporan/lke?tahun=2026')
    database.statements.length = 0
    await open(scene.leadership, '/laporan/lke?tahun=2026')
    return database.statements.length
  }
  await makeChange(scene, '2026-11-20T02:00:00Z', '2026-11-21T02:00:00Z')
  const before = await count()
  for (const number of [2, 3]) await makeChange(await scene.addSeat(number), '2026-11-20T02:00:00Z')
  expect(await count()).toBe(before)
})
