import { randomUUIDv7 } from 'node:crypto'
import { expect, test } from 'vitest'
import { beginAssessment, chooseProjects, nameJudge, openAssessment } from '#assessment'
import { transact } from '#db'
import { type Details, findEntry, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene } from '#test/scene.ts'
import { tellOfJudging } from './judging-commands.ts'
import { listNotices } from './store.ts'

const database = await freshDatabase()
const moment = { now: testNow, today: '2026-11-24' }

test('judges are told when it opens, and whoever comes in another’s place alone; nobody before', async () => {
  const scene = await makeScene(database)
  const { db, secretariat, programmeId } = scene
  const id = randomUUIDv7()
  const { seatId, unitId } = await scene.addSeat(2)
  const project = await makeRunningProject(db, { programmeId, seatId, unitId }, { code: 'b7k3m9q2', title: 'Satu Jam' })
  await beginAssessment(db, secretariat, { id, programmeId, title: 'Penilaian 2026' }, moment)
  await chooseProjects(db, secretariat, id, { projectIds: [project.id], revision: 1 }, moment)
  const judges: Actor[] = []
  for (const name of ['Dewi Anggraini', 'Rahmat Hidayat', 'Yosefina Bere']) {
    const judge = await scene.addActor(name)
    await nameJudge(db, secretariat, id, { personId: judge.personId ?? '' }, moment)
    judges.push(judge)
  }
  const happens = async (event: string, details: Details = {}) => {
    const decision = { event, thing: { kind: 'assessment' as const, id }, details }
    const entryId = await transact(db, (tx) => record(tx, secretariat, decision, testNow))
    const entry = await findEntry(db, entryId)
    if (entry) await tellOfJudging(db, entry, testNow)
  }
  const countsRead = () => Promise.all(judges.map(async (judge) => (await listNotices(db, judge, 1)).rows.length))

  await happens('assessment.opened')
  expect(await countsRead()).toEqual([0, 0, 0])
  await openAssessment(db, secretariat, id, moment)
  await happens('assessment.opened')
  expect(await countsRead()).toEqual([1, 1, 1])
  await happens('assessment.judge-replaced', { personId: judges[2]?.personId ?? '' })
  expect(await countsRead()).toEqual([1, 1, 2])
  expect((await listNotices(db, judges[0] ?? scene.stranger, 1)).rows).toMatchObject([
    { subject: 'Lembar penilaian menunggu Anda', path: `/penilaian/${id}` },
  ])
})
