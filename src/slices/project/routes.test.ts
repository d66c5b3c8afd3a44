import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { hiddenFields } from '#test/visitor.ts'
import { beginProject, describeProject } from './commands.ts'
import { submitPlan, withdrawPlan } from './gate-commands.ts'
import { makeActivity, makeProject } from './make-project.ts'
import { writeActivity, writeInitiative } from './matrix-commands.ts'
import { findMatrix, listPlans } from './plan-store.ts'
import { projectPolicy } from './policy.ts'
import { findProject, listProjects } from './store.ts'

const database = await freshDatabase()
const app = makeApp(database)
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let code: string

beforeEach(async () => {
  scene = await makeScene(database)
  code = await beginProject(scene.db, scene.agent, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
const post = async (actor: Actor, path: string, body: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body: new URLSearchParams(body) })
const project = async () => {
  const found = await findProject(scene.db, code)
  if (!found) throw new Error('no project')
  return found
}
const revisionOfPlan = async () => (await plan())?.revision ?? 0
const plan = async () => (await listPlans(scene.db, (await project()).id)).at(-1)

/** Fields of a form that the page drew, with what is typed into them. */
const description = {
  title: 'Layanan rujukan',
  is_public_service: 'yes',
  innovation_kind: 'new',
  area_codes: 'sdm-asn',
}

async function makeReady(but: Parameters<typeof makeActivity>[0] = {}): Promise<string> {
  await describeProject(scene.db, scene.agent, code, { ...makeProject(), revision: (await project()).revision }, moment)
  const initiativeId = randomUUIDv7()
  await writeInitiative(scene.db, scene.agent, code, initiativeId, 'Satu antrean', moment)
  const { id, initiativeId: _, lineId: _l, position: _p, revision: _r, ...fields } = makeActivity(but)
  await writeActivity(scene.db, scene.agent, code, { id, initiativeId, fields }, moment)
  return id
}

test('the secretariat reads in whose name it would submit or approve, and nobody else does', async () => {
  await makeReady()
  const turnFor = async (actor: Actor) =>
    (await (await open(actor, `/proyek/${code}`)).text()).match(/<section class="turn".*?<\/section>/s)?.[0] ?? ''
  expect(await turnFor(scene.secretariat)).toMatch(/Bila Anda yang mengajukan, tercatat atas nama [A-Z]/)
  expect(await turnFor(scene.agent)).not.toContain('atas nama')
  await submitPlan(scene.db, scene.agent, code, await revisionOfPlan(), moment)
  // A title that ends in a full stop ends the sentence too.
  await update(scene.db, 'person')
    .set({ titlesAfter: 'M.A.' })
    .where('id', '=', scene.head.personId ?? '')
    .execute()
  expect(await turnFor(scene.secretariat)).toMatch(/Bila Anda yang menyetujui, tercatat atas nama [^<]*, M\.A\.</)
  expect(await turnFor(scene.head)).not.toContain('atas nama')
  expect(await turnFor(scene.agent)).not.toContain('atas nama')
})

test('advice stands beside the cell for whoever writes the plan or decides on it, and in the activity’s form', async () => {
  const id = await makeReady({ baseline: null })
  const plan = `/proyek/${code}/rencana`
  const words = async (actor: Actor, path: string) => (await open(actor, path)).text()
  const advice = 'Ukur keadaan sekarang, supaya perubahannya nanti dapat dibuktikan.'
  expect(await words(scene.agent, plan)).toContain(advice)
  expect(await words(scene.agent, `${plan}/kegiatan/${id}`)).toContain(advice)
  expect(await words(scene.head, plan)).not.toContain(advice)
  await submitPlan(scene.db, scene.agent, code, await revisionOfPlan(), moment)
  expect(await words(scene.head, plan)).toContain(advice)
  expect(await words(scene.agent, plan)).not.toContain(advice)
})

describe('a project’s page', () => {
  test('is not found by who may not read it, and asks the signed-out to sign in', async () => {
    expect((await open(scene.stranger, `/proyek/${code}`)).status).toBe(404)
    const answer = await app.request(`/proyek/${code}`)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/masuk?ke=%2Fproyek%2F${code}`)
  })

  test('of another agency does not exist', async () => {
    const elsewhere = await makeScene(database)
    const headers = await elsewhere.headersOf(elsewhere.secretariat)
    expect((await app.request(`/proyek/${code}`, { headers })).status).toBe(404)
  })

  test('offers each person the act that is theirs now, and no other', async () => {
    await makeReady()
    const buttons = async (actor: Actor) =>
      [...(await (await open(actor, `/proyek/${code}`)).text()).matchAll(/action="\/proyek\/\w+\/(\w+)"/g)].map(
        ([, act]) => act,
      )
    expect(await buttons(scene.agent)).toEqual(['ajukan'])
    expect(await buttons(scene.head)).toEqual([])
    await submitPlan(scene.db, scene.agent, code, await revisionOfPlan(), moment)
    expect(await buttons(scene.agent)).toEqual(['tarik'])
    expect(await buttons(scene.head)).toEqual(['setujui'])
    expect(await buttons(scene.leadership)).toEqual([])
  })

  test('lets nobody pass a plan that was changed since they looked at it', async () => {
    await makeReady()
    const submit = async () => submitPlan(scene.db, scene.agent, code, await revisionOfPlan(), moment)
    await submit()
    const drawn = hiddenFields(await (await open(scene.head, `/proyek/${code}`)).text())
    await withdrawPlan(scene.db, scene.agent, code, moment)
    await submit()
    expect((await post(scene.head, `/proyek/${code}/setujui`, drawn)).status).toBe(409)
    expect((await post(scene.head, `/proyek/${code}/setujui`)).status).toBe(409)
    expect((await plan())?.state).toBe('submitted')
    for (const [actor, act] of [
      [scene.head, 'setujui'],
      [scene.secretariat, 'verifikasi'],
    ] as const) {
      const fresh = hiddenFields(await (await open(actor, `/proyek/${code}`)).text())
      expect((await post(actor, `/proyek/${code}/${act}`, fresh)).status).toBe(303)
    }
    expect((await plan())?.state).toBe('verified')
  })

  test('reads a constant number of queries, whatever the matrix holds', async () => {
    await makeReady()
    const count = async () => {
      const headers = await scene.headersOf(scene.secretariat)
      const before = database.statements.length
      expect((await app.request(`/proyek/${code}`, { headers })).status).toBe(200)
      return database.statements.length - before
    }
    const one = await count()
    const initiativeId = (await findMatrix(scene.db, (await plan())?.id ?? ''))[0]?.id ?? ''
    for (const title of ['dua', 'tiga']) {
      const { id, initiativeId: _, lineId: _l, position: _p, revision: _r, ...fields } = makeActivity({ title })
      await writeActivity(scene.db, scene.agent, code, { id, initiativeId, fields }, moment)
    }
    expect(await count()).toBe(one)
  })
})

describe('the forms of the matrix', () => {
  test('are taken as the page drew them, with nothing but what was typed', async () => {
    const rows = `/proyek/${code}/rencana`
    const typeInto = async (page: string, action: string, typed: Record<string, string>) => {
      const drawn = hiddenFields(await (await open(scene.agent, page)).text())
      return (await post(scene.agent, action, { ...drawn, ...typed })).status
    }
    expect(await typeInto(`${rows}/program/baru`, `${rows}/program`, { title: 'Satu antrean' })).toBe(303)
    const [initiative] = await findMatrix(scene.db, (await plan())?.id ?? '')
    const page = `${rows}/program/${initiative?.id}/kegiatan/baru`
    expect(await typeInto(page, `${rows}/kegiatan`, { title: 'Menyatukan antrean' })).toBe(303)
    expect(await findMatrix(scene.db, (await plan())?.id ?? '')).toMatchObject([
      { title: 'Satu antrean', activities: [{ title: 'Menyatukan antrean' }] },
    ])
  })
})

describe('the form of a description', () => {
  test('saves what was typed and leads back to the project', async () => {
    const answer = await post(scene.agent, `/proyek/${code}/ubah`, { ...description, revision: '1' })
    expect(answer.status).toBe(303)
    expect(await project()).toMatchObject({ title: 'Layanan rujukan', isPublicService: true, areaCodes: ['sdm-asn'] })
  })

  test('comes back with what was typed and a sentence beside the field, and changes nothing', async () => {
    const typed = { ...description, title: 'Judul yang tetap ada', started_on: '2026-02-30', revision: '1' }
    const answer = await post(scene.agent, `/proyek/${code}/ubah`, typed)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('value="Judul yang tetap ada"')
    expect(html).toContain('Isi tanggal yang ada di kalender')
    expect(await project()).toMatchObject({ title: '', revision: 1 })
  })

  test('from an old page shows what is stored beside what was typed, and loses neither', async () => {
    await post(scene.agent, `/proyek/${code}/ubah`, { ...description, title: 'Tersimpan lebih dulu', revision: '1' })
    const answer = await post(scene.secretariat, `/proyek/${code}/ubah`, {
      ...description,
      title: 'Diketik',
      revision: '1',
    })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('value="Diketik"')
    expect(html).toContain('Tersimpan lebih dulu')
    expect(html).toMatch(/name="revision" value="2"/)
  })
})

describe('an activity’s form', () => {
  test('takes numbers as they are written here, and refuses what could be read two ways', async () => {
    await makeReady()
    const [initiative] = await findMatrix(scene.db, (await plan())?.id ?? '')
    const typed = { id: randomUUIDv7(), initiative_id: initiative?.id ?? '', title: 'Melatih pustakawan' }
    const path = `/proyek/${code}/rencana/kegiatan`
    expect((await post(scene.agent, path, { ...typed, target: '1,234.5' })).status).toBe(422)
    expect((await post(scene.agent, path, { ...typed, target: '1.234,5' })).status).toBe(303)
    const [, added] = (await findMatrix(scene.db, (await plan())?.id ?? ''))[0]?.activities ?? []
    expect(added).toMatchObject({ title: 'Melatih pustakawan', target: '1234.5', position: 2 })
  })
})

describe('the list of projects', () => {
  test('shows each person exactly what the policy lets them read', async () => {
    const other = await scene.addSeat(2)
    await beginProject(scene.db, other.agent, { id: randomUUIDv7(), seatId: other.seatId }, moment)
    const member = await scene.addActor('Rangga Aditya', { relation: 'member', thingId: (await project()).id })
    const steward = await scene.addActor('Dewi Anggraeni', { relation: 'steward', thingId: scene.programmeId })
    const everything = await listProjects(scene.db, scene.secretariat, null, moment.today)
    expect(everything).toHaveLength(2)
    const { agent, head, secretariat, leadership, stranger } = scene
    const former = { ...stranger, standings: [{ relation: 'former-agent' as const, thingId: scene.seatId }] }
    for (const actor of [agent, head, secretariat, leadership, stranger, member, steward, other.agent, former]) {
      const readable = everything.filter((row) =>
        can(projectPolicy, actor, 'read', { ...row, agencyId: scene.agencyId, plan: { state: row.planState } }),
      )
      expect(await listProjects(scene.db, actor, null, moment.today)).toEqual(readable)
    }
  })

  test('takes as many queries for three projects as for one', async () => {
    const count = async () => {
      const headers = await scene.headersOf(scene.secretariat)
      const before = database.statements.length
      expect((await app.request('/proyek', { headers })).status).toBe(200)
      return database.statements.length - before
    }
    const one = await count()
    for (const number of [2, 3]) {
      const { seatId, agent } = await scene.addSeat(number)
      await beginProject(scene.db, agent, { id: randomUUIDv7(), seatId }, moment)
    }
    expect(await count()).toBe(one)
  })

  test('offers to begin the projects of seats that have none, to whom they are', async () => {
    const { agent } = await scene.addSeat(2)
    expect(await (await open(agent, '/proyek')).text()).toContain('Mulai proyek')
    expect(await (await open(scene.agent, '/proyek')).text()).not.toContain('Mulai proyek')
  })
})

test('a return that cannot become a follow-up, the seat being empty, keeps its note', async () => {
  await makeReady()
  await submitPlan(scene.db, scene.agent, code, await revisionOfPlan(), moment)
  const { seatId } = scene
  await update(scene.db, 'appointment').set({ untilOn: '2026-11-01' }).where('seatId', '=', seatId).execute()
  const asked = { follow_up_id: randomUUIDv7(), as_follow_up: 'yes', due_on: '2026-12-24' }
  const said = { note: 'Sebut cara mengukurnya.', ...asked }
  const refused = await post(scene.head, `/proyek/${code}/kembalikan`, said)
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Kedudukan ini sedang kosong')
  expect(page).toContain('Sebut cara mengukurnya.')
})
