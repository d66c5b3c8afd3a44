import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { beginProject, describeProject } from './commands.ts'
import { submitPlan } from './gate-commands.ts'
import type { SavedCells } from './grid-commands.ts'
import { makeActivity, makeProject } from './make-project.ts'
import { activitiesOf } from './matrix.ts'
import { writeActivity, writeInitiative } from './matrix-commands.ts'
import { findMatrix, listPlans } from './plan-store.ts'
import { findProject } from './store.ts'

const database = await freshDatabase()
let now = testNow
const app = makeApp(database, () => now)
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let code: string
let planId: string
let initiativeId: string
let ids: string[]

beforeEach(async () => {
  now = testNow
  scene = await makeScene(database)
  code = await beginProject(scene.db, scene.agent, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
  initiativeId = randomUUIDv7()
  await writeInitiative(scene.db, scene.agent, code, initiativeId, 'Satu antrean', moment)
  ids = []
  for (const title of ['Melatih', 'Menata']) await addRow(title)
  const [plan] = await listPlans(scene.db, (await findProject(scene.db, code))?.id ?? '')
  planId = plan?.id ?? ''
})

async function addRow(title: string): Promise<void> {
  const { id, initiativeId: _, lineId: _l, position: _p, revision: _r, ...fields } = makeActivity({ title })
  ids.push(id)
  await writeActivity(scene.db, scene.agent, code, { id, initiativeId, fields }, moment)
}

const path = () => `/proyek/${code}/rencana/lembar`

/** As an open grid posts, for whoever it was drawn. */
async function post(actor: Actor | null, address: string, body: unknown, drawnFor = actor ?? scene.agent) {
  const headers = actor ? await scene.headersOf(actor) : { origin: 'http://localhost:3000' }
  const own = { accept: 'application/json', 'content-type': 'application/json', 'rintis-account': drawnFor.accountId }
  const answer = await app.request(address, {
    method: 'POST',
    headers: { ...headers, ...own },
    body: JSON.stringify(body),
  })
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  return { status: answer.status, said: isJson ? await answer.json() : undefined }
}
const cell = (key: string, from: string, to: string) => ({ key, from, to })
const save = (actor: Actor | null, id: string, ...cells: object[]) =>
  post(actor, path(), { rows: [{ id, initiativeId, cells }] })
const look = (actor: Actor, revision: number, at: object | null = null) =>
  post(actor, `${path()}/kini`, { revision, at })
const rows = async () => activitiesOf(await findMatrix(scene.db, planId))
const entries = async () =>
  (await listEntriesOf(scene.db, [planId])).filter(({ event }) => event === 'action-plan.edited')

describe('cells of a plan', () => {
  test('are saved where they stand, each for itself', async () => {
    const [id = ''] = ids
    const answer = await save(
      scene.agent,
      id,
      cell('target', '90', '95,5'),
      cell('startsOn', '01/03/2026', 'kapan-kapan'),
    )
    expect(answer).toMatchObject({
      status: 200,
      said: {
        rows: [{ id, saved: { target: '95,5' }, wrong: { startsOn: expect.any(String) }, theirs: {} }],
        gone: [],
      },
    })
    expect(await rows()).toMatchObject([{ target: '95.5', startsOn: '2026-03-01', revision: 2 }, { revision: 1 }])
  })

  test('do not overwrite what somebody else saved, and lose neither', async () => {
    const [id = ''] = ids
    await save(scene.secretariat, id, cell('target', '90', '80'))
    const answer = await save(
      scene.agent,
      id,
      cell('target', '90', '95'),
      cell('output', 'Satu antrean', 'Dua antrean'),
    )
    expect(answer).toMatchObject({
      said: { rows: [{ saved: { output: 'Dua antrean' }, theirs: { target: '80' } }] },
    })
    expect((await rows())[0]).toMatchObject({ target: '80', output: 'Dua antrean' })
  })

  test('keep what was pasted without its NUL, which no database keeps', async () => {
    const answer = await save(scene.agent, ids[0] ?? '', cell('output', 'Satu antrean', 'Dua\0 antrean'))
    expect(answer).toMatchObject({ status: 200, said: { rows: [{ saved: { output: 'Dua antrean' } }] } })
  })

  test('of one row, saved by two at once, are all kept', async () => {
    const [id = ''] = ids
    const keys = ['output', 'indicator', 'inCharge', 'risk', 'resources'] as const
    const [row] = await rows()
    const answers = await Promise.all(
      keys.map((key, at) =>
        save(at % 2 ? scene.agent : scene.secretariat, id, cell(key, String(row?.[key]), `${key} baru`)),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect((await rows())[0]).toMatchObject(Object.fromEntries(keys.map((key) => [key, `${key} baru`])))
  })

  test('may be sent again when their answer got lost, and are written once', async () => {
    const [id = ''] = ids
    await save(scene.agent, id, cell('startsOn', '01/03/2026', 'April 2026'))
    const again = await save(scene.agent, id, cell('startsOn', '01/03/2026', 'April 2026'))
    expect(again).toMatchObject({ said: { rows: [{ saved: { startsOn: '01/04/2026' } }] } })
    expect((await rows())[0]).toMatchObject({ revision: 2 })
  })

  test('make a row that is not there yet, once', async () => {
    const id = randomUUIDv7()
    const cells = [cell('title', '', 'Mengukur'), cell('target', '', '12')]
    await save(scene.agent, id, ...cells)
    await save(scene.agent, id, ...cells)
    expect(await rows()).toMatchObject([{}, {}, { id, title: 'Mengukur', target: '12', position: 3 }])
  })

  test('of one row are not taken twice in one go, where the second would undo the first', async () => {
    const [id = ''] = ids
    const row = (key: string, from: string, to: string) => ({ id, initiativeId, cells: [cell(key, from, to)] })
    const twice = { rows: [row('target', '90', '95'), row('output', 'Satu antrean', 'Dua antrean')] }
    expect((await post(scene.agent, path(), twice)).status).toBe(409)
    expect((await rows())[0]).toMatchObject({ target: '90', output: 'Satu antrean' })
  })

  test('of a row that is gone are handed back', async () => {
    const gone = randomUUIDv7()
    const answer = await save(scene.agent, gone, cell('target', '90', '95'))
    expect(answer).toMatchObject({ said: { rows: [], gone: [gone] } })
    const elsewhere = { rows: [{ id: gone, initiativeId: randomUUIDv7(), cells: [cell('title', '', 'X')] }] }
    expect(await post(scene.agent, path(), elsewhere)).toMatchObject({ said: { gone: [gone] } })
    expect(await rows()).toHaveLength(2)
  })

  test('leave with their row when what made it is taken back, unless somebody wrote in it', async () => {
    const [made, touched] = [randomUUIDv7(), randomUUIDv7()]
    for (const id of [made, touched]) await save(scene.agent, id, cell('title', '', 'Tempel'), cell('target', '', '5'))
    await save(scene.agent, touched, cell('output', '', 'Laporan'))
    expect(await entries()).toHaveLength(0)
    const cells = [cell('title', 'Tempel', ''), cell('target', '5', '')]
    const leaving = [made, touched].map((id) => ({ id, initiativeId, cells, isLeaving: true }))
    const { revision } = ((await look(scene.agent, 0)).said as { grid: { revision: number } }).grid
    const answer = await post(scene.secretariat, path(), { rows: leaving })
    expect(answer).toMatchObject({ status: 200, said: { rows: [], gone: [], left: [made], revision: revision + 1 } })
    expect(await rows()).toMatchObject([{}, {}, { id: touched, output: 'Laporan', position: 3 }])
    // The answer got lost: it is said once more, and nothing more is taken away.
    expect(await post(scene.secretariat, path(), { rows: leaving })).toMatchObject({
      said: { left: [made], revision: revision + 1 },
    })
    expect(await rows()).toHaveLength(3)
    expect(await entries()).toMatchObject([{ onBehalfOf: scene.agent.personId }])
  })

  test('of another project cannot be reached by their id', async () => {
    const other = await makeScene(database)
    const foreign = await beginProject(other.db, other.agent, { id: randomUUIDv7(), seatId: other.seatId }, moment)
    expect(await save(scene.agent, ids[0] ?? '', cell('target', '90', '91'))).toMatchObject({ status: 200 })
    const headers = { ...(await other.headersOf(other.agent)), 'content-type': 'application/json' }
    const body = JSON.stringify({ rows: [{ id: ids[0], initiativeId, cells: [cell('target', '91', '1')] }] })
    const answer = await app.request(`/proyek/${foreign}/rencana/lembar`, { method: 'POST', headers, body })
    expect(((await answer.json()) as SavedCells).gone).toEqual([ids[0]])
    const leaving = JSON.stringify({
      rows: [{ id: ids[0], initiativeId, cells: [cell('target', '91', '')], isLeaving: true }],
    })
    await app.request(`/proyek/${foreign}/rencana/lembar`, { method: 'POST', headers, body: leaving })
    expect((await rows())[0]).toMatchObject({ target: '91' })
  })

  test('are refused to whoever may not write the plan, and once it lies with the head', async () => {
    const [id = ''] = ids
    expect(await save(null, id, cell('target', '90', '95'))).toEqual({ status: 401, said: undefined })
    for (const actor of [scene.head, scene.leadership, scene.stranger])
      expect((await save(actor, id, cell('target', '90', '95'))).status).toBeOneOf([403, 404])
    expect((await post(scene.agent, path(), { rows: [] })).status).toBe(409)
    const drawnForAnother = await post(scene.secretariat, path(), { rows: [] }, scene.agent)
    expect(drawnForAnother.status).toBe(401)
    const { revision } = (await findProject(scene.db, code)) ?? { revision: 0 }
    await describeProject(scene.db, scene.agent, code, { ...makeProject(), revision }, moment)
    const [plan] = await listPlans(scene.db, (await findProject(scene.db, code))?.id ?? '')
    await submitPlan(scene.db, scene.agent, code, plan?.revision ?? 0, moment)
    const late = await save(scene.agent, id, cell('target', '90', '95'))
    expect(late).toMatchObject({ status: 409, said: { refused: expect.stringContaining('tidak dapat diubah') } })
    expect(await look(scene.agent, 1)).toMatchObject({ status: 409, said: { refused: expect.any(String) } })
    expect((await rows())[0]).toMatchObject({ target: '90' })
    const page = await app.request(path(), { headers: await scene.headersOf(scene.agent) })
    expect(page.status).toBe(303)
  })
})

describe('what somebody else writes in the agent’s place', () => {
  test('is one entry for as long as they go on writing, and the agent’s own is none', async () => {
    const [id = ''] = ids
    const { agent, secretariat } = scene
    await save(agent, id, cell('target', '90', '91'))
    expect(await entries()).toHaveLength(0)
    await save(secretariat, id, cell('target', '91', '92'))
    now = new Date(testNow.getTime() + 20 * 60_000)
    await save(secretariat, id, cell('target', '92', '93'))
    expect(await entries()).toMatchObject([{ onBehalfOf: agent.personId, accountId: secretariat.accountId }])
    const another = await scene.addActor('Wening Palupi', undefined, ['secretariat'])
    await save(another, id, cell('target', '93', '94'))
    expect(await entries()).toHaveLength(2)
    await save(another, id, cell('target', '94', '94'))
    await save(another, id, cell('target', '94', 'banyak'))
    expect(await entries()).toHaveLength(2)
  })
})

describe('an open grid', () => {
  test('is drawn with as many queries for one row as for three', async () => {
    const headers = await scene.headersOf(scene.agent)
    const count = async () => {
      const before = database.statements.length
      expect((await app.request(path(), { headers })).status).toBe(200)
      return database.statements.length - before
    }
    const two = await count()
    for (const title of ['Mengukur', 'Menguji']) await addRow(title)
    expect(await count()).toBe(two)
  })

  test('leads from each row to its form where no script makes a grid of it', async () => {
    const headers = await scene.headersOf(scene.agent)
    const page = await (await app.request(path(), { headers })).text()
    for (const id of ids) {
      const form = `/proyek/${code}/rencana/kegiatan/${id}`
      expect(page).toContain(`href="${form}"`)
      expect((await app.request(form, { headers })).status).toBe(200)
    }
  })

  test('hears what is new, and nothing when nothing is', async () => {
    const [id = ''] = ids
    const first = await look(scene.agent, 0)
    const { revision } = (first.said as { grid: { revision: number } }).grid
    expect(first).toMatchObject({
      status: 200,
      said: {
        grid: {
          groups: [
            {
              title: '1. Satu antrean',
              rows: [{ id, number: '1.1', cells: { target: '90', startsOn: '01/03/2026' } }, {}],
            },
          ],
        },
      },
    })
    expect(await look(scene.agent, revision)).toEqual({ status: 200, said: { others: [] } })
    await save(scene.secretariat, id, cell('target', '90', '80'))
    expect(await look(scene.agent, revision)).toMatchObject({
      said: { grid: { revision: revision + 1, groups: [{ rows: [{ cells: { target: '80' } }, {}] }] } },
    })
  })

  test('hears of rows that were moved, deleted and imported elsewhere', async () => {
    const { revision } = ((await look(scene.agent, 0)).said as { grid: { revision: number } }).grid
    const headers = { ...(await scene.headersOf(scene.agent)), 'content-type': 'application/x-www-form-urlencoded' }
    await app.request(`/proyek/${code}/rencana/kegiatan/${ids[1]}/pindah`, { method: 'POST', headers, body: 'step=-1' })
    expect((await look(scene.agent, revision)).said).toMatchObject({
      grid: { revision: revision + 1, groups: [{ rows: [{ id: ids[1], number: '1.1' }, { id: ids[0] }] }] },
    })
    await app.request(`/proyek/${code}/rencana/kegiatan/${ids[1]}/hapus`, { method: 'POST', headers, body: '' })
    expect((await look(scene.agent, revision + 1)).said).toMatchObject({ grid: { revision: revision + 2 } })
  })

  test('shows who else is there and where, until they are not heard of any more', async () => {
    const [id = ''] = ids
    await look(scene.agent, 0, { id, key: 'target' })
    const seen = await look(scene.secretariat, 0)
    expect(seen.said).toMatchObject({ others: [{ at: { id, key: 'target' } }] })
    expect(JSON.stringify(seen.said)).not.toContain(scene.agent.accountId)
    now = new Date(testNow.getTime() + 60_000)
    expect((await look(scene.secretariat, 0)).said).toMatchObject({ others: [] })
  })
})
