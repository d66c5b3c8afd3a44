import { beforeEach, expect, test } from 'vitest'
import { update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { makeSitting, makeVerified } from './make-presentation.ts'
import { listSlots } from './presentation-store.ts'

const database = await freshDatabase()
let now = testNow
const app = makeApp(database, () => now)
let scene: Scene
let sittingId: string
let first: string
let second: string

beforeEach(async () => {
  now = testNow
  scene = await makeScene(database)
  sittingId = await makeSitting(scene, [await makeVerified(scene), await makeVerified(scene, await scene.addSeat(2))])
  const ids = (await listSlots(scene.db, sittingId)).map(({ id }) => id)
  first = ids[0] ?? ''
  second = ids[1] ?? ''
})

const open = async (actor: Actor, path = '') =>
  app.request(`/paparan/${sittingId}/panggung${path}`, { headers: await scene.headersOf(actor) })
const act = async (actor: Actor, verb: string, slot: string) => {
  const headers = await scene.headersOf(actor)
  const body = new URLSearchParams({ slot })
  return app.request(`/paparan/${sittingId}/panggung/${verb}`, { method: 'POST', headers, body })
}
const html = async (actor: Actor, path = '') => (await open(actor, path)).text()
const state = async () => ((await (await open(scene.agent, '/kini')).json()) as { state: string }).state
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

test('a slot begins on the server’s clock, goes on when the page is loaded again, and gives way to the next', async () => {
  expect(await html(scene.agent)).toContain('data-timer="true">20:00<')
  expect((await act(scene.secretariat, 'mulai', first)).status).toBe(303)
  const seen = await state()
  later(5)
  await act(scene.secretariat, 'mulai', first)
  expect(await state()).toBe(seen)
  const page = await html(scene.agent)
  expect(page).toContain('data-timer="true">15:00<')
  expect(page).not.toContain('Mulai paparan berikutnya')
  const note = `/paparan/${sittingId}/masukan/${first}`
  expect([page.includes(note), (await html(scene.secretariat)).includes(note)]).toEqual([false, true])
  later(17)
  expect(await html(scene.secretariat)).toContain('data-timer="true">−2:00<')
  await act(scene.secretariat, 'mulai', second)
  expect(await state()).not.toBe(seen)
  const [one, other] = await listSlots(scene.db, sittingId)
  expect([one?.endedAt, other?.startedAt]).toEqual([now, now])
  expect(await html(scene.agent, `?paparan=${first}`)).toContain('Sudah dipaparkan pukul')
})

test('what was begun by mistake is taken back, and may be moved only then', async () => {
  const move = async () => {
    const headers = await scene.headersOf(scene.secretariat)
    const body = new URLSearchParams({ sitting_id: sittingId, begins_at: '10:30' })
    return (await app.request(`/paparan/${sittingId}/pindah/${first}`, { method: 'POST', headers, body })).status
  }
  await act(scene.secretariat, 'mulai', first)
  expect(await move()).toBe(422)
  await act(scene.secretariat, 'batal', first)
  expect(await move()).toBe(303)
  await act(scene.secretariat, 'selesai', second)
  expect((await listSlots(scene.db, sittingId)).map(({ endedAt }) => endedAt)).toEqual([null, null])
})

test('what was decided is not begun any more', async () => {
  const decided = { decision: 'accepted' as const, decidedAt: testNow }
  await update(scene.db, 'presentation').set(decided).where('id', '=', first).execute()
  expect((await act(scene.secretariat, 'mulai', first)).status).toBe(409)
  const page = await html(scene.secretariat, `?paparan=${first}`)
  expect([page.includes('Sudah diputuskan.'), page.includes('panggung/mulai')]).toEqual([true, false])
  expect(await html(scene.secretariat)).toContain('panggung/mulai')
})

test('is seen by whom the sitting concerns, run by the secretariat, and not before its day', async () => {
  expect((await open(scene.stranger)).status).toBe(404)
  expect((await act(scene.head, 'mulai', first)).status).toBe(403)
  expect((await act(scene.secretariat, 'mulai', sittingId)).status).toBe(404)
  const begin = 'panggung/mulai'
  expect(await html(scene.secretariat)).toContain(begin)
  await update(scene.db, 'sitting').set({ heldOn: '2026-11-25' }).where('id', '=', sittingId).execute()
  expect(await html(scene.secretariat)).not.toContain(begin)
  expect((await act(scene.secretariat, 'mulai', first)).status).toBe(409)
  sittingId = await makeSitting(scene, [], { heldOn: '2026-11-25' })
  expect(await html(scene.secretariat)).toContain('Belum ada paparan dalam sidang ini')
})
