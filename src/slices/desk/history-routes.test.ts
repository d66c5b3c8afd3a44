import { randomUUIDv7 } from 'node:crypto'
import { expect, test } from 'vitest'
import { transact } from '#db'
import { type Decision, record } from '#journal'
import { beginProject, findProject } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene } from '#test/scene.ts'

const database = await freshDatabase()
const app = makeApp(database)
const moment = { now: testNow, today: '2026-11-24' }

test('the history of a project holds what was decided about all that belongs to it, and nothing of another', async () => {
  const scene = await makeScene(database)
  const other = await scene.addSeat(2)
  const codes = [
    await beginProject(scene.db, scene.agent, { id: randomUUIDv7(), seatId: scene.seatId }, moment),
    await beginProject(scene.db, other.agent, { id: randomUUIDv7(), seatId: other.seatId }, moment),
  ]
  const [own, strange] = await Promise.all(codes.map((code) => findProject(scene.db, code)))
  const add = (event: string, kind: Decision['thing']['kind'], projectId: string | undefined) =>
    transact(scene.db, (tx) =>
      record(
        tx,
        scene.secretariat,
        { event, thing: { kind, id: randomUUIDv7() }, details: { projectId: projectId ?? '' } },
        testNow,
      ),
    )
  await add('recording.added', 'recording', own?.id)
  await add('progress.verified', 'progress_report', own?.id)
  await add('entry.sent', 'entry', strange?.id)
  const headers = await scene.headersOf(scene.agent)
  const page = await (await app.request(`/proyek/${codes[0]}/riwayat`, { headers })).text()
  expect(page).toContain('3 kejadian')
  for (const done of ['memulai proyek', 'menambahkan dokumentasi']) expect(page).toContain(done)
  expect(page).not.toContain('usulan')
  expect((await app.request(`/proyek/${codes[1]}/riwayat`, { headers })).status).toBe(404)
})
