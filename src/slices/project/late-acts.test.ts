import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { confirmProject, finishProject } from './finish-commands.ts'
import { revisePlan } from './gate-commands.ts'
import { decideIntegration, stateIntegration } from './integration-commands.ts'
import { findIntegration } from './integration-store.ts'
import { makeFinishSaid, makeRunning, makeUpload } from './make-running.ts'
import { listPlans } from './plan-store.ts'
import { findProject } from './store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, () => testNow, { files })
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let code: string

beforeEach(async () => {
  scene = await makeScene(database)
  code = await makeRunning(scene, moment)
})

const idOf = async () => (await findProject(scene.db, code))?.id ?? ''
const become = async (state: 'stopped' | 'finished' | 'closed') =>
  update(scene.db, 'project')
    .set({ state, stoppedReason: state === 'stopped' ? 'Unitnya dilebur.' : null })
    .where('id', '=', await idOf())
    .execute()

/** Posts the form and expects it back with its text and the sentence. */
async function refused(actor: Actor, act: string, typed: Record<string, string>, sentence: string, status = 422) {
  const path = `/proyek/${code}/${act}`
  const body = new URLSearchParams(typed)
  const answer = await app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body })
  const page = await answer.text()
  expect([answer.status, page]).toEqual([status, expect.stringContaining(sentence)])
  for (const [name, value] of Object.entries(typed)) if (name !== 'id') expect(page).toContain(value)
  return page
}

describe('an act that comes too late gives its form back with what was typed:', () => {
  const reason = 'Anggaran triwulan keempat dialihkan.'

  test('a new version of a project that was stopped', async () => {
    await become('stopped')
    await refused(scene.agent, 'versi-baru', { reason }, 'sudah berakhir')
  })

  test('a new version while another is open, which stays the only one', async () => {
    await revisePlan(scene.db, scene.agent, code, 'Target dinaikkan.', moment)
    await refused(scene.agent, 'versi-baru', { reason }, 'masih disusun')
    expect(await listPlans(scene.db, await idOf())).toHaveLength(2)
  })

  test('a new version of a project that was declared finished', async () => {
    await become('finished')
    await refused(scene.agent, 'versi-baru', { reason }, 'sedang berjalan')
  })

  test('the stop of a project that was declared finished', async () => {
    await become('finished')
    await refused(scene.secretariat, 'hentikan', { reason }, 'tidak dapat dihentikan')
  })

  test('the return of a declaration that its head has confirmed', async () => {
    await become('closed')
    await refused(scene.head, 'kembalikan-selesai', { note: reason }, 'sudah berakhir')
  })

  const statement = async () => ({
    id: randomUUIDv7(),
    kind: 'procedure' as const,
    number: '12/SOP/XI/2026',
    datedOn: '2026-11-20',
    document: { added: [await makeUpload(scene.db, files, scene.agent, testNow)], dropped: [] },
  })
  async function stateIt() {
    const finished = await makeFinishSaid(scene, files, code, testNow)
    await finishProject(scene.db, scene.agent, code, finished, moment)
    await confirmProject(scene.db, scene.head, code, moment)
    const said = await statement()
    await stateIntegration(scene.db, scene.agent, code, said, moment)
    return said
  }

  test('an integration that was stated before', async () => {
    await stateIt()
    const typed = { id: randomUUIDv7(), kind: 'circular', number: 'SE-4/2026', dated_on: '2026-11-02' }
    await refused(scene.agent, 'integrasi', typed, 'sudah dicatat')
  })

  test('the return of an integration that was verified, or stated anew since it was looked at', async () => {
    const said = await stateIt()
    await decideIntegration(scene.db, scene.head, code, { id: said.id, note: reason }, moment)
    const note = 'Dokumennya belum ditandatangani.'
    await refused(scene.secretariat, 'integrasi/kembalikan', { id: said.id, note }, 'Tidak ada integrasi')
    const again = await statement()
    const later = { ...moment, now: new Date(testNow.getTime() + 1000) }
    await stateIntegration(scene.db, scene.agent, code, again, later)
    const page = await refused(scene.secretariat, 'integrasi/kembalikan', { note, id: said.id }, 'dicatat lagi', 409)
    expect(page).toContain(`value="${again.id}"`)
    expect((await findIntegration(scene.db, await idOf()))?.note).toBe('')
  })
})
