import { randomUUIDv7 } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { transact } from '#db'
import { type Decision, record } from '#journal'
import type { Role } from '#kit/actor.ts'
import { beginProject } from '#project'
import { makeApp } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene } from '#test/scene.ts'
import { signInAs } from '#test/sign-in.ts'
import { interval, pathOf, readFilter } from './journal-filter.ts'

const database = await freshDatabase()
const app = makeApp(database)
const scene = await makeScene(database)
const { headers } = await signInAs(scene.db, { name: 'Evi Rahmawati', roles: ['evaluator'] })

const at = (instant: string) => ({ now: new Date(instant), today: instant.slice(0, 10) })
const code = await beginProject(
  scene.db,
  scene.secretariat,
  { id: randomUUIDv7(), seatId: scene.seatId },
  at('2026-03-02T16:30:00Z'),
)
const add = (event: string, thing: Decision['thing'], now: string) =>
  transact(scene.db, (tx) => record(tx, scene.head, { event, thing }, new Date(now)))
await add('unit.changed', { kind: 'unit', id: scene.unitId }, '2026-03-02T17:30:00Z')
await add('agency.changed', { kind: 'agency', id: scene.agencyId }, '2026-03-04T02:00:00Z')

const stranger = await makeScene(database)
await transact(stranger.db, (tx) =>
  record(tx, 'system', { event: 'unit.closed', thing: { kind: 'unit', id: stranger.unitId } }, new Date()),
)

/** The sentences of the page, in order. */
async function read(query = ''): Promise<string[]> {
  const page = await (await app.request(`/jejak${query}`, { headers })).text()
  return [...page.matchAll(/data-label="Kejadian"[^>]*>([^<]*)</g)].map((match) => match[1] ?? '')
}

const begun = 'Sri Wahyuningtyas atas nama Nadia Kusumastuti memulai proyek.'
const unitChanged = 'Bonar Hutapea mengubah unit kerja.'
const agencyChanged = 'Bonar Hutapea mengubah pengaturan instansi.'

describe('the journal of the agency', () => {
  test('says who decided what, in whose place, newest first, and nothing of another agency', async () => {
    expect(await read()).toEqual([agencyChanged, unitChanged, begun])
  })

  test('leads to the history of a project and names a unit', async () => {
    const page = await (await app.request('/jejak', { headers })).text()
    expect(page).toContain(`<a href="/proyek/${code}/riwayat">Proyek tanpa judul</a>`)
    expect(page).toContain('>Pusat Jasa Informasi<')
  })

  test.each([
    // 23.30 and 00.30 in Jakarta: the day is the agency's, not that of Greenwich.
    ['?from=2026-03-03&until=2026-03-03', [unitChanged]],
    ['?until=2026-03-02', [begun]],
    ['?from=2026-03-04', [agencyChanged]],
    ['?kind=unit', [unitChanged]],
    ['?event=project.begun', [begun]],
    ['?kind=unit&event=project.begun', []],
    ['?from=2026-03-04&until=2026-03-03', [agencyChanged, unitChanged]],
    ['?from=kemarin&by=siapa&kind=hantu', [agencyChanged, unitChanged, begun]],
  ])('%s finds what it says', async (query, sentences) => {
    expect(await read(query)).toEqual(sentences)
  })

  test('finds what somebody did, and what was done in their place', async () => {
    expect(await read(`?by=${scene.head.personId}`)).toEqual([agencyChanged, unitChanged])
    expect(await read(`?by=${scene.agent.personId}`)).toEqual([begun])
  })

  test('three entries cost as many queries as one', async () => {
    const cost = async (query: string) => {
      const before = database.statements.length
      await read(query)
      return database.statements.length - before
    }
    expect(await cost('')).toBe(await cost('?event=project.begun'))
  })
})

describe('who may read it', () => {
  test.each<[Role, number]>([
    ['admin', 200],
    ['secretariat', 200],
    ['evaluator', 200],
    ['leadership', 403],
  ])('%s: %d', async (role, status) => {
    const somebody = await signInAs(scene.db, { roles: [role] })
    expect((await app.request('/jejak', { headers: somebody.headers })).status).toBe(status)
  })
})

test('a filter goes into an address and comes back whole', () => {
  const filter = { from: '2026-03-01', until: null, by: randomUUIDv7(), kind: 'unit', event: 'unit.changed' }
  const query = Object.fromEntries(new URL(pathOf(filter, 3), 'http://localhost').searchParams)
  expect(readFilter(query)).toEqual(filter)
  expect(query.halaman).toBe('3')
  expect(interval({ ...filter, until: '2026-02-01' })).toEqual({ from: '2026-02-01', until: '2026-03-01' })
})
