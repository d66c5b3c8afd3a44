import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { select, transact } from '#db'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { watchWaiting } from '#test/waiting.ts'
import { columnsOf, defaultColumns } from './columns.ts'
import { beginProject } from './commands.ts'
import { makeActivity, makeMatrix, makeProject } from './make-project.ts'
import { gapsOf } from './matrix.ts'
import { writeActivity, writeInitiative } from './matrix-commands.ts'
import { findMatrix, listPlans } from './plan-store.ts'
import { findProject } from './store.ts'
import { typedTemplate } from './template-form.ts'
import { findTemplate } from './template-store.ts'

const database = await freshDatabase()
const app = makeApp(database)
const countWaiting = watchWaiting(database)
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let path: string

beforeEach(async () => {
  scene = await makeScene(database)
  const { slug } = await database.query
    .selectFrom('programme')
    .select('slug')
    .where('id', '=', scene.programmeId)
    .executeTakeFirstOrThrow()
  path = `/program/${slug}/kolom`
})

const get = async (actor: Actor, at: string) => app.request(at, { headers: await scene.headersOf(actor) })
const post = async (actor: Actor, at: string, typed: Record<string, string>) =>
  app.request(at, { method: 'POST', headers: await scene.headersOf(actor), body: new URLSearchParams(typed) })
const isSettled = (answer: Promise<unknown>) => Promise.race([answer.then(() => true), Promise.resolve(false)])
const asDrawn = (but: Record<string, string> = {}) => ({ ...typedTemplate(defaultColumns, 0), ...but })

/** A project with one activity; its form's address. */
async function makeWritten() {
  const code = await beginProject(scene.db, scene.agent, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
  const [initiativeId, id] = [randomUUIDv7(), randomUUIDv7()]
  const { id: _, initiativeId: _i, lineId: _l, position: _p, revision: _r, ...fields } = makeActivity()
  await writeInitiative(scene.db, scene.agent, code, initiativeId, 'Satu antrean', moment)
  await writeActivity(scene.db, scene.agent, code, { id, initiativeId, fields }, moment)
  const typed = { id, initiative_id: initiativeId, title: 'Menyatukan antrean', target: '90', baseline: '28' }
  return { code, form: `/proyek/${code}/rencana/kegiatan/${id}`, plan: `/proyek/${code}/rencana`, typed }
}

/** The one activity that is stored of a project. */
async function stored(code: string) {
  const project = await findProject(scene.db, code)
  const [plan] = await listPlans(scene.db, project?.id ?? '')
  return (await findMatrix(scene.db, plan?.id ?? ''))[0]?.activities[0]
}

describe('the columns of a programme', () => {
  test('stand in its order under its names, what it does not name behind as it is by default', () => {
    const columns = columnsOf([
      { key: 'own1', label: 'Kode anggaran', isShown: true },
      { key: 'target', label: 'Target 2026', isShown: true },
      { key: 'title', label: '', isShown: false },
    ])
    expect(columns.slice(0, 4)).toMatchObject([
      { key: 'own1', label: 'Kode anggaran', kind: 'text' },
      { key: 'target', label: 'Target 2026', kind: 'number' },
      { key: 'title', label: 'Kegiatan', isShown: true },
      { key: 'output', label: 'Keluaran', isShown: true },
    ])
    expect(columns).toHaveLength(defaultColumns.length + 1)
  })

  test('that are hidden are not asked for when a plan is submitted', () => {
    const matrix = makeMatrix(makeActivity({ inCharge: '', output: '' }))
    const term = { fromOn: '2026-01-01', untilOn: '2026-12-31' }
    const columns = columnsOf([{ key: 'inCharge', label: '', isShown: false }])
    expect(gapsOf(makeProject(), matrix, term, columns).map(({ sentence }) => sentence)).toEqual([
      'Kegiatan 1.1: isi keluaran.',
    ])
  })
})

describe('the form of the columns', () => {
  test('is the secretariat’s, who finds the columns as they are', async () => {
    expect(await (await get(scene.secretariat, path)).text()).toContain('value="Penanggung jawab"')
    for (const actor of [scene.agent, scene.head, scene.leadership]) {
      expect((await get(actor, path)).status).toBe(403)
      expect((await post(actor, path, asDrawn())).status).toBe(403)
    }
    expect((await findTemplate(scene.db, scene.programmeId)).revision).toBe(0)
  })

  test('names, moves, hides and adds columns, in plan, form and sheet alike', async () => {
    const { plan, form, typed } = await makeWritten()
    const said = asDrawn({ label_in_charge: 'PIC', place_in_charge: '1', shown_risk: '', label_own2: 'Kode anggaran' })
    expect((await post(scene.secretariat, path, said)).status).toBe(303)
    await post(scene.agent, form, { ...typed, own2: 'WA.2310', in_charge: 'Ratih', revision: '1' })
    const page = await (await get(scene.agent, plan)).text()
    expect(page).toContain('WA.2310')
    expect(page).not.toContain('Risiko<')
    expect(page.indexOf('>PIC<')).toBeLessThan(page.indexOf('>Keluaran<'))
    const fields = await (await get(scene.agent, form)).text()
    expect(fields).toContain('Kode anggaran')
    expect(fields).not.toContain('>Risiko')
    const entries = await listEntriesOf(scene.db, [scene.programmeId])
    expect(entries.map(({ event }) => event)).toContain('programme.changed')
  })

  test('hides a column without losing what stands in it', async () => {
    const { code, form, typed } = await makeWritten()
    await post(scene.agent, form, { ...typed, risk: 'Petugas berganti', revision: '1' })
    await post(scene.secretariat, path, asDrawn({ shown_risk: '' }))
    const drawn = await (await get(scene.agent, form)).text()
    const [, risk = ''] = /name="risk" value="([^"]*)"/.exec(drawn) ?? []
    await post(scene.agent, form, { ...typed, title: 'Lain', risk, revision: '2' })
    expect(await stored(code)).toMatchObject({ title: 'Lain', risk: 'Petugas berganti' })
  })

  test('keeps an own column in which something stands', async () => {
    const { form, typed } = await makeWritten()
    await post(scene.secretariat, path, asDrawn({ label_own1: 'Kode' }))
    await post(scene.agent, form, { ...typed, own1: 'WA.2310', revision: '1' })
    const gone = await post(scene.secretariat, path, { ...asDrawn(), revision: '1' })
    expect(gone.status).toBe(422)
    expect(await gone.text()).toContain('Sembunyikan kolom itu.')
    expect((await findTemplate(scene.db, scene.programmeId)).columns.some(({ key }) => key === 'own1')).toBe(true)
  })

  test('loses nothing that is written in a column that somebody takes away meanwhile', async () => {
    const { code, form, typed } = await makeWritten()
    await post(scene.secretariat, path, asDrawn({ label_own1: 'Kode' }))
    await post(scene.secretariat, path, { ...asDrawn(), revision: '1' })
    const late = await post(scene.agent, form, { ...typed, own1: 'WA.2310', revision: '1' })
    expect(late.status).toBe(422)
    const text = await late.text()
    expect(text).toContain('Kolom yang sudah dihapus')
    expect(text).toContain('WA.2310')
    expect(text).toContain('Pindahkan isinya ke kolom lain')
    expect(await stored(code)).toMatchObject({ more: {}, revision: 1 })
    await post(scene.agent, form, { ...typed, own1: '', resources: 'WA.2310', revision: '1' })
    expect(await stored(code)).toMatchObject({ more: {}, resources: 'WA.2310' })
  })

  test('takes no column away while somebody fills it', async () => {
    const { code, form, typed } = await makeWritten()
    await post(scene.secretariat, path, asDrawn({ label_own1: 'Kode' }))
    // Whoever holds the row keeps the writer from ending.
    const both = await transact(scene.db, async (tx) => {
      await select(tx, 'activity').select('id').where('id', '=', typed.id).forUpdate().execute()
      const filling = post(scene.agent, form, { ...typed, own1: 'WA.2310', revision: '1' })
      await expect.poll(countWaiting).toBe(1)
      const taking = post(scene.secretariat, path, { ...asDrawn(), revision: '1' })
      await expect.poll(async () => (await countWaiting()) === 2 || (await isSettled(taking))).toBe(true)
      return [filling, taking]
    })
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([303, 422])
    expect(await stored(code)).toMatchObject({ more: { own1: 'WA.2310' } })
    expect((await findTemplate(scene.db, scene.programmeId)).columns.some(({ key }) => key === 'own1')).toBe(true)
  })

  test('refuses a name that stands twice, and tells the second of two what the first saved', async () => {
    const twice = await post(scene.secretariat, path, asDrawn({ label_risk: 'target' }))
    expect(twice.status).toBe(422)
    expect(await twice.text()).toContain('Nama ini dipakai dua kali.')
    await post(scene.secretariat, path, asDrawn({ label_risk: 'Hambatan' }))
    const late = await post(scene.secretariat, path, asDrawn({ label_risk: 'Kendala' }))
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Hambatan')
  })
})

test('an activity serves areas of its programme’s set alone', async () => {
  const { code, form, typed } = await makeWritten()
  await post(scene.agent, form, { ...typed, area_codes: 'pelayanan-publik', revision: '1' })
  expect(await stored(code)).toMatchObject({ areaCodes: ['pelayanan-publik'] })
  await post(scene.agent, form, { ...typed, area_codes: 'bukan-area', revision: '2' })
  expect(await stored(code)).toMatchObject({ areaCodes: ['pelayanan-publik'], revision: 2 })
})

test('an area that only an import gave to an activity is not lost in its form', async () => {
  const { code, form, typed } = await makeWritten()
  await post(scene.agent, form, { ...typed, area_codes: 'pelayanan-publik', revision: '1' })
  const drawn = await (await get(scene.agent, form)).text()
  expect(drawn).toMatch(/name="area_codes"[^>]*value="pelayanan-publik"/)
  expect(await stored(code)).toMatchObject({ areaCodes: ['pelayanan-publik'] })
})
