import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { makeApp } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { makeSitting, makeVerified } from './make-presentation.ts'
import { listSlots } from './presentation-store.ts'
import { findSitting } from './sitting-store.ts'

const database = await freshDatabase()
const app = makeApp(database)
let scene: Scene
let code: string

beforeEach(async () => {
  scene = await makeScene(database)
  code = await makeVerified(scene)
})

const post = async (actor: Actor, path: string, body: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body: new URLSearchParams(body) })

describe('the order of a sitting', () => {
  test('follows the hours that were typed, takes in what is added, and refuses two at once', async () => {
    const other = await makeVerified(scene, await scene.addSeat(2))
    const third = await makeVerified(scene, await scene.addSeat(3))
    const id = await makeSitting(scene, [code, other])
    const slots = async () => (await listSlots(scene.db, id)).map((slot, at) => [`slot_${at + 1}`, slot.id] as const)
    const rows = {
      ...Object.fromEntries(await slots()),
      ...{ begins_at_1: '09:20', minutes_1: '30', begins_at_2: '09:00', minutes_2: '20' },
      ...{ minutes: '15', ends_at: '11:00' },
    }
    const answer = await post(scene.secretariat, `/paparan/${id}/susunan`, { ...rows, codes: third, revision: '1' })
    expect(answer.status).toBe(303)
    expect((await listSlots(scene.db, id)).map((slot) => [slot.beginsAt, slot.code, slot.minutes])).toEqual([
      ['09:00', other, 20],
      ['09:20', code, 30],
      ['09:50', third, 15],
    ])
    const kept = {
      ...{ ...rows, ...Object.fromEntries(await slots()), begins_at_1: '09:00', minutes_1: '20', begins_at_2: '09:20' },
      ...{ minutes_2: '30', begins_at_3: '09:50', minutes_3: '15', revision: '2' },
    }
    const both = await post(scene.secretariat, `/paparan/${id}/susunan`, { ...kept, begins_at_1: '09:15' })
    expect([both.status, await both.text()]).toEqual([422, expect.stringContaining('bertabrakan dengan')])
    const wrong = await post(scene.secretariat, `/paparan/${id}/susunan`, { ...kept, minutes_1: '2' })
    expect(await wrong.text()).toContain('Isi antara 5 dan 480 menit.')
  })

  test('lasts no longer than the sitting, which is lengthened or the slots are fewer, wherever that is typed', async () => {
    const judge = await scene.addActor('Tuti Herawati')
    const facts = { title: 'Sidang Paparan I', held_on: '2026-11-24', begins_at: '09:00', place: 'Aula' }
    const codes = [code, await makeVerified(scene, await scene.addSeat(2))]
    const said = (end: string) => `Paparannya baru selesai pukul ${end}.`
    const refused = async (path: string, body: Record<string, string>, end: string) => {
      const answer = await post(scene.secretariat, path, body)
      expect([path, answer.status]).toEqual([path, 422])
      const page = await answer.text()
      expect(page).toContain(said(end))
      expect(page).toMatch(/name="ends_at"[^>]*aria-invalid|aria-invalid[^>]*name="ends_at"/)
    }
    const id = randomUUIDv7()
    const first = { ...facts, id, codes: code, minutes: '90', ends_at: '10:00' }
    await refused('/paparan', first, '10.30')
    expect((await post(scene.secretariat, '/paparan', { ...first, ends_at: '10:30' })).status).toBe(303)
    await post(scene.secretariat, `/paparan/${id}/penilai`, { person_ids: judge.personId ?? '', revision: '1' })
    await refused(`/paparan/${id}/ubah`, { ...facts, ends_at: '10:15', revision: '2' }, '10.30')
    await refused(`/paparan/${id}/ubah`, { ...facts, begins_at: '09:10', ends_at: '10:30', revision: '2' }, '10.40')
    const [slot] = await listSlots(scene.db, id)
    const row = { slot_1: slot?.id ?? '', begins_at_1: '09:00', minutes_1: '90', minutes: '20', revision: '2' }
    const more = { ...row, codes: codes[1] ?? '' }
    await refused(`/paparan/${id}/susunan`, { ...more, ends_at: '10:30' }, '10.50')
    await refused(`/paparan/${id}/susunan`, { ...row, minutes_1: '100', ends_at: '10:30' }, '10.40')
    await refused(`/paparan/${id}/susunan`, { ...row, ends_at: '10:00' }, '10.30')
    expect((await post(scene.secretariat, `/paparan/${id}/susunan`, { ...more, ends_at: '10:50' })).status).toBe(303)
    expect(await findSitting(scene.db, id)).toMatchObject({ endsAt: '10:50', revision: 3 })
    const invited = (await listEntriesOf(scene.db, [id])).filter(({ event }) => event === 'sitting.judge-invited')
    expect(invited.map(({ details }) => details.endsAt).toSorted()).toEqual(['10:30', '10:50'])
  })

  test('that somebody else changed shows both hours of each slot, whatever their order is by then', async () => {
    const id = await makeSitting(scene, [code, await makeVerified(scene, await scene.addSeat(2))])
    const [first, second] = (await listSlots(scene.db, id)).map((slot) => slot.id) as [string, string]
    const lasting = { minutes_1: '20', minutes_2: '20', minutes: '20', ends_at: '11:00' }
    const drawn = { slot_1: first, slot_2: second, ...lasting, revision: '1' }
    const path = `/paparan/${id}/susunan`
    await post(scene.secretariat, path, { ...drawn, begins_at_1: '10:00', begins_at_2: '09:20' })
    const late = await post(scene.secretariat, path, { ...drawn, begins_at_1: '09:05', begins_at_2: '09:40' })
    const page = await late.text()
    expect(late.status).toBe(409)
    expect(page).toMatch(/value="09:40"[^>]*name="begins_at_1".*?<\/span> 09:20</)
    expect(page).toMatch(/value="09:05"[^>]*name="begins_at_2".*?<\/span> 10:00</)
    // One that was added meanwhile has no line on the form at all.
    const third = await makeVerified(scene, await scene.addSeat(3))
    const now = { slot_1: second, slot_2: first, begins_at_1: '09:30', begins_at_2: '10:00' }
    await post(scene.secretariat, path, { ...drawn, ...now, revision: '2', codes: third })
    const older = await post(scene.secretariat, path, { ...drawn, ...now, revision: '2', minutes_1: '25' })
    const shown = await older.text()
    expect([older.status, shown.includes('name="begins_at_3"')]).toEqual([409, true])
    expect(shown).toMatch(/value="25"[^>]*name="minutes_1".*?<\/span> 20</)
    expect(await listSlots(scene.db, id)).toHaveLength(3)
  })
})
