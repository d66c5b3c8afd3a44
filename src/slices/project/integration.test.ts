import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { select } from '#db'
import { listFilesOf } from '#files'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { confirmProject, finishProject } from './finish-commands.ts'
import { integrationState } from './integration.ts'
import { decideIntegration, stateIntegration } from './integration-commands.ts'
import { findIntegration, listWaitingIntegrations } from './integration-store.ts'
import { makeFinishSaid, makeRunning, makeUpload, tinyPicture } from './make-running.ts'
import { findSummary } from './plan-store.ts'
import { mayDecideIntegration } from './policy.ts'
import { findProject } from './store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, () => testNow, { files })
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene

beforeEach(async () => {
  scene = await makeScene(database)
})

const idOf = async (code: string) => (await findProject(scene.db, code))?.id ?? ''
const newest = async (code: string) => (await listEntriesOf(scene.db, [await idOf(code)]))[0]
const lastOf = async (code: string) => findIntegration(scene.db, await idOf(code))

async function makeClosed(): Promise<string> {
  const code = await makeRunning(scene, moment)
  await finishProject(scene.db, scene.agent, code, await makeFinishSaid(scene, files, code, testNow), moment)
  await confirmProject(scene.db, scene.head, code, moment)
  return code
}

const saidBy = async (actor: Actor) => ({
  id: randomUUIDv7(),
  kind: 'procedure' as const,
  number: '12/SOP/XI/2026',
  datedOn: '2026-11-20',
  document: { added: [await makeUpload(scene.db, files, actor, testNow)], dropped: [] },
})

async function makeStated() {
  const code = await makeClosed()
  const said = await saidBy(scene.agent)
  await stateIntegration(scene.db, scene.agent, code, said, moment)
  return { code, said }
}

describe('stating that a change was integrated', () => {
  test('is possible after the project was closed, waits for another, and twice by one form is once', async () => {
    const { code, said } = await makeStated()
    await stateIntegration(scene.db, scene.agent, code, said, moment)
    expect(await lastOf(code)).toMatchObject({ id: said.id, number: said.number, verifiedAt: null })
    expect(await newest(code)).toMatchObject({ event: 'project.integration-stated', onBehalfOf: null })
    const other = await saidBy(scene.agent)
    await expect(stateIntegration(scene.db, scene.agent, code, other, moment)).rejects.toThrow('sudah dicatat')
  })

  test('is refused before the project is finished, without its document, and with a day to come', async () => {
    const running = await makeRunning(scene, moment)
    const said = await saidBy(scene.agent)
    const state = (code: string, but: object) =>
      stateIntegration(scene.db, scene.agent, code, { ...said, ...but }, moment)
    await expect(state(running, {})).rejects.toThrow('setelah proyek dinyatakan selesai')
    await finishProject(scene.db, scene.agent, running, await makeFinishSaid(scene, files, running, testNow), moment)
    await expect(state(running, { document: { added: [], dropped: [] } })).rejects.toThrow('Lampirkan dokumen')
    await expect(state(running, { datedOn: '2026-11-25' })).rejects.toThrow('belum tiba')
    expect(await lastOf(running)).toBeUndefined()
  })

  test('by the secretariat is atas nama the agent', async () => {
    const code = await makeClosed()
    await stateIntegration(scene.db, scene.secretariat, code, await saidBy(scene.secretariat), moment)
    expect(await newest(code)).toMatchObject({ onBehalfOf: scene.agent.personId })
  })
})

describe('verifying it', () => {
  test('is for the head or the secretariat, never for the agent', async () => {
    const { code, said } = await makeStated()
    const [row] = await listWaitingIntegrations(scene.db)
    const asked = [scene.agent, scene.head, scene.secretariat, scene.leadership, scene.stranger]
    expect(asked.map((actor) => row && mayDecideIntegration(actor, row))).toEqual([false, true, true, false, false])
    const verify = (actor: Actor) => decideIntegration(scene.db, actor, code, { id: said.id, note: null }, moment)
    await expect(verify(scene.agent)).rejects.toThrow('forbidden')
    const isCounted = async () => (await findSummary(scene.db, row?.id ?? ''))?.integrated
    expect(await isCounted()).toBe(false)
    await verify(scene.head)
    expect(await newest(code)).toMatchObject({ event: 'project.integration-verified', onBehalfOf: null })
    expect(await isCounted()).toBe(true)
    const last = await lastOf(code)
    expect(integrationState(last)).toBe('verified')
    expect(last).toMatchObject({ verifiedAt: testNow, decidedByName: 'Bonar Hutapea' })
    expect(await listWaitingIntegrations(scene.db)).toEqual([])
    await expect(verify(scene.secretariat)).rejects.toThrow('Tidak ada integrasi')
  })

  test('or sending it back with a reason lets the agent state it anew, and an old page decides nothing', async () => {
    const { code, said } = await makeStated()
    const note = 'Dokumen ini belum ditandatangani.'
    await decideIntegration(scene.db, scene.secretariat, code, { id: said.id, note }, moment)
    expect(await lastOf(code)).toMatchObject({ note, sentBackAt: testNow })
    const entry = { event: 'project.integration-returned', onBehalfOf: scene.head.personId }
    expect(await newest(code)).toMatchObject(entry)
    const later = { ...moment, now: new Date(testNow.getTime() + 1000) }
    const again = await saidBy(scene.agent)
    await stateIntegration(scene.db, scene.agent, code, again, later)
    const old = { id: said.id, note: null }
    await expect(decideIntegration(scene.db, scene.head, code, old, later)).rejects.toThrow()
    expect(integrationState(await lastOf(code))).toBe('waiting')
  })
})

describe('the pages', () => {
  const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
  const post = async (actor: Actor, path: string, body: FormData | URLSearchParams) =>
    app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body })
  const formOf = (but: Record<string, string> = {}) => {
    const form = new FormData()
    const fields = { id: randomUUIDv7(), kind: 'circular', number: 'SE-4/2026', dated_on: '2026-11-02', ...but }
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return form
  }

  test('take no file from whoever may not use it', async () => {
    const code = await makeClosed()
    const uploads = async () => (await select(scene.db, 'upload').select('id').execute()).length
    const before = await uploads()
    for (const [name, path] of [
      ['document', 'integrasi'],
      ['before', 'selesai'],
    ] as const) {
      const form = formOf()
      form.set(name, new File([tinyPicture], 'edaran.png', { type: 'image/png' }))
      expect((await post(scene.head, `/proyek/${code}/${path}`, form)).status).toBe(403)
    }
    expect(await uploads()).toBe(before)
  })

  test('keep what was typed, take the document, and show it to whoever may read the project', async () => {
    const code = await makeClosed()
    const path = `/proyek/${code}/integrasi`
    const bare = await post(scene.agent, path, formOf({ dated_on: '2027-01-01' }))
    expect(bare.status).toBe(422)
    const html = await bare.text()
    expect(html).toContain('Lampirkan dokumen')
    expect(html).toContain('SE-4/2026')
    const whole = formOf()
    whole.set('document', new File([tinyPicture], 'edaran.png', { type: 'image/png' }))
    expect((await post(scene.agent, path, whole)).status).toBe(303)
    const document = (await listFilesOf(scene.db, 'project', [await idOf(code)])).find((f) => f.part === 'integration')
    const readers = [scene.agent, scene.head, scene.leadership, scene.stranger]
    const statuses = []
    for (const actor of readers) statuses.push((await open(actor, `/berkas/${document?.id}`)).status)
    expect(statuses).toEqual([200, 200, 200, 404])
    expect((await open(scene.agent, path)).status).toBe(403)
    const page = await (await open(scene.head, `/proyek/${code}`)).text()
    expect(page).toContain('Verifikasi integrasi')
    expect(await (await open(scene.head, '/beranda')).text()).toContain('Verifikasi integrasi: ')
    expect(await (await open(scene.agent, '/beranda')).text()).not.toContain('Verifikasi integrasi: ')
    const { id = '' } = (await lastOf(code)) ?? {}
    const short = await post(scene.head, `${path}/kembalikan`, new URLSearchParams({ id, note: 'x' }))
    expect(short.status).toBe(422)
    expect((await post(scene.head, `${path}/verifikasi`, new URLSearchParams({ id }))).status).toBe(303)
    expect(await (await open(scene.agent, `/proyek/${code}`)).text()).toContain('Terintegrasi, diverifikasi')
  })
})
