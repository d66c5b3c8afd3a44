import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { select } from '#db'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { freshDatabase } from '#test/database.ts'
import { agreePlan } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { beginProject, describeProject } from './commands.ts'
import {
  approvePlan,
  returnPlan,
  revisePlan,
  stopProject,
  submitPlan,
  verifyPlan,
  withdrawPlan,
} from './gate-commands.ts'
import { makeActivity, makeProject } from './make-project.ts'
import { activitiesOf } from './matrix.ts'
import { dropActivity, editActivity, moveActivity, writeActivity, writeInitiative } from './matrix-commands.ts'
import { findMatrix, findSummary, listPlans, listReturns } from './plan-store.ts'
import { findProject } from './store.ts'

const database = await freshDatabase()
const moment = { now: new Date('2026-03-02T02:00:00Z'), today: '2026-03-02' }
let scene: Scene
let code: string

beforeEach(async () => {
  scene = await makeScene(database)
  code = await beginProject(scene.db, scene.agent, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
})

const project = async () => {
  const found = await findProject(scene.db, code)
  if (!found) throw new Error('no project')
  return found
}
const plan = async () => (await listPlans(scene.db, (await project()).id)).at(-1)
const matrix = async () => findMatrix(scene.db, (await plan())?.id ?? '')
const summary = () => select(scene.db, 'projectSummary').selectAll().executeTakeFirstOrThrow()
const newest = async () => (await listEntriesOf(scene.db, [(await project()).id, (await plan())?.id ?? '']))[0]

const {
  id: _,
  initiativeId: _i,
  lineId: _l,
  position: _p,
  revision: _r,
  ...fields
} = makeActivity({
  startsOn: '2026-03-01',
})

async function addRow(actor: Actor = scene.agent, title = fields.title): Promise<string> {
  const initiativeId = (await matrix())[0]?.id ?? randomUUIDv7()
  await writeInitiative(scene.db, actor, code, initiativeId, 'Satu antrean', moment)
  const id = randomUUIDv7()
  await writeActivity(scene.db, actor, code, { id, initiativeId, fields: { ...fields, title } }, moment)
  return id
}

/** A project described in full with one activity: ready to be submitted. */
async function makeReady(): Promise<void> {
  const { revision } = await project()
  await describeProject(scene.db, scene.agent, code, { ...makeProject(), revision }, moment)
  await addRow()
}

const submit = async (actor = scene.agent) => submitPlan(scene.db, actor, code, (await plan())?.revision ?? 0, moment)

/** A project whose plan was agreed. */
async function makeRunning(): Promise<void> {
  await makeReady()
  await submit()
  await approvePlan(scene.db, scene.head, code, moment)
  await verifyPlan(scene.db, scene.secretariat, code, moment)
  await agreePlan(scene, code, moment.now)
}

describe('beginning a project', () => {
  test('gives it a code, a first draft and a summary; a second time begins nothing', async () => {
    const again = await beginProject(scene.db, scene.agent, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
    expect(again).toBe(code)
    expect(code).toMatch(/^[0-9bcdfghjkmnpqrstvwxz]{8}$/)
    expect(await listPlans(scene.db, (await project()).id)).toMatchObject([{ version: 1, state: 'draft' }])
    expect(await summary()).toMatchObject({ stage: 'preparing', turn: 'agent', planVersion: 1 })
    expect(await newest()).toMatchObject({ event: 'project.begun', onBehalfOf: null })
  })

  test('by the secretariat is atas nama the agent', async () => {
    const { seatId, agent } = await scene.addSeat(2)
    const other = await beginProject(scene.db, scene.secretariat, { id: randomUUIDv7(), seatId }, moment)
    const entries = await listEntriesOf(scene.db, [(await findProject(scene.db, other))?.id ?? ''])
    expect(entries).toMatchObject([{ event: 'project.begun', onBehalfOf: agent.personId }])
  })

  test('is refused to anybody else, and for a seat of another agency not found', async () => {
    const { seatId } = await scene.addSeat(2)
    const begin = (actor: Actor, seat = seatId) =>
      beginProject(scene.db, actor, { id: randomUUIDv7(), seatId: seat }, moment)
    await expect(begin(scene.agent)).rejects.toThrow('forbidden')
    await expect(begin(scene.head)).rejects.toThrow('forbidden')
    await expect(begin(scene.secretariat, (await makeScene(database)).seatId)).rejects.toThrow('not-found')
  })
})

describe('the way of a plan', () => {
  test('leads through every gate to a running project, and each step is in the journal', async () => {
    await makeRunning()
    expect(await plan()).toMatchObject({ state: 'agreed', submittedAt: moment.now, agreedAt: moment.now })
    expect(await project()).toMatchObject({ state: 'running' })
    expect(await summary()).toMatchObject({ stage: 'running', turn: 'agent', activities: 1 })
    const entries = await listEntriesOf(scene.db, [(await plan())?.id ?? ''])
    expect(entries.map((entry) => entry.event)).toEqual([
      'action-plan.agreed',
      'action-plan.verified',
      'action-plan.approved',
      'action-plan.submitted',
    ])
  })

  test('does not begin while something is missing, and the refusal names it', async () => {
    await expect(submit()).rejects.toThrow('Rencana belum dapat diajukan. Isi judul proyek.')
    expect(await plan()).toMatchObject({ state: 'draft' })
  })

  test('a second submission finds it submitted; one from an old page is stale', async () => {
    await makeReady()
    await submit()
    await expect(submit()).rejects.toThrow('sudah diajukan')
    await withdrawPlan(scene.db, scene.agent, code, moment)
    await expect(submitPlan(scene.db, scene.agent, code, 1, moment)).rejects.toThrow('stale')
  })

  test('a return keeps its notes, and the agent may mend and submit again', async () => {
    await makeReady()
    await submit()
    await returnPlan(scene.db, scene.head, code, 'Indikator belum menyebut cara mengukurnya.', moment)
    expect(await listReturns(scene.db, (await project()).id)).toMatchObject([
      {
        gate: 'approval',
        note: 'Indikator belum menyebut cara mengukurnya.',
        personName: 'Bonar Hutapea',
        onBehalfOf: null,
      },
    ])
    expect(await summary()).toMatchObject({ stage: 'preparing', turn: 'agent' })
    await submit()
    expect(await plan()).toMatchObject({ state: 'submitted', approvedAt: null })
  })

  test('the secretariat acts in the place of agent and head, and the entry says in whose', async () => {
    await makeReady()
    await submit(scene.secretariat)
    expect(await newest()).toMatchObject({ event: 'action-plan.submitted', onBehalfOf: scene.agent.personId })
    await approvePlan(scene.db, scene.secretariat, code, moment)
    expect(await newest()).toMatchObject({ event: 'action-plan.approved', onBehalfOf: scene.head.personId })
  })

  test('what one may not read is not found; what one may read but not do is forbidden', async () => {
    await makeReady()
    await submit()
    await expect(approvePlan(scene.db, scene.stranger, code, moment)).rejects.toThrow('not-found')
    await expect(approvePlan(scene.db, scene.agent, code, moment)).rejects.toThrow('forbidden')
    await expect(verifyPlan(scene.db, scene.head, code, moment)).rejects.toThrow('forbidden')
  })
})

describe('a new version of an agreed plan', () => {
  test('starts from all that was agreed, which stays as it was until the new one is agreed', async () => {
    await makeRunning()
    const [agreed] = await listPlans(scene.db, (await project()).id)
    await revisePlan(scene.db, scene.agent, code, 'Anggaran dipotong pada triwulan kedua.', moment)
    const [row] = activitiesOf(await matrix())
    expect(row).toMatchObject({ title: fields.title, position: 1 })
    await editActivity(
      scene.db,
      scene.agent,
      code,
      { id: row?.id ?? '', fields: { ...fields, target: '80' }, revision: 1 },
      moment,
    )
    expect(activitiesOf(await findMatrix(scene.db, agreed?.id ?? ''))[0]).toMatchObject({
      target: '90',
      lineId: row?.lineId,
    })
    await submit()
    await approvePlan(scene.db, scene.head, code, moment)
    await verifyPlan(scene.db, scene.secretariat, code, moment)
    await agreePlan(scene, code, moment.now)
    expect(await listPlans(scene.db, (await project()).id)).toMatchObject([
      { version: 1, state: 'superseded' },
      { version: 2, state: 'agreed', reason: 'Anggaran dipotong pada triwulan kedua.' },
    ])
    expect(await project()).toMatchObject({ state: 'running' })
  })
})

describe('the matrix', () => {
  test('is frozen while its plan lies at a gate', async () => {
    await makeReady()
    await submit()
    await expect(addRow()).rejects.toThrow('tidak dapat diubah')
  })

  test('the same form posted twice adds one row', async () => {
    const id = await addRow()
    const initiativeId = (await matrix())[0]?.id ?? ''
    await writeActivity(scene.db, scene.agent, code, { id, initiativeId, fields }, moment)
    expect(activitiesOf(await matrix())).toHaveLength(1)
  })

  test('rows move and close up behind one that is taken out', async () => {
    const ids = [await addRow(scene.agent, 'satu'), await addRow(scene.agent, 'dua'), await addRow(scene.agent, 'tiga')]
    await moveActivity(scene.db, scene.agent, code, ids[2] ?? '', -1, moment)
    await moveActivity(scene.db, scene.agent, code, ids[0] ?? '', -1, moment)
    const titles = async () => activitiesOf(await matrix()).map(({ position, title }) => `${position} ${title}`)
    expect(await titles()).toEqual(['1 satu', '2 tiga', '3 dua'])
    await dropActivity(scene.db, scene.agent, code, ids[0] ?? '', moment)
    expect(await titles()).toEqual(['1 tiga', '2 dua'])
    expect(await summary()).toMatchObject({ activities: 2 })
  })

  test('of another project cannot be reached through this one', async () => {
    const id = await addRow()
    const { seatId, agent } = await scene.addSeat(2)
    const other = await beginProject(scene.db, agent, { id: randomUUIDv7(), seatId }, moment)
    await expect(dropActivity(scene.db, agent, other, id, moment)).rejects.toThrow('not-found')
  })

  test('an agent’s own drafting leaves no entry; what the secretariat writes for the agent does', async () => {
    await addRow()
    expect(await newest()).toMatchObject({ event: 'project.begun' })
    await addRow(scene.secretariat)
    expect(await newest()).toMatchObject({ event: 'action-plan.edited', onBehalfOf: scene.agent.personId })
  })
})

test('a description saved from an old page is stale and changes nothing', async () => {
  await describeProject(scene.db, scene.agent, code, { ...makeProject({ title: 'Judul baru' }), revision: 1 }, moment)
  const late = describeProject(scene.db, scene.agent, code, { ...makeProject({ title: 'Lain' }), revision: 1 }, moment)
  await expect(late).rejects.toThrow('stale')
  expect(await project()).toMatchObject({
    title: 'Judul baru',
    areaCodes: ['pelayanan-publik'],
    targetCodes: ['pelayanan'],
  })
})

test('the summary tells areas and targets as they were last described, in their order', async () => {
  const { id } = await project()
  for (const [at, areaCodes] of [['tatalaksana', 'deregulasi'], []].entries()) {
    await describeProject(scene.db, scene.agent, code, { ...makeProject({ areaCodes }), revision: at + 1 }, moment)
    const summary = await findSummary(scene.db, id)
    expect(summary).toMatchObject({ areaCodes: areaCodes.toSorted(), targetCodes: ['pelayanan'], integrated: false })
  }
})

test('a stopped project says why, and nothing of it can be changed any more', async () => {
  await stopProject(scene.db, scene.secretariat, code, 'Unit dilebur pada Juni.', moment)
  expect(await project()).toMatchObject({ state: 'stopped', stoppedReason: 'Unit dilebur pada Juni.' })
  await expect(addRow()).rejects.toThrow('conflict')
  await expect(stopProject(scene.db, scene.secretariat, code, 'Sekali lagi, ya.', moment)).rejects.toThrow('conflict')
})
