import { beforeEach, describe, expect, test } from 'vitest'
import { update } from '#db'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { writeAnswer } from './commands.ts'
import { fieldsOf } from './edition.ts'
import { anEdition } from './make-entry.ts'
import { enterProject } from './make-signed.ts'
import { findEntry, listAnswers } from './store.ts'

const database = await freshDatabase()
let now = testNow
const app = makeApp(database, () => now)
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let code: string

beforeEach(async () => {
  now = testNow
  scene = await makeScene(database)
  code = (await enterProject(scene, moment)).code
})

const path = () => `/usulan/${code}/ringkasan`
const read = async (actor: Actor, address: string) =>
  (await app.request(address, { headers: await scene.headersOf(actor) })).text()
const post = async (actor: Actor, text: string, revision: number, accept = 'application/json') =>
  app.request(path(), {
    method: 'POST',
    headers: { ...(await scene.headersOf(actor)), accept },
    body: new URLSearchParams({ revision: String(revision), text, evidence: '' }),
  })
const ask = async (actor: Actor, body: object) => {
  const headers = { ...(await scene.headersOf(actor)), 'content-type': 'application/json' }
  const answer = await app.request(`/usulan/${code}/kini`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, said: await answer.json() }
}
const halfAnHourLater = new Date(testNow.getTime() + 31 * 60_000)
const writeLater = (text: string, revision: number) => {
  const said = { text, evidence: '', revision, files: [] }
  return writeAnswer(scene.db, scene.secretariat, code, 'ringkasan', said, { ...moment, now: halfAnHourLater })
}
const entryId = async () => (await findEntry(scene.db, code))?.id ?? ''

describe('an answer that saves itself', () => {
  test('is heard under which revision it was saved, and by how a later page meets it', async () => {
    expect(await (await post(scene.agent, 'Satu', 0)).json()).toEqual({ revision: 1 })
    expect(await (await post(scene.agent, 'Satu dua', 1)).json()).toEqual({ revision: 2 })
    const late = await post(scene.secretariat, 'Tiga', 1)
    expect(late.status).toBe(409)
    expect(await late.json()).toEqual({ theirs: { text: 'Satu dua' } })
    // What was saved before and whose answer got lost is no conflict.
    expect(await (await post(scene.agent, 'Satu dua', 1)).json()).toEqual({ revision: 2 })
    const page = await (await post(scene.secretariat, 'Tiga', 1, 'text/html')).text()
    expect(page).toContain('Yang tersimpan sekarang:</span> Satu dua')
    expect(page).toContain('>Tiga</textarea>')
  })

  test('keeps what somebody else had left, in the words of who left it', async () => {
    await post(scene.agent, 'Antrean', 0)
    await post(scene.agent, 'Antrean panjang', 1)
    await post(scene.secretariat, 'Antrean pendek', 2)
    await writeLater('Tanpa antrean', 3)
    const page = await read(scene.head, `${path()}/versi`)
    for (const words of ['Versi 3, yang sekarang', 'panjang</del>', 'pendek</ins>', 'Versi 1'])
      expect(page).toContain(words)
    expect(page).not.toContain('Pakai lagi')
    expect(await read(scene.agent, `${path()}/versi`)).toContain(`${path()}?versi=1`)
    const again = await read(scene.agent, `${path()}?versi=1`)
    expect(again).toContain('>Antrean panjang</textarea>')
    expect(again).toContain('name="revision" value="4"')
    expect(await listAnswers(scene.db, await entryId())).toMatchObject([{ text: 'Tanpa antrean' }])
    expect((await app.request(`${path()}?versi=9`, { headers: await scene.headersOf(scene.agent) })).status).toBe(404)
  })

  test('is one entry of the journal for as long as the secretariat goes on writing, and none of its agent', async () => {
    await post(scene.agent, 'Nol', 0)
    await post(scene.secretariat, 'Satu', 1)
    await post(scene.secretariat, 'Satu dua', 2)
    const entries = async () => listEntriesOf(scene.db, [await entryId()])
    const events = async () => (await entries()).map(({ event }) => event)
    expect(await events()).toEqual(['entry.changed', 'entry.created'])
    expect((await entries())[0]?.onBehalfOf).toBe(scene.agent.personId)
    await writeLater('Satu dua tiga', 3)
    expect(await events()).toEqual(['entry.changed', 'entry.changed', 'entry.created'])
  })
})

describe('an entry that is written together', () => {
  test('shows every field with its form on one page, which saves each on its own without a script too', async () => {
    const page = await read(scene.agent, `/usulan/${code}/tulis`)
    for (const { key } of fieldsOf(anEdition())) expect(page).toContain(`id="${key}-text"`)
    const headers = await scene.headersOf(scene.agent)
    const body = new URLSearchParams({ revision: '0', text: 'Satu', evidence: '', back: 'tulis' })
    const saved = await app.request(path(), { method: 'POST', headers, body })
    expect(saved.headers.get('location')).toBe(`/usulan/${code}/tulis#bidang-ringkasan`)
    expect((await app.request(`/usulan/${code}/tulis`, { headers: await scene.headersOf(scene.head) })).status).toBe(
      403,
    )
  })

  test('says who else writes where until they are not heard of any more, and what they saved', async () => {
    expect((await ask(scene.agent, { at: 'ringkasan', have: { ringkasan: 0 } })).said).toEqual({
      others: [],
      stored: [],
    })
    await post(scene.agent, 'Satu', 0)
    const { said } = await ask(scene.secretariat, { at: null, have: { ringkasan: 0 } })
    expect(said.others).toEqual([{ name: expect.any(String), at: 'ringkasan' }])
    expect(said.stored).toEqual([{ field: 'ringkasan', revision: 1, fields: { text: 'Satu', evidence: '' } }])
    now = new Date(testNow.getTime() + 60_000)
    const later = await ask(scene.secretariat, { at: null, have: { ringkasan: 1 } })
    expect(later.said).toEqual({ others: [], stored: [] })
  })

  test('is closed to whoever may not write it, and to all once it is ready', async () => {
    const nothing = { at: null, have: {} }
    expect((await ask(scene.head, nothing)).status).toBe(403)
    expect((await ask(scene.stranger, nothing)).status).toBe(404)
    expect((await ask(scene.agent, { at: 3 })).status).toBe(409)
    await update(scene.db, 'entry').set({ state: 'ready', readyAt: testNow }).execute()
    const { status, said } = await ask(scene.agent, nothing)
    expect(status).toBe(409)
    expect(said.refused).toContain('Usulan ini sudah dinyatakan siap.')
    expect((await post(scene.agent, 'Satu', 0)).status).toBe(409)
  })
})

test('whoever was the agent to the last day of the programme still writes; who left before it does not', async () => {
  const ofOther = (await enterProject({ ...scene, ...(await scene.addSeat(2)) }, moment)).code
  const untilOn = '2026-11-23'
  for (const table of ['standing', 'appointment', 'programme'] as const)
    await update(scene.db, table).set({ untilOn }).execute()
  expect((await post(scene.agent, 'Sesudah masa tugas.', 0)).status).toBe(200)
  expect(await read(scene.agent, `/usulan/${code}`)).toContain('href="/proyek/')
  const list = await read(scene.agent, '/usulan')
  expect(list).toContain(code)
  expect(list).not.toContain(ofOther)
  const ended = { untilOn: '2026-06-30', endReason: 'Mutasi' }
  await update(scene.db, 'appointment').set(ended).where('seatId', '=', scene.seatId).execute()
  expect((await post(scene.agent, 'Lagi.', 1)).status).toBe(404)
  expect(await read(scene.agent, '/usulan')).not.toContain(code)
})
