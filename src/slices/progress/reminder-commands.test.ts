import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { transact, update } from '#db'
import { listEntriesOf } from '#journal'
import { holdProject } from '#project'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { watchWaiting } from '#test/waiting.ts'
import { reportProgress } from './commands.ts'
import { makeReportable } from './make-progress.ts'
import { remindOfReports } from './reminder-commands.ts'

/** A project that runs since 10 October; that month is due on 5 November. */
const database = await freshDatabase()
const countWaiting = watchWaiting(database)
let scene: Scene
let project: Awaited<ReturnType<typeof makeReportable>>

beforeEach(async () => {
  scene = await makeScene(database)
  await update(scene.db, 'programme').set({ reporting: 'monthly' }).execute()
  project = await makeReportable(scene.db, scene)
  await update(scene.db, 'actionPlan')
    .set({ agreedAt: at('2026-10-10') })
    .execute()
})

const at = (day: string, time = '03:00') => new Date(`${day}T${time}:00Z`)
const remindAt = (instant: Date, zone: Parameters<typeof remindOfReports>[1] = 'Asia/Jakarta') =>
  remindOfReports(scene.db, zone, instant)
const reminded = async () =>
  (await listEntriesOf(scene.db, [project.id])).map(({ event, details }) => `${event} ${details.period}`).reverse()

test('three days before, on the day after, and three days after: once each, however often it is asked', async () => {
  for (let day = 1; day <= 30; day++)
    for (const hour of ['03:00', '04:00']) await remindAt(at(`2026-11-${String(day).padStart(2, '0')}`, hour))
  expect(await reminded()).toEqual([
    'progress.reminded 2026-10',
    'progress.overdue 2026-10',
    'progress.escalated 2026-10',
  ])
})

test('the entry is the system’s, and names the project and the due day', async () => {
  await remindAt(at('2026-11-02'))
  expect(await listEntriesOf(scene.db, [project.id])).toMatchObject([
    {
      accountId: null,
      personId: null,
      details: { projectId: project.id, period: '2026-10', dueOn: '2026-11-05' },
    },
  ])
})

test('nobody who has reported, and of a worker that was away only the last is said', async () => {
  await remindAt(at('2026-11-09'))
  expect(await reminded()).toEqual(['progress.escalated 2026-10'])
  const said = { percent: 50, value: null, note: 'Disatukan.', obstacle: '', solution: '', evidence: null }
  const moment = { now: at('2026-11-10'), today: '2026-11-10' }
  for (const lineId of [project.first, project.second])
    await reportProgress(scene.db, scene.agent, project.code, { id: randomUUIDv7(), lineId, ...said }, moment)
  await remindAt(at('2026-12-03'))
  expect(await reminded()).not.toContain('progress.reminded 2026-11')
})

test('late begins with the day of the agency’s zone', async () => {
  const beforeMidnightInTheWest = at('2026-11-05', '15:30')
  await remindAt(beforeMidnightInTheWest, 'Asia/Jakarta')
  expect(await reminded()).toEqual(['progress.reminded 2026-10'])
  await remindAt(beforeMidnightInTheWest, 'Asia/Jayapura')
  expect(await reminded()).toEqual(['progress.reminded 2026-10', 'progress.overdue 2026-10'])
})

test('nothing is owed where the programme asks for none, or the project no longer runs', async () => {
  await update(scene.db, 'project').set({ state: 'closed' }).execute()
  await remindAt(at('2026-11-06'))
  await update(scene.db, 'project').set({ state: 'running' }).execute()
  await update(scene.db, 'programme').set({ reporting: 'none' }).execute()
  await remindAt(at('2026-11-06'))
  expect(await reminded()).toEqual([])
})

test('once, when two workers meet', async () => {
  const meeting = await transact(scene.db, async (tx) => {
    await holdProject(tx, project.code)
    const both = Promise.all([remindAt(at('2026-11-06')), remindAt(at('2026-11-06'))])
    await expect.poll(countWaiting).toBe(2)
    return { both }
  })
  await meeting.both
  expect(await reminded()).toEqual(['progress.overdue 2026-10'])
})
