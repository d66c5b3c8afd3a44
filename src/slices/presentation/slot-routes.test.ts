import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { makeApp } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { decidePresentation } from './decision-commands.ts'
import { makeSitting, makeVerified, moment, openPresentation } from './make-presentation.ts'
import { dropFeedback, noteFeedback } from './presentation-commands.ts'
import { listSlots } from './presentation-store.ts'
import { findSitting } from './sitting-store.ts'

const database = await freshDatabase()
const app = makeApp(database)
let scene: Scene
let codes: string[]

beforeEach(async () => {
  scene = await makeScene(database)
  codes = [await makeVerified(scene), await makeVerified(scene, await scene.addSeat(2))]
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const post = async (actor: Actor, path: string, body: Record<string, string | string[]> = {}) => {
  const fields = Object.entries(body).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  return app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body: new URLSearchParams(fields) })
}
const hoursIn = async (id: string) => (await listSlots(scene.db, id)).map(({ beginsAt, code }) => [beginsAt, code])
const idsIn = async (id: string) => (await listSlots(scene.db, id)).map((slot) => slot.id)
const seenIn = (html: string) => /name="plan" value="([^"]*)"/.exec(html)?.[1] ?? ''

const sideRoom = { title: 'Sidang Paparan II', place: 'Ruang B' }

describe('a schedule made automatically', () => {
  const asked = (but: Record<string, string | string[]>) => ({ minutes: '20', gap: '0', act: 'preview', ...but })

  test('is seen before it is kept, in rooms at once, and kept only as it was seen', async () => {
    const rooms = [await makeSitting(scene, []), await makeSitting(scene, [], { title: 'Sidang Paparan II' })]
    const form = asked({ sitting_ids: rooms, codes })
    const preview = await post(scene.secretariat, '/paparan/rencana', form)
    const html = await preview.text()
    expect([preview.status, html.includes('2 dari 2 paparan')]).toEqual([200, true])
    expect(await hoursIn(rooms[0] ?? '')).toEqual([])
    const kept = { ...form, act: 'keep', plan: seenIn(html) }
    await makeSitting(scene, [codes[0] ?? ''], { title: 'Sidang lain', beginsAt: '13:00', endsAt: '14:00' })
    const late = await post(scene.secretariat, '/paparan/rencana', kept)
    expect([late.status, (await late.text()).includes('Jadwalnya berubah')]).toEqual([409, true])
    const now = seenIn(await (await post(scene.secretariat, '/paparan/rencana', form)).text())
    expect((await post(scene.secretariat, '/paparan/rencana', { ...kept, plan: now })).status).toBe(303)
    expect([...(await hoursIn(rooms[0] ?? '')), ...(await hoursIn(rooms[1] ?? ''))]).toEqual([['09:00', codes[1]]])
  })

  test('says who cannot come, moves what may be moved, and leaves what was decided or put there by hand', async () => {
    const third = await makeVerified(scene, await scene.addSeat(3))
    const id = await makeSitting(scene, [...codes, third], { endsAt: '10:30' })
    const [first = '', second = ''] = await idsIn(id)
    const said = { id: first, revision: 1, decision: 'accepted' as const, note: '', reason: null, followUps: [] }
    await decidePresentation(scene.db, scene.secretariat, codes[0] ?? '', said, moment)
    const hand = { sitting_id: id, begins_at: '09:40' }
    const other = (await idsIn(id))[2] ?? ''
    const move = (begins_at: string) =>
      post(scene.secretariat, `/paparan/${id}/pindah/${other}`, { ...hand, begins_at })
    const outside = await move('10:15')
    expect([outside.status, await outside.text()]).toEqual([
      422,
      expect.stringContaining('di luar jam Sidang Paparan I'),
    ])
    expect((await move('10:05')).status).toBe(303)
    // Nobody shortens a sitting below its slots any more; one from before may be.
    await update(scene.db, 'sitting').set({ endsAt: '10:00' }).where('id', '=', id).execute()
    const away = { id: randomUUIDv7(), on_day: '2026-11-24', begins_at: '09:20', ends_at: '09:40' }
    const personId = (await openPresentation(scene, codes[1] ?? '')).agentId ?? ''
    expect((await post(scene.secretariat, '/paparan/halangan', { ...away, person_id: personId })).status).toBe(303)
    // Whoever told of it when the slot was there already: the board says so.
    const board = await (await open(scene.secretariat, '/paparan/papan?hari=2026-11-24')).text()
    const page = await (await open(scene.secretariat, `/paparan/${id}`)).text()
    expect(page).toContain('berhalangan pukul 09.20–09.40')
    for (const where of ['/beranda', '/paparan'])
      expect(await (await open(scene.secretariat, where)).text()).toMatch(/\(agen\) berhalangan/)
    expect(await (await open(scene.secretariat, '/beranda')).text()).toContain('Atur ulang Sidang Paparan I')
    expect(await (await open(scene.agent, '/beranda')).text()).not.toContain('Atur ulang')
    // Of a slot that was begun nobody is missed any more.
    const begun = (startedAt: Date | null) =>
      update(scene.db, 'presentation').set({ startedAt }).where('id', '=', second).execute()
    await begun(moment.now)
    expect(await (await open(scene.secretariat, '/paparan')).text()).not.toMatch(/\(agen\) berhalangan/)
    await begun(null)
    expect(await (await open(scene.agent, `/paparan/${id}`)).text()).not.toContain('berhalangan')
    expect([board.includes('berhalangan pukul 09.20–09.40'), board.includes('Di luar jam sidang')]).toEqual([
      true,
      true,
    ])
    const form = asked({ sitting_ids: [id], codes: [], replan: 'yes' })
    const html = await (await post(scene.secretariat, '/paparan/rencana', form)).text()
    expect(html).toContain('Dipindahkan')
    await post(scene.secretariat, '/paparan/rencana', { ...form, act: 'keep', plan: seenIn(html) })
    expect(await hoursIn(id)).toEqual([
      ['09:00', codes[0]],
      ['09:40', codes[1]],
      ['10:05', third],
    ])
    const longer = { ...form, minutes: '50' }
    const full = await (await post(scene.secretariat, '/paparan/rencana', longer)).text()
    expect(full).toContain('tidak ada jam kosong dalam sidang yang dipilih')
    const kept = await post(scene.secretariat, '/paparan/rencana', { ...longer, act: 'keep', plan: seenIn(full) })
    expect([kept.status, (await kept.text()).includes('tidak mendapat jam')]).toEqual([422, true])
    expect(await idsIn(id)).toContain(second)
  })

  test('is taken back as a whole: who was moved goes back, who was added goes out, unless that was changed since', async () => {
    const [here, there] = [await makeSitting(scene, [codes[0] ?? '']), await makeSitting(scene, [], sideRoom)]
    const before = await hoursIn(here)
    const form = asked({
      sitting_ids: [here, there],
      codes: [codes[1] ?? ''],
      replan: 'yes',
      rest_from: '09:00',
      rest_until: '09:30',
    })
    const keep = async () => {
      const seen = seenIn(await (await post(scene.secretariat, '/paparan/rencana', form)).text())
      return post(scene.secretariat, '/paparan/rencana', { ...form, act: 'keep', plan: seen })
    }
    const undo = async () => {
      const board = await (await open(scene.secretariat, '/paparan/papan?hari=2026-11-24')).text()
      expect(board).toContain('Kembalikan susunan sebelumnya')
      return post(scene.secretariat, /action="(\/paparan\/urung\/[^"]+)"/.exec(board)?.[1] ?? '')
    }
    expect((await keep()).headers.get('location')).toBe('/paparan/papan?hari=2026-11-24')
    expect([...(await hoursIn(here)), ...(await hoursIn(there))]).toEqual([
      ['09:30', codes[0]],
      ['09:30', codes[1]],
    ])
    expect((await undo()).status).toBe(303)
    expect([await hoursIn(here), await hoursIn(there)]).toEqual([before, []])
    await keep()
    const said = { id: randomUUIDv7(), personId: null, guest: 'Ibu Ratna', words: 'Sebut ukurannya.' }
    await noteFeedback(scene.db, scene.secretariat, (await idsIn(there))[0] ?? '', said, moment)
    const heard = await undo()
    expect([heard.status, await heard.text()]).toEqual([409, expect.stringContaining('sudah mempunyai masukan')])
    await dropFeedback(scene.db, scene.secretariat, (await idsIn(there))[0] ?? '', said.id, moment)
    // What was held is no plan any more.
    const heldOn = (day: string) => update(scene.db, 'sitting').set({ heldOn: day }).where('id', '=', there).execute()
    await heldOn('2026-11-23')
    const over = await undo()
    expect([over.status, await over.text()]).toEqual([409, expect.stringContaining('sudah lewat')])
    await heldOn('2026-11-24')
    await update(scene.db, 'presentation').set({ beginsAt: '10:00' }).where('sittingId', '=', there).execute()
    const late = await undo()
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('sudah dipindahkan lagi')])
    expect(await hoursIn(here)).toEqual([['09:30', codes[0]]])
  })

  test('is the secretariat’s alone, and a form that is wrong comes back', async () => {
    for (const path of ['/paparan/rencana', '/paparan/papan']) expect((await open(scene.head, path)).status).toBe(403)
    expect((await post(scene.head, '/paparan/rencana', asked({}))).status).toBe(403)
    await makeSitting(scene, [])
    const wrong = await post(scene.secretariat, '/paparan/rencana', asked({ rest_from: '12:00', gap: 'x' }))
    const html = await wrong.text()
    expect(wrong.status).toBe(422)
    for (const sentence of [
      'Pilih paling sedikit satu sidang.',
      'Isi angka bulat dari 0 sampai 99.',
      'Isi jam mulai dan selesai istirahat siang',
    ])
      expect(html).toContain(sentence)
  })
})

describe('a slot', () => {
  test('is moved to another sitting, exchanged with another, and put back', async () => {
    const [here, there] = [await makeSitting(scene, codes), await makeSitting(scene, [], { beginsAt: '10:00' })]
    const [first = '', second = ''] = await idsIn(here)
    const path = `/paparan/${here}/pindah/${first}`
    expect(await (await open(scene.secretariat, path)).text()).toContain('Pindahkan paparan')
    await post(scene.secretariat, path, { swap_with: second })
    expect(await hoursIn(here)).toEqual([
      ['09:00', codes[1]],
      ['09:20', codes[0]],
    ])
    await post(scene.secretariat, path, { sitting_id: there, begins_at: '10:30' })
    expect(await hoursIn(there)).toEqual([['10:30', codes[0]]])
    const board = await (await open(scene.secretariat, '/paparan/papan?hari=2026-11-24')).text()
    const undo = /action="(\/paparan\/urung\/[^"]+)"/.exec(board)?.[1] ?? ''
    expect((await post(scene.head, undo)).status).toBe(403)
    // Nor is anything put back where its sitting has no time for it any more.
    const until = (endsAt: string) => update(scene.db, 'sitting').set({ endsAt }).where('id', '=', here).execute()
    await until('09:30')
    expect((await post(scene.secretariat, undo)).status).toBe(409)
    await until('11:00')
    expect((await post(scene.secretariat, undo)).status).toBe(303)
    expect((await hoursIn(here))[1]).toEqual(['09:20', codes[0]])
    expect((await post(scene.secretariat, undo)).status).toBe(404)
    expect((await findSitting(scene.db, here))?.revision).toBe(4)
  })

  test('is refused where a room or a person would be in two, with both sides, and what was typed stays', async () => {
    const here = await makeSitting(scene, codes)
    const judge = await scene.addActor('Tuti Herawati')
    const there = await makeSitting(scene, [], { title: 'Sidang Paparan II' })
    for (const id of [here, there]) {
      const revision = String((await findSitting(scene.db, id))?.revision)
      const seated = { person_ids: judge.personId ?? '', revision }
      expect((await post(scene.secretariat, `/paparan/${id}/penilai`, seated)).status).toBe(303)
    }
    expect((await open(judge, `/paparan/${there}`)).status).toBe(200)
    const [first = ''] = await idsIn(here)
    const path = `/paparan/${here}/pindah/${first}`
    const both = await post(scene.secretariat, path, { sitting_id: here, begins_at: '09:10' })
    expect([both.status, await both.text()]).toEqual([422, expect.stringContaining('bertabrakan dengan')])
    const judged = await post(scene.secretariat, path, { sitting_id: there, begins_at: '09:30' })
    const html = await judged.text()
    expect(html).toContain('Tuti Herawati (penilai) tidak dapat hadir')
    expect(html).toContain('value="09:30"')
    expect(await hoursIn(there)).toEqual([])
    const nowhere = await (await post(scene.secretariat, path, { sitting_id: '', begins_at: '' })).text()
    expect(nowhere).toContain('Pilih sidangnya.')
  })
})

describe('an absence', () => {
  test('is said by oneself or by the secretariat, and taken back', async () => {
    const row = { id: randomUUIDv7(), on_day: '2026-12-02', begins_at: '08:00', ends_at: '12:00' }
    const own = { ...row, person_id: scene.agent.personId ?? '' }
    expect((await post(scene.head, '/paparan/halangan', own)).status).toBe(404)
    for (const _ of [1, 2]) expect((await post(scene.agent, '/paparan/halangan', own)).status).toBe(303)
    expect(await (await open(scene.agent, '/paparan/halangan')).text()).toContain('08.00–12.00')
    expect(await (await open(scene.head, '/paparan/halangan')).text()).not.toContain('08.00–12.00')
    expect((await post(scene.head, `/paparan/halangan/${row.id}/hapus`)).status).toBe(404)
    expect((await post(scene.secretariat, `/paparan/halangan/${row.id}/hapus`)).status).toBe(303)
    const wrong = await post(scene.agent, '/paparan/halangan', { ...own, ends_at: '07:00' })
    expect(await wrong.text()).toContain('Jam selesai harus sesudah jam mulai.')
  })
})

test('a day’s board takes as many queries for three slots as for one', async () => {
  const count = async () => {
    const headers = await scene.headersOf(scene.secretariat)
    const before = database.statements.length
    expect((await app.request('/paparan/papan?hari=2026-11-24', { headers })).status).toBe(200)
    return database.statements.length - before
  }
  await makeSitting(scene, [codes[0] ?? ''])
  const one = await count()
  const more = [codes[1] ?? '', await makeVerified(scene, await scene.addSeat(3))]
  await makeSitting(scene, more, { beginsAt: '10:00' })
  expect(await count()).toBe(one)
})
