import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { beginProject, describeProject } from './commands.ts'
import { submitPlan } from './gate-commands.ts'
import { makeActivity, makeProject } from './make-project.ts'
import { writeActivity, writeInitiative } from './matrix-commands.ts'
import { findMatrix, listPlans } from './plan-store.ts'
import { findProject } from './store.ts'

const database = await freshDatabase()
const app = makeApp(database)
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let code: string

beforeEach(async () => {
  scene = await makeScene(database)
  code = await beginProject(scene.db, scene.agent, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
})

/** As the island posts a form, for whoever it was drawn. */
const autosave = async (actor: Actor | null, path: string, typed: Record<string, string>, drawnFor = scene.agent) => {
  const headers = actor ? await scene.headersOf(actor) : { origin: 'http://localhost:3000' }
  const own = { accept: 'application/json', 'rintis-account': drawnFor.accountId }
  const body = new URLSearchParams({ is_public_service: 'no', ...typed })
  const answer = await app.request(path, { method: 'POST', headers: { ...headers, ...own }, body })
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  return { status: answer.status, said: isJson ? await answer.json() : undefined }
}
const description = () => `/proyek/${code}/ubah`
const title = async () => (await findProject(scene.db, code))?.title

describe('a description that saves while it is written', () => {
  test('hears its next revision', async () => {
    const answer = await autosave(scene.agent, description(), { title: 'Satu meja', revision: '1' })
    expect(answer).toEqual({ status: 200, said: { revision: 2 } })
    expect(await findProject(scene.db, code)).toMatchObject({ title: 'Satu meja', revision: 2 })
  })

  test('hears what is wrong, and nothing is saved', async () => {
    const answer = await autosave(scene.agent, description(), { title: 'X', started_on: '2026-02-30', revision: '1' })
    expect(answer).toMatchObject({ status: 422, said: { errors: { started_on: expect.stringContaining('tanggal') } } })
    expect(await title()).toBe('')
  })

  test('hears what somebody else saved meanwhile, and changes none of it', async () => {
    await autosave(scene.secretariat, description(), { title: 'Milik mereka', revision: '1' }, scene.secretariat)
    const answer = await autosave(scene.agent, description(), { title: 'Milik saya', revision: '1' })
    expect(answer).toEqual({ status: 409, said: { theirs: { title: 'Milik mereka' } } })
    expect(await title()).toBe('Milik mereka')
  })

  test('may be sent again when its answer got lost', async () => {
    const typed = { title: 'Satu meja ', problem: 'Antre\nlama', revision: '1' }
    await autosave(scene.agent, description(), typed)
    expect(await autosave(scene.agent, description(), typed)).toEqual({ status: 200, said: { revision: 2 } })
  })

  test('hears that nobody is signed in, and is not carried to a sign-in', async () => {
    expect(await autosave(null, description(), { title: 'X', revision: '1' })).toEqual({ status: 401, said: undefined })
  })

  test('does not go out under the name of who signed in beside it', async () => {
    const answer = await autosave(scene.secretariat, description(), { title: 'X', revision: '1' }, scene.agent)
    expect(answer.status).toBe(401)
    expect(await title()).toBe('')
  })

  test('saves by itself for its agent only: what is written in the agent’s place is told to the agent', async () => {
    const drawn = async (actor: Actor) =>
      (await app.request(description(), { headers: await scene.headersOf(actor) })).text()
    expect(await drawn(scene.agent)).toContain('data-island="autosave"')
    expect(await drawn(scene.agent)).toContain(scene.agent.accountId)
    const secretariat = await drawn(scene.secretariat)
    expect(secretariat).not.toContain('data-island="autosave"')
    expect(secretariat).toContain('data-island="guard"')
  })
})

describe('an activity that saves while it is written', () => {
  const activity = makeActivity()
  const path = () => `/proyek/${code}/rencana/kegiatan/${activity.id}`
  const stored = async () => {
    const [plan] = await listPlans(scene.db, (await findProject(scene.db, code))?.id ?? '')
    return (await findMatrix(scene.db, plan?.id ?? ''))[0]?.activities[0]
  }
  const typed = (but: Record<string, string>) => ({ id: activity.id, initiative_id: randomUUIDv7(), ...but })

  beforeEach(async () => {
    activity.id = randomUUIDv7()
    const initiativeId = randomUUIDv7()
    await writeInitiative(scene.db, scene.agent, code, initiativeId, 'Satu antrean', moment)
    const { id, initiativeId: _, lineId: _l, position: _p, revision: _r, ...fields } = activity
    await writeActivity(scene.db, scene.agent, code, { id, initiativeId, fields }, moment)
  })

  test('hears its next revision, what is wrong, and what somebody else saved', async () => {
    const first = await autosave(scene.agent, path(), typed({ title: 'Melatih', target: '90,5', revision: '1' }))
    expect(first).toEqual({ status: 200, said: { revision: 2 } })
    expect(await stored()).toMatchObject({ title: 'Melatih', target: '90.5', revision: 2 })
    const wrong = await autosave(scene.agent, path(), typed({ title: '', revision: '2' }))
    expect(wrong).toEqual({ status: 422, said: { errors: { title: 'Isi nama kegiatan.' } } })
    const stale = await autosave(scene.agent, path(), typed({ title: 'Mengajar', target: '90,5', revision: '1' }))
    expect(stale).toMatchObject({ status: 409, said: { theirs: { title: 'Melatih' } } })
  })

  test('is refused once the plan lies with the head, and no longer offers to save', async () => {
    const { revision } = (await findProject(scene.db, code)) ?? { revision: 0 }
    await describeProject(scene.db, scene.agent, code, { ...makeProject(), revision }, moment)
    const [plan] = await listPlans(scene.db, (await findProject(scene.db, code))?.id ?? '')
    await submitPlan(scene.db, scene.agent, code, plan?.revision ?? 0, moment)
    const answer = await autosave(scene.agent, path(), typed({ title: 'Melatih', revision: '1' }))
    expect(answer).toEqual({ status: 409, said: undefined })
    const page = await app.request(path(), { headers: await scene.headersOf(scene.agent) })
    expect(await page.text()).not.toContain('data-island="autosave"')
  })
})
