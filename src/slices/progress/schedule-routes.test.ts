import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { makeReportable } from './make-progress.ts'
import { tracksOf } from './told.ts'
import { listTold } from './told-store.ts'

const database = await freshDatabase()
const app = makeApp(database, () => testNow)
let scene: Scene
let project: Awaited<ReturnType<typeof makeReportable>>

beforeEach(async () => {
  scene = await makeScene(database)
  project = await makeReportable(scene.db, scene)
})

const open = async (actor: Actor) =>
  app.request(`/proyek/${project.code}/jadwal`, { headers: await scene.headersOf(actor) })
const words = async (actor: Actor) => (await open(actor)).text()

/** A report of the first activity at this instant. */
const report = (percent: number, reportedAt: string, state: 'reported' | 'verified' = 'reported') =>
  insert(scene.db, 'progressReport', {
    ...{ id: randomUUIDv7(), projectId: project.id, lineId: project.first, percent, state, note: 'Antrean disatukan.' },
    ...{ reportedAt: new Date(reportedAt), accountId: scene.agent.accountId, personId: scene.agent.personId },
    ...(state === 'verified' && { decidedAt: testNow, decidedBy: scene.secretariat.accountId }),
  }).execute()

const ofFirst = async (zone: 'Asia/Jakarta' | 'Asia/Jayapura' = 'Asia/Jakarta') =>
  tracksOf(await listTold(scene.db, [project.id]), zone).find(({ lineId }) => lineId === project.first)

describe('the schedule', () => {
  test('dates each report in the agency’s zone, oldest first', async () => {
    await report(60, '2026-06-01T02:00:00Z', 'verified')
    await report(20, '2026-04-16T16:30:00Z')
    expect(await ofFirst()).toMatchObject({
      endsOn: '2026-05-31',
      readings: [
        { on: '2026-04-16', percent: 20, isVerified: false },
        { on: '2026-06-01', percent: 60, isVerified: true },
      ],
    })
    expect((await ofFirst('Asia/Jayapura'))?.readings[0]?.on).toBe('2026-04-17')
  })

  test('says in words what its chart draws: late, critical, done', async () => {
    await report(60, '2026-04-16T02:00:00Z')
    const page = await words(scene.head)
    expect(page).toContain('Dari 2 kegiatan, 0 selesai, 1 terlambat, dan 1 kritis.')
    expect(page).toContain('Terlambat 177 hari')
    expect(page).toContain('sejak 16 April 2026')
    expect(page).toContain('60%, rencana 100%')
    expect(page).toContain('Dilaporkan 30%, 20 poin di bawah rencana.')
    await report(100, '2026-06-02T02:00:00Z')
    const after = await words(scene.head)
    expect(after).toContain('2 hari setelah batas')
    expect(after).not.toContain('Terlambat 177 hari')
  })

  test('shows the plan that is being written while none is agreed, and says so where nothing has a date', async () => {
    await update(scene.db, 'actionPlan').set({ state: 'draft' }).where('projectId', '=', project.id).execute()
    expect(await words(scene.agent)).toContain('Rencana yang belum ditetapkan, versi 1')
    await update(scene.db, 'activity').set({ endsOn: null }).where('planId', '=', project.planId).execute()
    expect(await words(scene.agent)).toContain('Belum ada kegiatan yang bertanggal')
  })

  test('is read by whoever may read the project, in as many queries for three reports as for one', async () => {
    expect((await open(scene.stranger)).status).toBe(404)
    const count = async () => {
      const headers = await scene.headersOf(scene.secretariat)
      const before = database.statements.length
      expect((await app.request(`/proyek/${project.code}/jadwal`, { headers })).status).toBe(200)
      return database.statements.length - before
    }
    await report(10, '2026-04-16T02:00:00Z')
    const one = await count()
    for (const day of ['18', '19']) await report(30, `2026-04-${day}T02:00:00Z`)
    expect(await count()).toBe(one)
  })
})

test('the list shows what each plan wants by today, and from two projects on the curve of all', async () => {
  await report(81, '2026-04-16T02:00:00Z')
  const list = async (actor: Actor) => (await app.request('/laporan', { headers: await scene.headersOf(actor) })).text()
  expect(await list(scene.secretariat)).toContain('rencana 50%')
  expect(await list(scene.secretariat)).not.toContain('Kurva S program')
  const seat = await scene.addSeat(2)
  await makeReportable(scene.db, { ...scene, ...seat }, 'c8m4n2rs')
  const page = await list(scene.secretariat)
  expect(page).toContain('rata-rata 2 proyek')
  expect(page).toContain('Dilaporkan 20%, 30 poin di bawah rencana.')
  expect(await list(scene.agent)).not.toContain('Kurva S program')
})
