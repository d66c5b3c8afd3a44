import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, update } from '#db'
import { readWorkbook } from '#documents/sheet.ts'
import { dueOn } from '#kit/date.ts'
import { dueOf, stagesOf } from '#programme'
import { beginProject, boundBy, describeProject, findProject, projectStages } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAccess, makeAccount } from '#test/people.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { openSession } from '#test/sign-in.ts'
import { listWatched } from './national-store.ts'

const database = await freshDatabase()
const app = makeApp(database)
const moment = { now: testNow, today: '2026-11-24' }
let own: Scene
let other: Scene
let unwatched: Scene
let evaluator = ''
let cookie = ''

/** A project of a seat, described, in the agency of the scene; returns its id. */
async function begin({ db }: Scene, { agent, seatId }: Pick<Scene, 'agent' | 'seatId'>, areaCodes: string[]) {
  const code = await beginProject(db, agent, { id: randomUUIDv7(), seatId }, moment)
  const said = { title: 'Satu antrean', presentCondition: 'Lambat.', problem: 'Tercecer.', wantedCondition: 'Cepat.' }
  const kind = { isPublicService: true, innovationKind: 'extended' as const, startedOn: null }
  await describeProject(db, agent, code, { ...said, ...kind, areaCodes, targetCodes: ['bersih'], revision: 1 }, moment)
  return (await findProject(db, code))?.id ?? ''
}

/** How the project's commands would leave its summary; tests of the project hold them to it. */
const stand = ({ db }: Scene, projectId: string, summary: { state: 'closed'; integrated: boolean }) =>
  update(db, 'projectSummary').set(summary).where('projectId', '=', projectId).execute()

const named = ({ db }: Scene, name: string) =>
  db.query.updateTable('agency').set({ name }).where('id', '=', db.agencyId).execute()

const open = (path: string) => app.request(path, { headers: { cookie } })
const read = async (path: string) => (await open(path)).text()
const figuresOf = async (scene: Scene, now = testNow, year = 2026) =>
  (await listWatched(database, { accountId: evaluator, year, now })).find(({ agencyId }) => agencyId === scene.agencyId)

beforeEach(async () => {
  own = await makeScene(database)
  other = await makeScene(database)
  unwatched = await makeScene(database)
  await named(own, 'Arsip Negara')
  await named(other, 'Badan Ukur')
  await named(unwatched, 'Cagar Rahasia')
  evaluator = (await makeAccount(database)).id
  for (const scene of [own, other]) await makeAccess(scene.db, evaluator, { roles: ['evaluator'] })
  cookie = await openSession(own.db, evaluator)
})

describe('which agencies are counted', () => {
  test('those that let the account look on as their evaluator, and no other', async () => {
    await makeAccess(unwatched.db, evaluator, { roles: ['secretariat', 'leadership'] })
    const html = await read('/nasional')
    expect(html).toContain('Arsip Negara')
    expect(html).toContain('Badan Ukur')
    expect(html).not.toMatch(/<th[^>]*>Cagar Rahasia/)
    expect(html).toContain('2 agen di 2 instansi')
  })

  test('an agency that ended the access is no longer among them at once', async () => {
    await update(other.db, 'access').set({ endedAt: testNow }).where('accountId', '=', evaluator).execute()
    expect(await read('/nasional')).not.toContain('Badan Ukur')
  })

  test('nobody else opens it, whatever they do in their agency', async () => {
    const { secretariat, leadership, agent, head, headersOf } = own
    for (const actor of [secretariat, leadership, agent, head]) {
      for (const path of ['/nasional', '/nasional.xlsx'])
        expect((await app.request(path, { headers: await headersOf(actor) })).status).toBe(403)
      expect(await (await app.request('/lainnya', { headers: await headersOf(actor) })).text()).not.toContain(
        '/nasional',
      )
    }
    expect(await read('/lainnya')).toContain('/nasional')
  })
})

describe('what is counted', () => {
  test('projects by stage, those that are over apart, what is integrated, and areas and targets of all agencies', async () => {
    const [first, second] = [own, other]
    const third = await first.addSeat(2)
    const closed = await begin(first, first, ['pelayanan-publik', 'tatalaksana'])
    await begin(first, third, ['tatalaksana'])
    await begin(second, second, ['tatalaksana'])
    await stand(first, closed, { state: 'closed', integrated: true })
    expect(await figuresOf(first)).toMatchObject({ agents: 2, projects: 2, preparing: 1, closed: 1, integrated: 1 })
    expect(await figuresOf(second)).toMatchObject({ agents: 1, projects: 1, preparing: 1, closed: 0, integrated: 0 })
    const html = await read('/nasional')
    expect(html).toContain('3 proyek menurut tahap')
    const areas = html.match(/<ul class="bars" aria-label="Proyek menurut area perubahan">.*?<\/ul>/s)?.[0] ?? ''
    expect([...areas.matchAll(/class="bar-value[^"]*">(\d+)/g)].map(([, value]) => value)).toEqual(['3', '1'])
    expect(areas).toContain('Penguatan Tatalaksana')
  })

  test('a person in two seats is one agent, and so is who was replaced no agent of the last day', async () => {
    const scene = own
    const { seatId, agent } = await scene.addSeat(2)
    const decree = await scene.db.query.selectFrom('appointment').selectAll().where('seatId', '=', seatId).execute()
    await update(scene.db, 'appointment').set({ untilOn: '2026-06-30' }).where('seatId', '=', seatId).execute()
    const then = { fromOn: '2026-07-01', untilOn: '2026-12-31' }
    const held = { seatId, decreeId: decree[0]?.decreeId ?? '', personId: scene.agent.personId ?? '' }
    await insert(scene.db, 'appointment', { id: randomUUIDv7(), ...held, ...then }).execute()
    expect(agent.personId).not.toBe(held.personId)
    expect((await figuresOf(scene))?.agents).toBe(1)
  })

  test('late is what the desk calls late, for each stage', async () => {
    const scene = own
    const project = await begin(scene, scene, [])
    const stages = await stagesOf(scene.db, scene.programmeId)
    const found: number[] = []
    for (const state of ['preparing', 'running'] as const) {
      for (const stage of projectStages) {
        await update(scene.db, 'projectSummary').set({ stage, state }).where('projectId', '=', project).execute()
        const due = dueOf(stages, boundBy({ state }, stage))
        const isLate = due !== null && dueOn(due, moment.today).state === 'late'
        expect((await figuresOf(scene))?.late, `${state}, ${stage}`).toBe(isLate ? 1 : 0)
        found.push(isLate ? 1 : 0)
      }
    }
    expect(new Set(found)).toEqual(new Set([0, 1]))
    await update(scene.db, 'projectSummary').set({ stage: 'preparing', state: 'stopped' }).execute()
    expect(await figuresOf(scene)).toMatchObject({ late: 0, stopped: 1, preparing: 0 })
  })

  test('a due day ends in the agency’s own zone', async () => {
    const [west, east] = [own, other]
    await database.query.updateTable('agency').set({ zone: 'Asia/Jayapura' }).where('id', '=', east.agencyId).execute()
    for (const scene of [west, east]) await begin(scene, scene, [])
    // The stage is due on 27 February: half past ten in the evening in Jakarta, the day after in Jayapura.
    const evening = new Date('2026-02-27T15:30:00Z')
    expect((await figuresOf(west, evening))?.late).toBe(0)
    expect((await figuresOf(east, evening))?.late).toBe(1)
  })

  test('a programme counts in the year in which it began', async () => {
    const scene = own
    await begin(scene, scene, [])
    expect(await figuresOf(scene, testNow, 2025)).toMatchObject({ projects: 0, agents: 0 })
    const html = await read('/nasional?tahun=2025')
    expect(html).toContain('Pemantauan nasional 2025')
    expect(html).toContain('belum ada yang selesai')
  })
})

test('the list is ordered, narrowed by name, and an address that means nothing shows what is usual', async () => {
  await begin(other, other, [])
  const order = async (path: string) =>
    [...(await read(path)).matchAll(/<th scope="row"[^>]*>([^<]+)/g)].map(([, name]) => name)
  expect(await order('/nasional')).toEqual(['Arsip Negara', 'Badan Ukur'])
  expect(await order('/nasional?urut=proyek&turun=ya')).toEqual(['Badan Ukur', 'Arsip Negara'])
  expect(await order('/nasional?nama=ukur')).toEqual(['Badan Ukur'])
  expect(await order('/nasional?urut=entah&tahun=abad&halaman=-3')).toEqual(['Arsip Negara', 'Badan Ukur'])
  expect(await read('/nasional?nama=tiada')).toContain('Tidak ada instansi yang cocok')
})

test('every total follows the name that is asked for: of agencies, agents, stages, areas and targets, and in the workbook', async () => {
  await begin(own, own, ['tatalaksana'])
  await begin(own, await own.addSeat(2), ['tatalaksana'])
  await begin(other, other, ['tatalaksana', 'pelayanan-publik'])
  const totals = async (name: string) => {
    const html = await read(`/nasional?nama=${name}`)
    const bars = [...html.matchAll(/<ul class="bars" aria-label="([^"]*)">(.*?)<\/ul>/gs)].map(
      ([, label, list = '']) => {
        const values = [...list.matchAll(/class="bar-value[^"]*">(\d+)/g)].map(([, value]) => Number(value))
        return [label, values.reduce((sum, value) => sum + value, 0)]
      },
    )
    return { note: html.match(/(\d+) agen di (\d+) instansi/)?.slice(1), ...Object.fromEntries(bars) }
  }
  const [stage, aim, area] = ['Proyek menurut tahap', 'Proyek menurut sasaran', 'Proyek menurut area perubahan']
  expect(await totals('')).toEqual({ note: ['3', '2'], [stage]: 3, [aim]: 3, [area]: 4 })
  expect(await totals('arsip')).toEqual({ note: ['2', '1'], [stage]: 2, [aim]: 2, [area]: 2 })
  expect(await totals('ukur')).toEqual({ note: ['1', '1'], [stage]: 1, [aim]: 1, [area]: 2 })
  const none = await read('/nasional?nama=tiada')
  expect(none).toContain('0 agen di 0 instansi')
  expect(none).toContain('Belum ada proyek yang memilihnya.')
  const answer = await open('/nasional.xlsx?nama=ukur')
  const book = await readWorkbook(new Uint8Array(await answer.arrayBuffer()), 'nasional.xlsx')
  const sheets = book.ok
    ? book.workbook.sheets.map(({ cells }) => cells.slice(1).map(([, count]) => Number(count)))
    : []
  expect(sheets).toEqual([[1, 1], [1, 1], [1]])
})

test('the workbook holds every agency with its figures, and neither it nor the page names a person', async () => {
  await begin(own, own, ['tatalaksana'])
  const answer = await open('/nasional.xlsx?tahun=2026')
  expect(answer.headers.get('content-disposition')).toContain('nasional-2026.xlsx')
  const book = await readWorkbook(new Uint8Array(await answer.arrayBuffer()), 'nasional-2026.xlsx')
  const text = JSON.stringify(book)
  for (const word of ['Arsip Negara', 'Badan Ukur', 'Jumlah', 'Penguatan Tatalaksana']) expect(text).toContain(word)
  expect(text).not.toContain('Nadia')
  expect(await read('/nasional')).not.toContain('Nadia')
})

test('takes as many queries for three agencies as for one', async () => {
  const count = async () => {
    await open('/nasional')
    database.statements.length = 0
    await open('/nasional')
    return database.statements.length
  }
  await begin(own, own, ['tatalaksana'])
  const before = await count()
  await begin(other, other, ['tatalaksana'])
  await makeAccess(unwatched.db, evaluator, { roles: ['evaluator'] })
  await begin(unwatched, unwatched, ['tatalaksana'])
  expect(await count()).toBe(before)
})
