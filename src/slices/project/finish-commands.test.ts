import { beforeEach, describe, expect, test } from 'vitest'
import { select } from '#db'
import { findFile, listFilesOf } from '#files'
import { listFollowUps } from '#follow-up'
import { listEntriesOf } from '#journal'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { confirmProject, finishProject, sendProjectBack } from './finish-commands.ts'
import { findFinish } from './finish-store.ts'
import { returnPlan, revisePlan } from './gate-commands.ts'
import { makeFinishSaid, makeRunning, makeSubmitted } from './make-running.ts'
import { listReturns } from './plan-store.ts'
import { findProject } from './store.ts'
import { mayReadProjectFile } from './view.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const then = { now: new Date('2026-03-02T02:00:00Z'), today: '2026-03-02' }
const moment = { now: new Date('2026-11-24T02:00:00Z'), today: '2026-11-24' }
const later = { now: new Date('2026-11-25T02:00:00Z'), today: '2026-11-25' }
let scene: Scene

beforeEach(async () => {
  scene = await makeScene(database)
})

const project = async (code: string) => {
  const found = await findProject(scene.db, code)
  if (!found) throw new Error('no project')
  return found
}
const summary = () =>
  select(scene.db, 'projectSummary').select(['state', 'stage', 'turn', 'since']).executeTakeFirstOrThrow()
const newest = async (code: string) => (await listEntriesOf(scene.db, [(await project(code)).id]))[0]

async function makeFinished() {
  const code = await makeRunning(scene, then)
  const said = await makeFinishSaid(scene, files, code, moment.now)
  await finishProject(scene.db, scene.agent, code, said, moment)
  return { code, said }
}

describe('declaring a project finished', () => {
  test('keeps each final value exactly, and it is the head’s turn since then', async () => {
    const { code, said } = await makeFinished()
    const { id } = await project(code)
    expect(await findFinish(scene.db, id)).toMatchObject({ id: said.id, values: said.values, confirmedAt: null })
    expect(await summary()).toEqual({ state: 'finished', stage: 'finishing', turn: 'head', since: moment.now })
    expect(await newest(code)).toMatchObject({ event: 'project.finished', onBehalfOf: null })
    const parts = (await listFilesOf(scene.db, 'project', [id])).map(({ part }) => part)
    expect(parts.toSorted()).toEqual(['after', 'before'])
  })

  test('twice by the same form declares it once', async () => {
    const { code, said } = await makeFinished()
    await finishProject(scene.db, scene.agent, code, said, later)
    expect(await findFinish(scene.db, (await project(code)).id)).toMatchObject({ finishedAt: moment.now })
  })

  test('is refused while a value or a picture is missing, and then nothing of it is kept', async () => {
    const code = await makeRunning(scene, then)
    const said = await makeFinishSaid(scene, files, code, moment.now)
    const finish = (but: object) => finishProject(scene.db, scene.agent, code, { ...said, ...but }, moment)
    await expect(finish({ values: {} })).rejects.toThrow('Isi nilai akhir kegiatan 1.1.')
    await expect(finish({ after: { added: [], dropped: [] } })).rejects.toThrow('gambar keadaan sesudah')
    expect(await listFilesOf(scene.db, 'project', [(await project(code)).id])).toEqual([])
    expect(await project(code)).toMatchObject({ state: 'running' })
  })

  test('waits for an open version of the plan', async () => {
    const code = await makeRunning(scene, then)
    const said = await makeFinishSaid(scene, files, code, moment.now)
    await revisePlan(scene.db, scene.agent, code, 'Unit dipindahkan.', moment)
    await expect(finishProject(scene.db, scene.agent, code, said, moment)).rejects.toThrow('Versi baru rencana')
  })

  test('by the secretariat is atas nama the agent; by the head it is refused', async () => {
    const code = await makeRunning(scene, then)
    const said = await makeFinishSaid(scene, files, code, moment.now)
    await expect(finishProject(scene.db, scene.head, code, said, moment)).rejects.toThrow('forbidden')
    const { secretariat } = scene
    const own = await makeFinishSaid({ ...scene, agent: secretariat }, files, code, moment.now)
    await finishProject(scene.db, secretariat, code, own, moment)
    expect(await newest(code)).toMatchObject({ onBehalfOf: scene.agent.personId })
  })
})

describe('what the head answers', () => {
  test('confirming closes the project for good', async () => {
    const { code } = await makeFinished()
    await confirmProject(scene.db, scene.head, code, later)
    expect(await summary()).toEqual({ state: 'closed', stage: 'finishing', turn: 'nobody', since: later.now })
    expect(await findFinish(scene.db, (await project(code)).id)).toMatchObject({ confirmedAt: later.now })
    await expect(confirmProject(scene.db, scene.head, code, later)).rejects.toThrow('sudah berakhir')
  })

  test('sending back sets it running again with a note, and the next declaration follows on it', async () => {
    const { code, said } = await makeFinished()
    await sendProjectBack(scene.db, scene.head, code, 'Gambar sesudahnya belum dari ruang yang sama.', later)
    expect(await summary()).toEqual({ state: 'running', stage: 'running', turn: 'agent', since: later.now })
    const { id } = await project(code)
    expect(await findFinish(scene.db, id)).toMatchObject({ sentBackAt: later.now, id: said.id })
    const [old] = (await listFilesOf(scene.db, 'project', [id])).filter(({ part }) => part === 'after')
    const again = await makeFinishSaid(scene, files, code, later.now)
    const after = { added: again.after.added, dropped: [old?.id ?? ''] }
    await finishProject(scene.db, scene.agent, code, { ...again, after }, later)
    expect(await findFile(scene.db, old?.id ?? '')).toBeUndefined()
    expect(await findFinish(scene.db, id)).toMatchObject({ id: again.id, sentBackAt: null })
  })

  test('is not the agent’s to give, nor before there is anything to answer', async () => {
    const { code } = await makeFinished()
    await expect(confirmProject(scene.db, scene.agent, code, later)).rejects.toThrow('forbidden')
    await sendProjectBack(scene.db, scene.secretariat, code, 'Nilai akhirnya belum diperiksa.', later)
    expect(await newest(code)).toMatchObject({ event: 'project.sent-back', onBehalfOf: scene.head.personId })
    await expect(confirmProject(scene.db, scene.head, code, later)).rejects.toThrow('belum dinyatakan selesai')
  })
})

test('a project’s files are read by whoever may read the project', async () => {
  const { code } = await makeFinished()
  const { id } = await project(code)
  const may = async (actor: Scene['agent']) => mayReadProjectFile(scene.db, actor, id, '')
  expect([await may(scene.agent), await may(scene.leadership), await may(scene.stranger)]).toEqual([true, true, false])
})

describe('a return that is made a follow-up', () => {
  const note = 'Sebut cara mengukur indikatornya.'

  test('gives the agent something to do until a day, named by the return', async () => {
    const code = await makeSubmitted(scene, then)
    const followUp = { id: crypto.randomUUID(), dueOn: '2026-03-20' }
    await returnPlan(scene.db, scene.head, code, note, then, followUp)
    const { id } = await project(code)
    const [returned] = await listReturns(scene.db, id)
    expect(await listFollowUps(scene.db, scene.agent, { projectId: id })).toMatchObject([
      { source: 'return', sourceId: returned?.id, what: note, ownerId: scene.agent.personId, dueOn: '2026-03-20' },
    ])
  })

  test('comes to nothing where the return is refused', async () => {
    const code = await makeSubmitted(scene, then)
    const followUp = { id: crypto.randomUUID(), dueOn: '2026-03-20' }
    await expect(returnPlan(scene.db, scene.agent, code, note, then, followUp)).rejects.toThrow('forbidden')
    expect(await listFollowUps(scene.db, scene.secretariat, {})).toEqual([])
  })
})
