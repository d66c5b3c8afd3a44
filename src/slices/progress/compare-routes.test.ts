import { randomUUIDv7 } from 'node:crypto'
import { expect, test } from 'vitest'
import { activitiesOf, findMatrix, listPlans, revisePlan } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene } from '#test/scene.ts'
import { reportProgress } from './commands.ts'
import { makeReportable } from './make-progress.ts'

const database = await freshDatabase()
const app = makeApp(database)
const moment = { now: testNow, today: '2026-11-24' }

test('two versions say what was reached of an activity that the later one dropped', async () => {
  const scene = await makeScene(database)
  const project = await makeReportable(scene.db, scene)
  const said = { id: randomUUIDv7(), lineId: project.first, percent: 40, value: '2.5', note: 'Disatukan.' }
  const report = { ...said, obstacle: '', solution: '', evidence: null }
  await reportProgress(scene.db, scene.agent, project.code, report, moment)
  await revisePlan(scene.db, scene.agent, project.code, 'Kegiatan pertama tidak diperlukan lagi.', moment)
  const headers = await scene.headersOf(scene.agent)
  const newest = (await listPlans(scene.db, project.id)).at(-1)
  const rows = activitiesOf(await findMatrix(scene.db, newest?.id ?? ''))
  const dropped = rows.find(({ lineId }) => lineId === project.first)
  const home = `/proyek/${project.code}/rencana`
  const gone = await app.request(`${home}/kegiatan/${dropped?.id}/hapus`, { method: 'POST', headers })
  expect(gone.status).toBe(303)
  const html = await (await app.request(`${home}/banding`, { headers })).text()
  expect(html).toMatch(/dihapus; tercapai 40%, 2,5\shari pada 24 November 2026/)
})
