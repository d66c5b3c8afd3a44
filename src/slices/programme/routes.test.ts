import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '#db'
import { listEntries } from '#journal'
import { makeApp } from '#test/app.ts'
import { asks } from '#test/ask.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAgency } from '#test/people.ts'
import { signInAs } from '#test/sign-in.ts'
import { findProgramme, listProgrammes, programmeInForce, stagesOf } from './programme-store.ts'
import { areasOf, mappingsOf, targetsOf } from './reform-store.ts'

const database = await freshDatabase()
const app = makeApp(database)
let db: Db
let secretary: ReturnType<typeof asks>
let reader: ReturnType<typeof asks>

beforeEach(async () => {
  ;({ db } = await makeAgency(database))
  secretary = asks(app, await signInAs(db, { roles: ['secretariat'] }))
  reader = asks(app, await signInAs(db))
})

const typed = {
  name: 'Agen Perubahan 2026–2027',
  from_on: '2026-07-01',
  until_on: '2027-06-30',
  agent_count: 'last-day',
  reporting: 'quarterly',
  report_days: '7',
  due_preparing: '2026-08-31',
  due_running: '2027-05-31',
}
const make = (but: Record<string, string> = {}) =>
  secretary.post('/program/buat', { id: randomUUIDv7(), set_code: 'peta-jalan-2020-2024', ...typed, ...but })
const only = async () => {
  const [programme] = await listProgrammes(db)
  if (!programme) throw new Error('There is no programme.')
  return programme
}

describe('a programme is made', () => {
  test('with a term that is no calendar year and the due days that it wants, and journalled', async () => {
    expect((await make()).headers.get('location')).toBe('/program/2026-2027')
    expect(await only()).toMatchObject({ reporting: 'quarterly', reportDays: 7 })
    expect(await stagesOf(db, (await only()).id)).toEqual([
      { kind: 'preparing', dueOn: '2026-08-31' },
      { kind: 'running', dueOn: '2027-05-31' },
    ])
    expect((await programmeInForce(db, '2027-06-30'))?.name).toBe('Agen Perubahan 2026–2027')
    expect(await programmeInForce(db, '2027-07-01')).toBeUndefined()
    expect((await listEntries(db, 1)).rows.map(({ event }) => event)).toEqual(['programme.added'])
  })

  test('once, however often its form is posted; another of the same name gets its own address', async () => {
    const id = randomUUIDv7()
    await make({ id })
    expect((await make({ id })).headers.get('location')).toBe('/program/2026-2027')
    expect(await listProgrammes(db)).toHaveLength(1)
    expect((await make()).headers.get('location')).toBe('/program/2026-2027-2')
  })

  test('from a form that proposes due days over the term that is typed, and saves nothing for it', async () => {
    const answer = await secretary.post('/program/buat/usulan', { ...typed, id: randomUUIDv7() })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toMatch(/<input[^>]*(name="due_entry"[^>]*value="2027-06-30"|value="2027-06-30"[^>]*name="due_entry")/)
    expect(html).toContain('Agen Perubahan 2026–2027')
    expect(await listProgrammes(db)).toEqual([])
  })

  test.each([
    ['that ends before it begins', { until_on: '2026-06-30' }, /id="until_on-error"/],
    ['whose stages are out of order', { due_running: '2026-08-01' }, /id="due_running-error"/],
    ['without a set of areas', { set_code: '' }, /Pilih peta jalan\./],
    ['without a rhythm of reports', { reporting: '' }, /Pilih seberapa sering agen melapor\./],
    ['whose reports may take half a year', { report_days: '90' }, /id="report_days-error"/],
    ['of a set that is none', { set_code: 'peta-jalan-1999' }, /id="set_code-error"/],
  ])('but none %s', async (_, but, message) => {
    const answer = await make(but)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(message)
    expect(await listProgrammes(db)).toEqual([])
  })
})

describe('a programme is changed', () => {
  const change = (but: Record<string, string> = {}) =>
    secretary.post('/program/2026-2027/ubah', { revision: '1', ...typed, ...but })

  test('in its name, term, due days, how it counts its agents and when they report; address and set stay', async () => {
    await make()
    const to = { name: 'Agen Perubahan', agent_count: 'any-time', reporting: 'none', finish_needs_closed: 'yes' }
    expect((await change({ ...to, due_preparing: '' })).status).toBe(303)
    const programme = await only()
    expect(programme).toMatchObject({
      slug: '2026-2027',
      name: 'Agen Perubahan',
      agentCount: 'any-time',
      reporting: 'none',
      finishNeedsClosed: true,
    })
    expect(await stagesOf(db, programme.id)).toEqual([{ kind: 'running', dueOn: '2027-05-31' }])
  })

  test('once at a time: whoever comes second sees both values, of the due days too', async () => {
    await make()
    await change({ due_preparing: '2026-09-15' })
    const answer = await change({ due_preparing: '2026-09-30' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('value="2026-09-30"')
    expect(html).toMatch(/Yang tersimpan sekarang:<\/span> 2026-09-15/)
  })
})

describe('the pages of programmes', () => {
  test('are for everybody of the agency; who runs the programme is offered to change it', async () => {
    await make()
    const path = '/program/2026-2027'
    const html = await reader.read(path)
    expect(html).toContain('Setiap triwulan, paling lambat 7 hari setelah periodenya berakhir')
    expect(html).toContain('Agen yang penetapannya berlaku pada hari terakhir tahun penilaian')
    expect(html).not.toContain(`${path}/ubah`)
    expect(await secretary.read(path)).toContain(`${path}/ubah`)
    for (const closed of [`${path}/ubah`, '/program/buat']) expect((await reader.open(closed)).status).toBe(403)
    expect((await reader.post(`${path}/ubah`, typed)).status).toBe(403)
    const other = asks(app, await signInAs((await makeAgency(database)).db, { roles: ['admin'] }))
    expect((await other.open(path)).status).toBe(404)
  })

  test('take the same number of queries for one programme and for three', async () => {
    const queries = async () => {
      const before = database.statements.length
      await reader.open('/program')
      return database.statements.length - before
    }
    await make()
    await queries()
    const forOne = await queries()
    for (const name of ['A', 'B']) await make({ name })
    expect(await queries()).toBe(forOne)
  })
})

describe('reform areas and targets', () => {
  test('are eight and three in the road map 2020–2024, six in Zona Integritas', async () => {
    expect(await areasOf(db, 'peta-jalan-2020-2024')).toHaveLength(8)
    expect(await targetsOf(db, 'peta-jalan-2020-2024')).toHaveLength(3)
    expect(await areasOf(db, 'zona-integritas')).toHaveLength(6)
  })

  test('map onto each other in both directions', async () => {
    const there = await mappingsOf(db, 'zona-integritas')
    const back = await mappingsOf(db, 'peta-jalan-2020-2024')
    const pairs = there.map(({ code, otherCode }) => `${code} ${otherCode}`)
    expect(pairs).toHaveLength(6)
    expect(back.map(({ code, otherCode }) => `${otherCode} ${code}`).sort()).toEqual(pairs.sort())
    expect(back.find(({ code }) => code === 'sdm-asn')).toMatchObject({
      otherSetName: 'Pembangunan Zona Integritas',
      otherName: 'Penataan Sistem Manajemen SDM Aparatur',
    })
  })

  test('a programme is found by its id and by its address', async () => {
    await make()
    const programme = await only()
    expect(await findProgramme(db, programme.id)).toEqual(programme)
    expect(await findProgramme(db, programme.slug)).toEqual(programme)
  })
})
