import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, update } from '#db'
import { listEntriesOf } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { addFollowUp } from './commands.ts'
import { listLeftBehind } from './hand-over-store.ts'
import { findFollowUp } from './store.ts'

const database = await freshDatabase()
const app = makeApp(database)
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene
let path: string
let ids: string[]

const ownerOf = async (id: string) => (await findFollowUp(scene.db, id))?.ownerId
const get = async (actor: Actor) => app.request(path, { headers: await scene.headersOf(actor) })
const post = async (actor: Actor, followUpIds: string[], reason = 'SK 12/2026') => {
  const body = new URLSearchParams([...followUpIds.map((id) => ['follow_up_ids', id]), ['reason', reason]])
  return app.request(path, { method: 'POST', headers: await scene.headersOf(actor), body })
}

/** The seat goes from the scene's agent to the agent of another seat, from the day on which the tests happen. */
async function replace(): Promise<string> {
  const { agent: successor } = await scene.addSeat(9)
  const held = scene.db.query.selectFrom('appointment').where('agencyId', '=', scene.agencyId)
  const { decreeId } = await held.select('decreeId').executeTakeFirstOrThrow()
  const { seatId } = scene
  await update(scene.db, 'appointment').set({ untilOn: '2026-11-23' }).where('seatId', '=', seatId).execute()
  const [id, personId] = [randomUUIDv7(), successor.personId ?? '']
  const term = { fromOn: '2026-11-24', untilOn: '2026-12-31' }
  await insert(scene.db, 'appointment', { id, seatId, personId, decreeId, ...term }).execute()
  return personId
}

beforeEach(async () => {
  scene = await makeScene(database)
  path = `/kedudukan/${scene.seatId}/serah-terima`
  const { id: projectId } = await makeRunningProject(scene.db, scene)
  const { programmeId, seatId, unitId } = scene
  const about = { programmeId, projectId, seatId, unitId, source: 'meeting' as const, sourceId: null, origin: 'Rapat' }
  ids = [randomUUIDv7(), randomUUIDv7()]
  for (const [at, id] of ids.entries()) {
    const said = { id, what: `Lengkapi data ${at + 1}`, ownerId: scene.agent.personId ?? '', dueOn: '2026-12-01' }
    await addFollowUp(scene.db, scene.secretariat, { ...about, ...said }, moment)
  }
})

describe('handing over a seat', () => {
  test('leads the secretariat alone through what passes on, and says when nothing is left', async () => {
    expect(await (await get(scene.secretariat)).text()).toContain('Tidak ada yang tertinggal')
    await replace()
    const page = await (await get(scene.secretariat)).text()
    for (const words of ['Layanan rujukan satu hari jawab', 'Lengkapi data 1', 'Lengkapi data 2']) {
      expect(page).toContain(words)
    }
    for (const actor of [scene.agent, scene.head, scene.leadership]) {
      expect((await get(actor)).status).toBe(404)
      expect((await post(actor, ids)).status).toBe(404)
    }
    expect(await ownerOf(ids[0] ?? '')).toBe(scene.agent.personId)
  })

  test('passes on what was chosen, once, and leaves the rest where it is', async () => {
    const successor = await replace()
    const [first = '', second = ''] = ids
    expect((await post(scene.secretariat, [first])).status).toBe(303)
    expect([await ownerOf(first), await ownerOf(second)]).toEqual([successor, scene.agent.personId])
    expect((await post(scene.secretariat, [first])).status).toBe(303)
    const entries = await listEntriesOf(scene.db, [first])
    expect(entries.filter(({ event }) => event === 'follow-up.changed')).toHaveLength(1)
    expect((await listLeftBehind(scene.db, moment.today)).map(({ id }) => id)).toEqual([second])
  })

  test('waits for a successor, and asks for its ground without losing what was chosen', async () => {
    await update(scene.db, 'appointment').set({ untilOn: '2026-11-23' }).where('seatId', '=', scene.seatId).execute()
    expect(await (await get(scene.secretariat)).text()).toContain('Menunggu agen pengganti')
    expect((await post(scene.secretariat, ids)).status).toBe(422)
    await replace()
    const [first = ''] = ids
    const answer = await post(scene.secretariat, [first], '')
    expect(answer.status).toBe(422)
    expect((await answer.text()).match(/ checked/g)).toHaveLength(1)
  })

  test('asks as many questions of the database for two follow-ups as for none', async () => {
    await replace()
    const count = async () => {
      const headers = await scene.headersOf(scene.secretariat)
      const before = database.statements.length
      await app.request(path, { headers })
      return database.statements.length - before
    }
    const two = await count()
    await post(scene.secretariat, ids)
    expect(await count()).toBe(two)
  })
})
