import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { transact } from '#db'
import { agreeFollowUp, closeFollowUp, finishFollowUp, listFollowUps } from '#follow-up'
import { listEntries } from '#journal'
import { findProject, listPlans, listProjects, stopProject } from '#project'
import { makeApp } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { changeJob } from './change-jobs.ts'
import { agreeAcceptedPlan, decidePresentation } from './decision-commands.ts'
import { makeSitting, makeVerified, moment, openPresentation, passGates } from './make-presentation.ts'
import type { Decision } from './presentation.ts'

const database = await freshDatabase()
const app = makeApp(database)
let scene: Scene
let code: string
beforeEach(async () => {
  scene = await makeScene(database)
  code = await makeVerified(scene)
  await makeSitting(scene, [code])
})

const after = (minutes: number) => ({ ...moment, now: new Date(moment.now.getTime() + minutes * 60_000) })
const turn = async () => {
  const [row] = await listProjects(scene.db, scene.secretariat, null, moment.today)
  return [row?.stage, row?.turn, row?.changesDone, row?.since]
}
const followUps = () => listFollowUps(scene.db, scene.secretariat, {})
const frame = async (actor: Scene['agent']) => {
  const page = await app.request(`/proyek/${code}`, { headers: await scene.headersOf(actor) })
  return await page.text()
}

/** The worker answers the newest entry of this kind, twice as it may. */
async function answer(event: string, minutes: number) {
  expect(changeJob.events).toContain(event)
  const entry = (await listEntries(scene.db, 1)).rows.find((one) => one.event === event)
  if (!entry) throw new Error(`no ${event}`)
  for (const _ of [1, 2]) await changeJob.answer(scene.db, entry, after(minutes).now, {})
}

async function decide(decision: Decision) {
  const { id, revision } = await openPresentation(scene, code)
  const change = { what: 'Lampirkan data waktu jawab', ownerId: scene.agent.personId ?? '', dueOn: '2026-12-01' }
  const followUps = decision === 'accepted_with_changes' ? [change, { ...change, what: 'Hitung tenaganya' }] : []
  const said = { id, revision, decision, note: 'Hitung ulang.', reason: null, followUps }
  await decidePresentation(scene.db, scene.secretariat, code, said, moment)
  return id
}

test('a decision says in its own transaction whose turn the project is', async () => {
  expect(await turn()).toMatchObject(['presentation', 'secretariat', false, moment.now])
  await decide('again')
  expect(await turn()).toMatchObject(['preparing', 'agent', false, moment.now])
  await passGates(scene, code)
  await makeSitting(scene, [code])
  await decide('accepted_with_changes')
  expect(await turn()).toEqual(['presentation', 'agent', false, moment.now])
  expect(await frame(scene.agent)).toContain('Giliran agen: mengerjakan perubahan')
})

test('it is the secretariat’s again once no change is left to be done, whoever has to look at them yet', async () => {
  await decide('accepted_with_changes')
  const [first, second] = await followUps()
  await finishFollowUp(scene.db, scene.agent, first?.id ?? '', 'Terlampir.', after(10))
  await answer('follow-up.finished', 10)
  expect((await turn()).slice(0, 3)).toEqual(['presentation', 'agent', false])
  await finishFollowUp(scene.db, scene.agent, second?.id ?? '', 'Dihitung.', after(20))
  await answer('follow-up.finished', 20)
  expect(await turn()).toEqual(['presentation', 'secretariat', true, after(20).now])
  expect(await frame(scene.secretariat)).toContain('Giliran sekretariat: memeriksa perubahan')

  const headers = await scene.headersOf(scene.secretariat)
  const body = new URLSearchParams({ remark: 'Lampirannya kosong.' })
  await app.request(`/tindak-lanjut/${first?.id}/kembalikan`, { method: 'POST', headers, body })
  await answer('follow-up.reopened', 30)
  expect((await turn()).slice(0, 3)).toEqual(['presentation', 'agent', false])

  await finishFollowUp(scene.db, scene.agent, first?.id ?? '', 'Terlampir lagi.', after(40))
  await answer('follow-up.finished', 40)
  for (const one of [first, second]) await closeFollowUp(scene.db, scene.secretariat, one?.id ?? '', after(50))
  expect((await turn()).slice(0, 3)).toEqual(['presentation', 'secretariat', true])
  await agreeAcceptedPlan(scene.db, scene.secretariat, code, after(60))
  expect((await turn()).slice(0, 3)).toEqual(['running', 'agent', false])
})

test('what was agreed elsewhere, or about a project that is over, changes nobody’s turn', async () => {
  const sourceId = await decide('accepted_with_changes')
  const [one, two] = await followUps()
  if (!one) throw new Error('no follow-up')
  const { programmeId, projectId, seatId, unitId, what, ownerId, dueOn } = one
  const about = { programmeId, projectId, seatId, unitId, what, ownerId, dueOn }
  const meeting = { ...about, source: 'meeting' as const, sourceId: null, id: randomUUIDv7() }
  for (const id of [one.id, two?.id]) await finishFollowUp(scene.db, scene.agent, id ?? '', 'Terlampir.', after(10))
  await answer('follow-up.finished', 10)
  await transact(scene.db, (tx) => agreeFollowUp(tx, scene.secretariat, meeting, after(20).now))
  await answer('follow-up.agreed', 20)
  expect((await turn()).slice(0, 3)).toEqual(['presentation', 'secretariat', true])
  await stopProject(scene.db, scene.secretariat, code, 'Unitnya digabung.', after(30))
  const stopped = await turn()
  const more = { ...meeting, source: 'sitting' as const, sourceId, id: randomUUIDv7() }
  await transact(scene.db, (tx) => agreeFollowUp(tx, scene.secretariat, more, after(40).now))
  await answer('follow-up.agreed', 40)
  expect(await turn()).toEqual(stopped)
  const project = await findProject(scene.db, code)
  expect((await listPlans(scene.db, project?.id ?? '')).at(-1)?.changesDoneAt).toEqual(after(10).now)
})
