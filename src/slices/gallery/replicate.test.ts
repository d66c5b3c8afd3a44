import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { forAgency, insert, select } from '#db'
import { findEntry } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { noticeJobs } from '#notices'
import { listCopies, listPublicCopies, stopProject, vacantSeats } from '#project'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { agreeToBeNamed, publishProject, takeBackProject } from './commands.ts'
import { galleryJobs } from './jobs.ts'

const entries: { agencyId: string; entryId: string }[] = []
const database = await freshDatabase({
  publish: async (_, __, entry) => {
    entries.push(entry)
  },
})
const app = makeApp(database)
const moment = { now: testNow, today: '2026-11-24' }
let made = 0
let here: Scene
let there: Scene
let original: Awaited<ReturnType<typeof makeRunningProject>>

/** What stands in the plan and is no business of the public. */
const hidden = {
  ...{ baseline: '28', target: '90', startsOn: '2026-03-01', endsOn: '2026-05-31', inCharge: 'Nadia Rahasia' },
  ...{ parties: 'Biro Rahasia', resources: 'Dua rahasia', risk: 'Risiko rahasia', mitigation: 'Mitigasi rahasia' },
  more: { own1: 'Kolom rahasia' },
}

beforeEach(async () => {
  here = await makeScene(database)
  there = await makeScene(database)
  const words = { presentCondition: 'Tiga hari.', problem: 'Tercecer & lama.', wantedCondition: 'Satu jam.' }
  original = await makeRunningProject(here.db, here, { code: `b7k3m9w${made++}`, title: 'Satu <antrean>', ...words })
  const areas = { projectId: original.id, setCode: 'peta-jalan-2020-2024', areaCode: 'pelayanan-publik' }
  await insert(here.db, 'projectArea', areas).execute()
  const [initiativeId, id] = [randomUUIDv7(), randomUUIDv7()]
  const of = { planId: original.planId, position: 1 }
  await insert(here.db, 'initiative', {
    ...of,
    id: initiativeId,
    lineId: initiativeId,
    title: 'Meja tunggal',
  }).execute()
  const said = { title: 'Menyatukan antrean', output: 'Satu antrean', indicator: 'Terjawab', indicatorUnit: '%' }
  await insert(here.db, 'activity', { ...of, ...said, ...hidden, id, lineId: id, initiativeId }).execute()
  entries.length = 0
})

const publish = async (scene: Scene, code: string, revision = 1) => {
  if (revision === 1) await agreeToBeNamed(scene.db, scene.agent, { code, revision }, testNow)
  await publishProject(scene.db, scene.secretariat, { code, revision }, testNow)
}
const pageOf = async (path: string, scene?: Scene, actor?: Actor) =>
  app.request(path, scene && actor ? { headers: await scene.headersOf(actor) } : {})
const textOf = async (path: string, scene?: Scene, actor?: Actor) => (await pageOf(path, scene, actor)).text()
const take = async (scene: Scene, actor: Actor, seatId: string, id = randomUUIDv7()) =>
  app.request(`/galeri/${original.code}/tiru`, {
    method: 'POST',
    headers: await scene.headersOf(actor),
    body: new URLSearchParams({ id, seat_id: seatId }),
  })
/** Takes it for the seat of the other agency; the code of the copy. */
const takeThere = async () => {
  const answer = await take(there, there.agent, there.seatId)
  expect(answer.status).toBe(303)
  return answer.headers.get('location')?.replace('/proyek/', '') ?? ''
}
const copyOf = (scene: Scene, code: string) =>
  select(scene.db, 'project').selectAll().where('code', '=', code).executeTakeFirstOrThrow()
/** Lets the copy run, as its gates would. */
const letRun = (scene: Scene, code: string) =>
  scene.db.query.updateTable('project').set({ state: 'running' }).where('code', '=', code).execute()
const noticesOf = async (scene: Scene, actor: Actor) =>
  (
    await select(scene.db, 'notice')
      .select('subject')
      .where((eb) => eb.or([eb('personId', '=', actor.personId), eb('accountId', '=', actor.accountId)]))
      .execute()
  ).map(({ subject }) => subject)
/** What the worker does with what was written since. */
async function workOff() {
  while (entries.length > 0) {
    for (const { agencyId, entryId } of entries.splice(0)) {
      const db = forAgency(database, agencyId)
      const entry = await findEntry(db, entryId)
      if (!entry) continue
      for (const job of [...noticeJobs, ...galleryJobs])
        if ('events' in job && job.events.includes(entry.event)) await job.answer(db, entry, testNow, { url: '' })
    }
  }
}

describe('who may take over a public project', () => {
  beforeEach(() => publish(here, original.code))

  test('is whoever may begin the project of a free seat: its agent, or the secretariat in the agent’s place', async () => {
    const seat = await here.addSeat(2)
    const table: [string, Scene, Actor, string, number][] = [
      ['leadership', here, here.leadership, seat.seatId, 403],
      ['somebody without a task', here, here.stranger, seat.seatId, 403],
      ['the head of the unit', here, here.head, seat.seatId, 403],
      ['the agent of another seat', here, here.agent, seat.seatId, 403],
      ['whoever has a project there already', here, here.agent, here.seatId, 409],
      ['the secretariat of another agency', there, there.secretariat, seat.seatId, 404],
      ['its agent', here, seat.agent, seat.seatId, 303],
      ['the secretariat', there, there.secretariat, there.seatId, 303],
    ]
    for (const [who, scene, actor, seatId, status] of table)
      expect([who, (await take(scene, actor, seatId)).status]).toEqual([who, status])
  })

  test('is asked to sign in where there is no account, and led back', async () => {
    const answer = await pageOf(`/galeri/${original.code}/tiru`)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toContain(encodeURIComponent(`/galeri/${original.code}/tiru`))
    expect(await textOf(`/galeri/${original.code}`)).toContain(`href="/galeri/${original.code}/tiru"`)
  })

  test('is offered the seats for which it would not be refused, and told where there is none', async () => {
    const seat = await here.addSeat(2)
    const offered = async (scene: Scene, actor: Actor) =>
      (await vacantSeats(scene.db, actor, moment.today)).map(({ id }) => id)
    expect(await offered(here, here.secretariat)).toEqual([seat.seatId])
    expect(await offered(here, seat.agent)).toEqual([seat.seatId])
    for (const actor of [here.agent, here.head, here.leadership, here.stranger])
      expect(await offered(here, actor)).toEqual([])
    expect(await offered(there, there.agent)).toEqual([there.seatId])
    const page = await textOf(`/galeri/${original.code}/tiru`, there, there.agent)
    expect(page).toContain('1 kegiatan dalam 1 program')
    expect(await textOf(`/galeri/${original.code}/tiru`, here, here.stranger)).toContain('Belum ada kedudukan')
  })
})

test('what is not public cannot be taken over, by nobody', async () => {
  expect((await take(there, there.secretariat, there.seatId)).status).toBe(404)
  await publish(here, original.code)
  await takeBackProject(here.db, here.secretariat, { code: original.code, revision: 2, reason: 'Keliru.' }, testNow)
  expect((await take(there, there.secretariat, there.seatId)).status).toBe(404)
  expect(await select(there.db, 'project').select('id').execute()).toEqual([])
})

describe('a copy', () => {
  beforeEach(() => publish(here, original.code))

  test('holds what the public page shows and nothing beyond it, in words of its own agency', async () => {
    const copy = await copyOf(there, await takeThere())
    expect(copy).toMatchObject({
      ...{
        agencyId: there.agencyId,
        state: 'preparing',
        title: 'Satu <antrean> (replikasi)',
        problem: 'Tercecer & lama.',
      },
      ...{ innovationKind: 'adapted', startedOn: null },
    })
    const areas = await select(there.db, 'projectArea').select('areaCode').where('projectId', '=', copy.id).execute()
    expect(areas).toEqual([{ areaCode: 'pelayanan-publik' }])
    const initiatives = await select(there.db, 'initiative').selectAll().execute()
    const activities = await select(there.db, 'activity').selectAll().execute()
    expect(initiatives).toMatchObject([{ title: 'Meja tunggal' }])
    expect(activities).toMatchObject([{ title: 'Menyatukan antrean', output: 'Satu antrean', indicator: 'Terjawab' }])
    expect(activities[0]).toMatchObject({ baseline: null, target: null, startsOn: null, inCharge: '', more: {} })
    // Every text that crossed stands on the public page, word for word.
    const page = (await textOf(`/galeri/${original.code}`)).replaceAll('&lt;', '<').replaceAll('&amp;', '&')
    const texts = [copy, ...initiatives, ...activities].flatMap((row) => Object.entries(row))
    const said = texts.flatMap(([name, value]) =>
      typeof value === 'string' && /title|condition|problem|output|indicator/i.test(name) ? [value] : [],
    )
    for (const text of said) expect(page).toContain(text.replace(' (replikasi)', ''))
    expect(page).not.toMatch(/[Rr]ahasia/)
    expect(JSON.stringify([copy, initiatives, activities])).not.toMatch(/[Rr]ahasia/)
  })

  test('of a form that is sent twice is one', async () => {
    const id = randomUUIDv7()
    const [first, second] = [
      await take(there, there.agent, there.seatId, id),
      await take(there, there.agent, there.seatId, id),
    ]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await select(there.db, 'lineage').select('projectId').execute()).toHaveLength(1)
    expect((await take(there, there.agent, there.seatId)).status).toBe(409)
  })

  test('has no plan of what was published before plans were shown', async () => {
    await here.db.query.updateTable('publication').set({ planVersion: null }).execute()
    await takeThere()
    expect(await select(there.db, 'activity').select('id').execute()).toEqual([])
    expect(await textOf(`/galeri/${original.code}`)).not.toContain('Menyatukan antrean')
  })
})

describe('the lineage', () => {
  beforeEach(() => publish(here, original.code))

  test('is told both ways once the copy is public, and across agencies no sooner', async () => {
    const code = await takeThere()
    expect(await textOf(`/proyek/${code}`, there, there.agent)).toContain(`href="/galeri/${original.code}"`)
    expect(await textOf(`/galeri/${original.code}`)).not.toContain('Ditiru oleh')
    expect(await textOf(`/proyek/${original.code}`, here, here.secretariat)).not.toContain('Ditiru oleh')
    await letRun(there, code)
    await publish(there, code)
    for (const page of [
      await textOf(`/galeri/${original.code}`),
      await textOf(`/proyek/${original.code}`, here, here.secretariat),
    ]) {
      expect(page).toContain('Ditiru oleh')
      expect(page).toContain(`href="/galeri/${code}"`)
    }
    expect(await textOf(`/galeri/${code}`)).toContain(`href="/galeri/${original.code}"`)
  })

  test('is told within an agency at once, by the unit alone to whoever may not read the copy', async () => {
    const seat = await here.addSeat(2)
    const code = (await take(here, seat.agent, seat.seatId)).headers.get('location')?.replace('/proyek/', '') ?? ''
    const told = await listCopies(here.db, here.agent, original.id)
    expect(told).toMatchObject([{ unitName: 'Unit 2', named: null }])
    expect(await listCopies(here.db, here.secretariat, original.id)).toMatchObject([{ named: { code } }])
    const page = await textOf(`/proyek/${original.code}`, here, here.agent)
    expect(page).toContain('Unit 2 (belum terbit)')
    expect(page).not.toContain(code)
    expect(await listPublicCopies(database, source())).toEqual([])
  })

  test('is told of a copy exactly as long as its own page is public', async () => {
    const code = await takeThere()
    const isTold = async () => (await listPublicCopies(database, source())).length === 1
    const isShown = async () => (await pageOf(`/galeri/${code}`)).status === 200
    const both = async (expected: boolean) => expect([await isTold(), await isShown()]).toEqual([expected, expected])
    await both(false)
    await letRun(there, code)
    await both(false)
    await publish(there, code)
    await both(true)
    await takeBackProject(there.db, there.secretariat, { code, revision: 2, reason: 'Keliru.' }, testNow)
    await both(false)
    await publish(there, code, 3)
    await both(true)
    await stopProject(there.db, there.secretariat, code, 'Unitnya dibubarkan.', moment)
    await both(false)
  })

  test('outlives the original’s withdrawal: its address says what stood there, as it was called then', async () => {
    const code = await takeThere()
    await letRun(there, code)
    await publish(there, code)
    await takeBackProject(here.db, here.secretariat, { code: original.code, revision: 2, reason: 'Keliru.' }, testNow)
    await here.db.query.updateTable('project').set({ title: 'Judul baru' }).where('code', '=', original.code).execute()
    expect(await textOf(`/galeri/${code}`)).toContain('Satu &lt;antrean></a> dari')
    const gone = await pageOf(`/galeri/${original.code}`)
    expect(gone.status).toBe(410)
    const page = await gone.text()
    expect(page).toContain('Satu &lt;antrean>')
    expect(page).toContain('Keliru.')
    expect(page).toContain(`href="/galeri/${code}"`)
    expect(page).not.toMatch(/Judul baru|Tercecer|Nadia/)
  })

  test('is told to the original’s agent and secretariat: within an agency at once, else when it is public', async () => {
    const seat = await here.addSeat(2)
    await take(here, seat.agent, seat.seatId)
    await workOff()
    expect(await noticesOf(here, here.agent)).toEqual(['Proyek Anda ditiru'])
    expect(await noticesOf(here, here.secretariat)).toContain('Proyek ditiru di instansi ini')
    const code = await takeThere()
    await letRun(there, code)
    await workOff()
    expect(await noticesOf(here, here.agent)).toEqual(['Proyek Anda ditiru'])
    await publish(there, code)
    await publish(there, code, 2)
    await workOff()
    expect(
      (await noticesOf(here, here.agent)).filter((subject) => subject === 'Tiruan proyek Anda terbit'),
    ).toHaveLength(1)
  })
})

const source = () => ({ agencyId: here.agencyId, id: original.id })
