import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, update } from '#db'
import { listFollowUps } from '#follow-up'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { listEvidence } from './evidence-store.ts'
import { makeReportable } from './make-progress.ts'
import { latestProgress, listReports } from './store.ts'

const database = await freshDatabase()
const folder = freshFolder()
let now = testNow
const app = makeApp(database, () => now, { files: makeFiles(folder) })
let scene: Scene
let project: Awaited<ReturnType<typeof makeReportable>>
let path: string

beforeEach(async () => {
  now = testNow
  scene = await makeScene(database)
  project = await makeReportable(scene.db, scene)
  path = `/proyek/${project.code}/laporan/${project.first}`
})

const open = async (actor: Actor, at: string) => app.request(at, { headers: await scene.headersOf(actor) })
const words = async (actor: Actor, at: string) => (await open(actor, at)).text()
async function post(actor: Actor, at: string, body: Record<string, string> = {}, ...files: File[]) {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) form.append(name, value)
  for (const file of files) form.append('files', file)
  return app.request(at, { method: 'POST', headers: await scene.headersOf(actor), body: form })
}
const said = (but: Record<string, string> = {}) => ({
  id: randomUUIDv7(),
  link_id: randomUUIDv7(),
  percent: '40',
  value: '2,5',
  note: 'Antrean disatukan untuk tiga meja.',
  ...but,
})
const minutes = (text = 'Notula rapat') => new File([text], 'notula.txt', { type: 'text/plain' })
const proven = { proves_on: '2026-11-20' }
const evidenceIn = (lineId = project.first) => listEvidence(scene.db, project.id, { lineId })
const latestIn = async () => (await latestProgress(scene.db, project.id)).find(({ lineId }) => lineId === project.first)

describe('a report', () => {
  test('is another row each time, and the latest counts', async () => {
    expect((await post(scene.agent, path, said())).status).toBe(303)
    now = new Date(testNow.getTime() + 60_000)
    expect((await post(scene.agent, path, said({ percent: '60', value: '1,75' }))).status).toBe(303)
    expect(await listReports(scene.db, project.id, project.first)).toMatchObject([
      { percent: 60, value: '1.75', state: 'reported' },
      { percent: 40, value: '2.5' },
    ])
    expect(await latestIn()).toMatchObject({ percent: 60 })
  })

  test('is one, however often its form is posted, with its files', async () => {
    const form = said(proven)
    for (const _ of [1, 2]) expect((await post(scene.agent, path, form, minutes())).status).toBe(303)
    expect(await listReports(scene.db, project.id, project.first)).toHaveLength(1)
    expect(await evidenceIn()).toHaveLength(1)
  })

  test('is made by the team as itself, by the secretariat atas nama, and by nobody else', async () => {
    const member = await scene.addActor('Dedi Kurniawan', { relation: 'member', thingId: project.id })
    expect((await post(member, path, said())).status).toBe(303)
    expect(await latestIn()).toMatchObject({ personId: member.personId, onBehalfOf: null })
    now = new Date(testNow.getTime() + 60_000)
    expect((await post(scene.secretariat, path, said())).status).toBe(303)
    expect(await latestIn()).toMatchObject({ onBehalfOf: scene.agent.personId })
    expect(await words(scene.agent, path)).toContain('Sri Wahyuningtyas atas nama Nadia Kusumastuti')
    expect((await post(scene.head, path, said())).status).toBe(403)
    expect((await post(scene.stranger, path, said())).status).toBe(404)
  })

  test('keeps what was typed, and the files that came, when something is wrong', async () => {
    const answer = await post(scene.agent, path, said({ percent: '120', note: '', proves_on: '' }), minutes())
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Isi bilangan bulat antara 0 dan 100.')
    expect(page).toContain('Tulis apa yang sudah dicapai.')
    expect(page).toContain('notula.txt (sudah diunggah)')
    expect(await latestIn()).toBeUndefined()
  })

  test.each([
    [{ proves_on: '' }, 'Isi tanggal yang dibuktikan'],
    [{ proves_on: '2026-11-25' }, 'tidak boleh setelah hari ini'],
  ])('with evidence and the day %j is not taken', async (but, sentence) => {
    const answer = await post(scene.agent, path, said(but), minutes())
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
  })

  test.each(['javascript:alert(1)', 'ftp://berkas.example/a', 'https://'])('takes no link like %s', async (link) => {
    const answer = await post(scene.agent, path, said({ ...proven, link }))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Isi tautan lengkap')
  })

  test('is not made of a project that no longer runs', async () => {
    await update(scene.db, 'project').set({ state: 'finished' }).where('id', '=', project.id).execute()
    const answer = await post(scene.agent, path, said(proven), minutes())
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const kept of ['tidak sedang berjalan', 'Antrean disatukan', 'notula.txt (sudah diunggah)'])
      expect(page).toContain(kept)
    expect(await words(scene.agent, path)).toContain('tidak sedang berjalan')
  })

  test('is verified or sent back by the secretariat, the latest alone', async () => {
    const first = said()
    await post(scene.agent, path, first)
    expect((await post(scene.agent, `${path}/${first.id}/verifikasi`)).status).toBe(403)
    expect((await post(scene.secretariat, `${path}/${first.id}/kembalikan`, { remark: ' ' })).status).toBe(422)
    const asked = { follow_up_id: randomUUIDv7(), as_follow_up: 'yes' }
    const back = (due_on: string) =>
      post(scene.secretariat, `${path}/${first.id}/kembalikan`, { remark: 'Sebut sumber angkanya.', ...asked, due_on })
    expect(await (await back('')).text()).toContain('Isi batas waktu tindak lanjutnya.')
    expect((await back('2020-01-01')).status).toBe(422)
    await back('2026-12-24')
    const followUps = await listFollowUps(scene.db, scene.agent, { projectId: project.id })
    expect(followUps).toMatchObject([{ id: asked.follow_up_id, source: 'report', sourceId: first.id, state: 'open' }])
    expect(await latestIn()).toMatchObject({ state: 'returned', remark: 'Sebut sumber angkanya.' })
    expect(await words(scene.agent, path)).toContain('Sebut sumber angkanya.')
    now = new Date(testNow.getTime() + 60_000)
    const second = said({ percent: '45' })
    await post(scene.agent, path, second)
    expect((await post(scene.secretariat, `${path}/${first.id}/verifikasi`)).status).toBe(409)
    expect((await post(scene.secretariat, `${path}/${second.id}/verifikasi`)).status).toBe(303)
    expect(await latestIn()).toMatchObject({ id: second.id, state: 'verified' })
    const entries = await listEntriesOf(scene.db, [first.id, second.id])
    expect(entries.map(({ event }) => event).toSorted()).toEqual([
      ...['progress.reported', 'progress.reported', 'progress.returned', 'progress.verified'],
    ])
  })
})

describe('the pages', () => {
  test('the project shows each activity with what is late, and the whole', async () => {
    await post(scene.agent, path, said({ percent: '81' }))
    const page = await words(scene.head, `/proyek/${project.code}/laporan`)
    expect(page).toContain('Kemajuan seluruh proyek: 40%')
    expect(page).toContain('1 dari 2 kegiatan')
    expect(page).toContain('Lewat 177 hari')
    expect(page).toContain('Menunggu verifikasi')
  })

  test('a project whose plan is not agreed says when there will be progress', async () => {
    await update(scene.db, 'actionPlan').set({ state: 'draft' }).where('projectId', '=', project.id).execute()
    expect(await words(scene.agent, `/proyek/${project.code}/laporan`)).toContain('setelah rencana aksi ditetapkan')
  })

  test('a newer version of the plan keeps what was reported of a line', async () => {
    await post(scene.agent, path, said({ percent: '81' }))
    const plan = { state: 'superseded' as const, supersededAt: testNow }
    await update(scene.db, 'actionPlan').set(plan).where('id', '=', project.planId).execute()
    const { planId } = await makeSecondPlan()
    expect(planId).not.toBe(project.planId)
    expect(await words(scene.agent, `/proyek/${project.code}/laporan`)).toContain('Kemajuan seluruh proyek: 81%')
  })

  /** The plan again as version 2, with the first activity alone. */
  async function makeSecondPlan() {
    const planId = randomUUIDv7()
    const initiativeId = randomUUIDv7()
    const plan = { id: planId, projectId: project.id, version: 2, reason: 'Satu kegiatan cukup.' }
    await insert(scene.db, 'actionPlan', { ...plan, state: 'agreed', agreedAt: testNow }).execute()
    await insert(scene.db, 'initiative', { id: initiativeId, planId, lineId: initiativeId, position: 1 }).execute()
    const activity = {
      id: randomUUIDv7(),
      planId,
      initiativeId,
      lineId: project.first,
      position: 1,
      title: 'Menyatukan',
    }
    await insert(scene.db, 'activity', activity).execute()
    return { planId }
  }

  test('the list is narrowed to what one may read, and takes as many queries for three as for one', async () => {
    const count = async () => {
      const headers = await scene.headersOf(scene.secretariat)
      const before = database.statements.length
      expect((await app.request('/laporan', { headers })).status).toBe(200)
      return database.statements.length - before
    }
    await post(scene.agent, path, said(proven), minutes())
    const one = await count()
    for (const number of [2, 3]) {
      const seat = await scene.addSeat(number)
      const { code, first } = await makeReportable(scene.db, { ...scene, ...seat }, `c8m4n2r${number}`)
      await post(seat.agent, `/proyek/${code}/laporan/${first}`, said({ ...proven }), minutes())
    }
    expect(await count()).toBe(one)
    const links = async (actor: Actor) => new Set((await words(actor, '/laporan')).match(/\/proyek\/\w+\/laporan/g))
    expect((await links(scene.secretariat)).size).toBe(3)
    expect([...(await links(scene.agent))]).toEqual([`/proyek/${project.code}/laporan`])
    expect((await links(scene.stranger)).size).toBe(0)
  })

  test('an activity takes as many queries with three pieces of evidence and reports as with one', async () => {
    const count = async () => {
      const headers = await scene.headersOf(scene.secretariat)
      const before = database.statements.length
      expect((await app.request(path, { headers })).status).toBe(200)
      return database.statements.length - before
    }
    await post(scene.agent, path, said(proven), minutes('satu'))
    const one = await count()
    for (const text of ['dua', 'tiga']) await post(scene.agent, path, said(proven), minutes(text))
    expect(await count()).toBe(one)
  })

  test('the first page says what waits: verification to the secretariat, what was sent back to the agent', async () => {
    const form = said(proven)
    await post(scene.agent, path, form, minutes())
    expect(await words(scene.secretariat, '/beranda')).toContain('Verifikasi 2 laporan dan eviden')
    const [row] = await evidenceIn()
    await post(scene.secretariat, `/proyek/${project.code}/eviden/${row?.id}/kembalikan`, { remark: 'Tidak terbaca.' })
    expect(await words(scene.agent, '/beranda')).toContain('Perbaiki 1 laporan atau eviden yang dikembalikan')
    now = new Date(testNow.getTime() + 60_000)
    await post(scene.agent, path, said(proven), minutes('Pindaian baru'))
    expect(await words(scene.agent, '/beranda')).not.toContain('yang dikembalikan')
  })
})
