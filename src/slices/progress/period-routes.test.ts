import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { update } from '#db'
import { readWorkbook } from '#documents/sheet.ts'
import type { Actor } from '#kit/actor.ts'
import { dayIn } from '#kit/date.ts'
import { makeApp } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { reportProgress } from './commands.ts'
import { makeReportable } from './make-progress.ts'

/** Two activities that run since 10 October; that month is due on 5 November. */
const database = await freshDatabase()
let now: Date
const app = makeApp(database, () => now)
let scene: Scene
let project: Awaited<ReturnType<typeof makeReportable>>

const on = (day: string) => new Date(`${day}T03:00:00Z`)

beforeEach(async () => {
  now = on('2026-11-04')
  scene = await makeScene(database)
  await update(scene.db, 'programme').set({ reporting: 'monthly' }).execute()
  project = await makeReportable(scene.db, scene)
  await agree()
})

const agree = (day = '2026-10-10') =>
  update(scene.db, 'actionPlan')
    .set({ agreedAt: on(day) })
    .execute()
const open = async (actor: Actor, at: string) => app.request(at, { headers: await scene.headersOf(actor) })
const words = async (actor: Actor, at: string) => (await open(actor, at)).text()
async function report(lineId: string, day: string, percent = 50) {
  const said = { percent, value: null, note: 'Antrean disatukan.', obstacle: '', solution: '', evidence: null }
  const moment = { now: on(day), today: dayIn('Asia/Jakarta', on(day)) }
  await reportProgress(scene.db, scene.agent, project.code, { id: randomUUIDv7(), lineId, ...said }, moment)
}
const reportAll = async (day: string) => {
  for (const lineId of [project.first, project.second]) await report(lineId, day)
}

describe('the page of all reports', () => {
  test('shows the period that is reported now, until when, and who has not', async () => {
    await report(project.first, '2026-10-20')
    const html = await words(scene.secretariat, '/laporan')
    expect(html).toContain('Laporan Oktober 2026')
    expect(html).toContain('Kamis, 5 November 2026')
    expect(html).toContain('0 dari 1 agen')
    expect(html).toContain('1 dari 2 kegiatan belum dilaporkan')
    await report(project.second, '2026-11-05')
    expect(await words(scene.secretariat, '/laporan')).toContain('1 dari 1 agen')
  })

  test('names who is late from the day after, until they report', async () => {
    now = on('2026-11-06')
    expect(await words(scene.secretariat, '/laporan')).toMatch(/Terlambat melapor Oktober 2026<\/dt><dd>Nadia/)
    const october = '/laporan?program=2026&periode=2026-10'
    expect(await words(scene.secretariat, october)).toMatch(/Terlambat melapor<\/dt><dd>Nadia/)
    await reportAll('2026-11-06')
    expect(await words(scene.secretariat, '/laporan')).not.toContain('Terlambat melapor Oktober 2026')
    expect(await words(scene.secretariat, october)).toMatch(/Melapor setelah batas<\/dt><dd>Nadia/)
  })

  test('shows a head the own unit, and others nothing', async () => {
    now = on('2026-11-06')
    const other = await scene.addSeat(2)
    await makeReportable(scene.db, { ...scene, ...other }, 'c8k3m9qt')
    await agree()
    const html = await words(scene.head, '/laporan')
    expect(html).toContain('Nadia Kusumastuti')
    expect(html).not.toContain('Agen 2')
    expect(await words(scene.secretariat, '/laporan')).toContain('Nadia Kusumastuti, Agen 2')
    expect(await words(scene.stranger, '/laporan')).not.toContain('Nadia Kusumastuti')
  })

  test('asks nothing where the programme has no periods', async () => {
    await update(scene.db, 'programme').set({ reporting: 'none' }).execute()
    for (const path of ['/laporan', `/proyek/${project.code}/laporan`, '/beranda'])
      expect(await words(scene.agent, path)).not.toContain('Oktober 2026')
  })

  test('is taken away as a sheet of projects and periods', async () => {
    await agree('2026-04-16')
    await reportAll('2026-09-20')
    now = on('2026-11-06')
    const answer = await open(scene.secretariat, '/laporan/periode.xlsx?program=2026')
    expect(answer.headers.get('content-disposition')).toContain('laporan-2026.xlsx')
    const sheet = await readWorkbook(new Uint8Array(await answer.arrayBuffer()), 'laporan.xlsx')
    const [headers = [], row = []] = sheet.ok ? (sheet.workbook.sheets[0]?.cells ?? []) : []
    expect(headers.slice(-4)).toEqual(['Agustus 2026', 'September 2026', 'Oktober 2026', 'November 2026'])
    expect(row[1]).toBe('Nadia Kusumastuti')
    expect(row.slice(4, 8)).toEqual(['Tidak diminta', 'Tidak diminta', 'Tidak diminta', 'Melapor setelah batas'])
    expect(row.slice(-3)).toEqual(['Sudah melapor', 'Terlambat melapor', 'Belum melapor'])
  })
})

describe('the pages of an agent and a head', () => {
  test('say of each activity whether it is asked for, and what is owed', async () => {
    await report(project.first, '2026-09-20', 100)
    const path = `/proyek/${project.code}/laporan`
    now = on('2026-11-06')
    expect(await words(scene.agent, path)).toContain('Kegiatan yang belum dilaporkan: 1.2.')
    now = on('2026-11-04')
    await report(project.second, '2026-10-20')
    const html = await words(scene.agent, path)
    expect(html).toContain('Semua kegiatan sudah dilaporkan untuk Oktober 2026')
    expect(html).toMatch(/Laporan Oktober 2026.*Tidak diminta.*Sudah/s)
  })

  test('open with what is to be reported, and who is late', async () => {
    const task = 'Laporkan kemajuan Oktober 2026: Layanan rujukan satu hari jawab'
    expect(await words(scene.agent, '/beranda')).toContain(task)
    expect(await words(scene.head, '/beranda')).not.toContain('Agen yang terlambat melapor')
    now = on('2026-11-06')
    expect(await words(scene.agent, '/beranda')).toContain(task)
    expect(await words(scene.head, '/beranda')).toContain('Agen yang terlambat melapor: Nadia Kusumastuti')
    await reportAll('2026-11-06')
    for (const actor of [scene.agent, scene.head])
      expect(await words(actor, '/beranda')).not.toMatch(/Laporkan kemajuan [A-Z]|terlambat melapor/)
  })
})

test.each(['/laporan', '/beranda'])('%s takes as many queries for three projects as for one', async (path) => {
  const queries = async () => {
    const before = database.statements.length
    await open(scene.secretariat, path)
    return database.statements.length - before
  }
  await reportAll('2026-10-20')
  await queries()
  const forOne = await queries()
  for (const [number, code] of [
    [2, 'c8k3m9qt'],
    [3, 'd9k3m9qt'],
  ] as const)
    await makeReportable(scene.db, { ...scene, ...(await scene.addSeat(number)) }, code)
  await agree()
  expect(await queries()).toBe(forOne)
})
