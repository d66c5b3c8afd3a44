import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { createEntry, isEntryAuthor, remarkOn, settleRemark, writeAnswer } from '#competition'
import { insert, select, update } from '#db'
import { findEntry } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { tellOfProject } from './commands.ts'
import { listNotices, saveRead } from './store.ts'

const published: string[] = []
const database = await freshDatabase({ publish: async (_, __, { entryId }) => void published.push(entryId) })
let scene: Scene
let projectId: string
let code: string
let member: Actor

/** So many minutes after the test's hour, on its day. */
const at = (minutes: number) => ({ now: new Date(testNow.getTime() + minutes * 60_000), today: '2026-11-24' })

beforeEach(async () => {
  scene = await makeScene(database)
  projectId = (await makeRunningProject(scene.db, scene, { isPublicService: true })).id
  member = await scene.addActor('Galih Pratama', { relation: 'member', thingId: projectId })
  const joined = { id: randomUUIDv7(), projectId, personId: member.personId ?? '' }
  await insert(scene.db, 'projectMember', joined).execute()
  const begun = { id: randomUUIDv7(), projectId, editionCode: 'unpsa' }
  code = await createEntry(scene.db, scene.secretariat, begun, at(0))
})

/** Tells of what was published, twice, as a job may; and gives what each of them reads, the newest first. */
async function toldTo(...readers: Actor[]): Promise<string[][]> {
  for (const entryId of published.splice(0)) {
    const entry = await findEntry(scene.db, entryId)
    if (entry) for (const _ of [1, 2]) await tellOfProject(scene.db, entry, entry.at)
  }
  return Promise.all(
    readers.map(async (reader) => (await listNotices(scene.db, reader, 1)).rows.map(({ subject }) => subject)),
  )
}

describe('who is told of an entry', () => {
  test('is whoever may write it: agent and team, and nobody else', async () => {
    const made = ['Proyek Anda punya usulan UNPSA']
    const readers = [scene.agent, member, scene.head, scene.secretariat, scene.stranger]
    expect(await toldTo(...readers)).toEqual([made, made, [], [], []])
    const place = { agencyId: scene.agencyId, projectId, seatId: scene.seatId, unitId: scene.unitId }
    expect(readers.filter((reader) => isEntryAuthor(reader, place))).toEqual([scene.agent, member])
  })

  test('is the agent to the last day of a programme that is over, and not who left before', async () => {
    const earlier = await scene.addActor('Agen terdahulu')
    const [own] = await select(scene.db, 'appointment').selectAll().where('seatId', '=', scene.seatId).execute()
    if (!own) throw new Error('no appointment')
    await update(scene.db, 'appointment').set({ fromOn: '2026-07-01' }).where('id', '=', own.id).execute()
    const { decreeId, seatId } = own
    const before = { id: randomUUIDv7(), decreeId, seatId, fromOn: '2026-01-01', untilOn: '2026-06-30' }
    await insert(scene.db, 'appointment', { ...before, personId: earlier.personId ?? '' }).execute()
    await update(scene.db, 'appointment').set({ untilOn: '2026-11-23' }).where('id', '=', own.id).execute()
    await update(scene.db, 'programme').set({ untilOn: '2026-11-23' }).execute()
    expect(await toldTo(scene.agent, earlier)).toEqual([['Proyek Anda punya usulan UNPSA'], []])
    const said = { text: 'One desk.', evidence: '', revision: 0, files: [] }
    await writeAnswer(scene.db, scene.secretariat, code, 'uraian', said, at(1))
    expect((await toldTo(scene.agent))[0]?.[0]).toBe('Tindakan atas nama Anda')
  })
})

describe('a remark', () => {
  const remark = (by: Actor, minutes: number) => {
    const id = randomUUIDv7()
    return remarkOn(scene.db, by, code, { id, field: 'uraian', text: 'Sebut angkanya.' }, at(minutes)).then(() => id)
  }
  const remarked = 'Catatan pada usulan UNPSA'
  beforeEach(async () => {
    await toldTo()
    await update(scene.db, 'notice').set({ readAt: testNow }).execute()
  })
  const countOf = async (reader: Actor) => (await toldTo(reader))[0]?.filter((subject) => subject === remarked).length

  test('is told those who write the entry and the secretariat, but not who made it', async () => {
    await remark(scene.head, 1)
    const [agent, ofTeam, head, secretariat] = await toldTo(scene.agent, member, scene.head, scene.secretariat)
    expect([agent?.[0], ofTeam?.[0], head, secretariat]).toEqual([remarked, remarked, [], [remarked]])
    await remark(scene.agent, 2)
    expect(await countOf(scene.agent)).toBe(1)
  })

  test('that is posted twice is one, and happens once', async () => {
    const said = { id: randomUUIDv7(), field: 'uraian', text: 'Sebut angkanya.' }
    for (const minutes of [1, 2]) await remarkOn(scene.db, scene.head, code, said, at(minutes))
    expect(published).toHaveLength(1)
  })

  test('is told once with those that follow within the hour, and again when it was read or the hour is over', async () => {
    for (const minutes of [1, 2, 3]) await remark(scene.head, minutes)
    expect(await countOf(scene.agent)).toBe(1)
    await remark(scene.head, 59)
    expect(await countOf(scene.agent)).toBe(1)
    await remark(scene.head, 62)
    expect(await countOf(scene.agent)).toBe(2)
    await saveRead(scene.db, scene.agent, null, at(63).now)
    await remark(scene.head, 64)
    expect(await countOf(scene.agent)).toBe(3)
  })

  test('that was answered is told who made it, once, and never who answered it', async () => {
    const id = await remark(scene.head, 1)
    await toldTo()
    for (const minutes of [2, 3]) await settleRemark(scene.db, scene.agent, code, id, true, at(minutes))
    expect(published).toHaveLength(1)
    expect(await toldTo(scene.head)).toEqual([['Catatan Anda pada usulan UNPSA dijawab']])
    await settleRemark(scene.db, scene.agent, code, id, false, at(4))
    await settleRemark(scene.db, scene.head, code, id, true, at(5))
    expect((await toldTo(scene.head))[0]).toHaveLength(1)
  })
})
