import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, update } from '#db'
import { readWorkbook } from '#documents/sheet.ts'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { addFollowUp } from './commands.ts'
import { followUpPolicy } from './policy.ts'
import { listFollowUps } from './store.ts'

const database = await freshDatabase()
const app = makeApp(database)
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let projectId: string

const agree = (but: { id?: string; what?: string; ownerId?: string; projectId?: string | null } = {}) => {
  const isProgramme = but.projectId === null
  return addFollowUp(
    scene.db,
    scene.secretariat,
    {
      id: but.id ?? randomUUIDv7(),
      programmeId: scene.programmeId,
      projectId: isProgramme ? null : projectId,
      seatId: isProgramme ? null : scene.seatId,
      unitId: isProgramme ? null : scene.unitId,
      source: 'sitting',
      sourceId: null,
      what: but.what ?? 'Lampirkan data waktu jawab',
      ownerId: but.ownerId ?? scene.agent.personId ?? '',
      dueOn: '2026-11-20',
    },
    moment,
  )
}

beforeEach(async () => {
  scene = await makeScene(database)
  projectId = randomUUIDv7()
  const { programmeId, seatId, unitId } = scene
  await insert(scene.db, 'project', { id: projectId, code: 'b7k3m9qt', programmeId, seatId, unitId }).execute()
  await agree()
})

const open = async (actor: Actor, path: string) => app.request(path, { headers: await scene.headersOf(actor) })
describe('the list', () => {
  test('shows each person exactly what the policy lets them read', async () => {
    await agree({ what: 'Untuk seluruh program', projectId: null, ownerId: scene.stranger.personId ?? '' })
    const everything = await listFollowUps(scene.db, scene.secretariat, {})
    expect(everything).toHaveLength(2)
    for (const actor of [scene.agent, scene.head, scene.leadership, scene.stranger]) {
      const readable = everything.filter((row) => can(followUpPolicy, actor, 'read', row))
      expect(await listFollowUps(scene.db, actor, {})).toEqual(readable)
    }
  })

  test('is narrowed by how they stand, whose they are and where they come from, late ones first', async () => {
    await agree({ what: 'Untuk yang lain', ownerId: scene.stranger.personId ?? '' })
    await update(scene.db, 'followUp').set({ dueOn: '2026-12-24' }).where('what', '=', 'Untuk yang lain').execute()
    const found = async (query: string, path = '/tindak-lanjut?semua=ya&') => {
      const page = await (await open(scene.secretariat, `${path}${query}`)).text()
      return [...page.matchAll(/<a href="\/tindak-lanjut\/[0-9a-f-]{36}">([^<]+)/g)].map(([, what]) => what)
    }
    const [late, other] = ['Lampirkan data waktu jawab', 'Untuk yang lain']
    expect(await found('')).toEqual([late, other])
    expect(await found('keadaan=late')).toEqual([late])
    expect(await found('keadaan=done')).toEqual([])
    expect(await found(`pemilik=${scene.stranger.personId}`)).toEqual([other])
    expect(await found(`unit=${scene.unitId}&asal=sitting`)).toEqual([late, other])
    expect(await found('asal=meeting')).toEqual([])
    expect(await found('keadaan=entah')).toEqual([late, other])
  })

  test('is taken away as a sheet by whoever looks on and by heads, with what each may read', async () => {
    await agree({ what: 'Untuk yang lain', projectId: null, ownerId: scene.leadership.personId ?? '' })
    await update(scene.db, 'person').set({ unitId: null }).where('id', '=', scene.leadership.personId).execute()
    const rowsFor = async (actor: Actor) => {
      const answer = await open(actor, '/tindak-lanjut.xlsx?semua=ya')
      expect(answer.status).toBe(200)
      const sheet = await readWorkbook(new Uint8Array(await answer.arrayBuffer()), 'tindak-lanjut.xlsx')
      return sheet.ok ? (sheet.workbook.sheets[0]?.cells ?? []).slice(1) : []
    }
    expect(await rowsFor(scene.leadership)).toHaveLength(2)
    const [row, ...more] = await rowsFor(scene.head)
    expect(more).toEqual([])
    expect(row?.slice(0, 3)).toEqual(['Lampirkan data waktu jawab', 'Nadia Kusumastuti', 'Pusat Jasa Informasi'])
    expect(row?.slice(5, 7)).toEqual([new Date('2026-11-20T00:00:00Z'), 'Terlambat'])
    expect((await open(scene.agent, '/tindak-lanjut.xlsx')).status).toBe(403)
  })

  test('takes as many queries for three as for one', async () => {
    const count = async () => {
      const headers = await scene.headersOf(scene.secretariat)
      const before = database.statements.length
      expect((await app.request('/tindak-lanjut?semua=ya', { headers })).status).toBe(200)
      return database.statements.length - before
    }
    const one = await count()
    await agree()
    await agree()
    expect(await count()).toBe(one)
  })
})
