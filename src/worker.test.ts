import { randomUUIDv7 } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import { forAgency } from '#db'
import { openJobs, prepareJobs, work } from '#jobs'
import type { Mail } from '#mail'
import { beginProject } from '#project'
import { testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene } from '#test/scene.ts'
import { makeTools } from '#test/tools.ts'
import { jobs } from './worker.ts'

const fresh = await freshDatabase()
await prepareJobs(fresh.url, jobs)
const opened = await openJobs(fresh.pool, jobs, () => undefined)
const database = { ...fresh, ...opened }
const sent: Mail[] = []
const mailer = async (mail: Mail) => {
  sent.push(mail)
}
const log = { error: vi.fn(), warn: vi.fn(), info: vi.fn() }
const tools = makeTools(fresh, freshFolder(), { mailer })
const stop = await work({ pool: fresh.pool, database, jobs, tools, log, now: () => testNow })
afterAll(async () => {
  await stop()
  await opened.stop()
})

test('what the secretariat begins in an agent’s place reaches the agent by mail, out of the act’s transaction', async () => {
  const scene = await makeScene(database)
  const db = forAgency(database, scene.agencyId)
  const moment = { now: testNow, today: '2026-11-24' }
  const code = await beginProject(db, scene.secretariat, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
  await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 10_000 })
  const agent = database.query.selectFrom('account').select('email').where('id', '=', scene.agent.accountId)
  const { email } = await agent.executeTakeFirstOrThrow()
  expect(sent[0]).toMatchObject({ to: email, subject: 'Tindakan atas nama Anda' })
  expect(sent[0]?.text).toContain(`https://rintis.example.go.id/proyek/${code}\n`)
  expect(log.error).not.toHaveBeenCalled()
})

test('every queue has a name of its own', () => {
  const queues = jobs.map(({ queue }) => queue)
  expect(new Set(queues).size).toBe(queues.length)
})
