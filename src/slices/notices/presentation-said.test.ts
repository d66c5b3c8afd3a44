import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, transact } from '#db'
import { type Details, findEntry, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { tellOfProject } from './commands.ts'
import { listNotices } from './store.ts'

const database = await freshDatabase()
let scene: Scene
let projectId: string

beforeEach(async () => {
  scene = await makeScene(database)
  projectId = randomUUIDv7()
  const { programmeId, seatId, unitId } = scene
  const project = { id: projectId, code: 'b7k3m9qt', title: 'Layanan rujukan', programmeId, seatId, unitId }
  await insert(scene.db, 'project', project).execute()
})

const id = randomUUIDv7()

/** The secretariat did this, and the job answers it. */
async function happens(
  event: string,
  kind: 'presentation' | 'follow_up',
  details: Details,
  onBehalfOf?: string | null,
) {
  const decision = { event, thing: { kind, id }, details, onBehalfOf: onBehalfOf ?? null }
  const entryId = await transact(scene.db, (tx) => record(tx, scene.secretariat, decision, testNow))
  const entry = await findEntry(scene.db, entryId)
  if (entry) await tellOfProject(scene.db, entry, testNow)
}
const readBy = async (actor: Actor) => (await listNotices(scene.db, actor, 1)).rows

describe('a presentation', () => {
  test('that was decided: its agent, and what', async () => {
    await happens('presentation.decided', 'presentation', { projectId, decision: 'accepted_with_changes' })
    expect(await readBy(scene.agent)).toMatchObject([
      { sentence: expect.stringContaining('diterima dengan perubahan dalam paparan') },
    ])
    expect(await readBy(scene.head)).toEqual([])
  })
})

describe('a follow-up', () => {
  const ownerId = () => scene.stranger.personId

  test('that is agreed or not enough: its owner, with the day', async () => {
    await happens('follow-up.agreed', 'follow_up', { projectId, ownerId: ownerId(), dueOn: '2026-12-02' })
    await happens('follow-up.reopened', 'follow_up', { projectId, ownerId: ownerId() })
    expect(await readBy(scene.stranger)).toMatchObject([
      { subject: 'Tindak lanjut Anda dikembalikan' },
      { sentence: expect.stringContaining('sampai Rabu, 2 Desember 2026.'), path: `/tindak-lanjut/${id}` },
    ])
    expect(await readBy(scene.agent)).toEqual([])
  })

  test('of the programme as a whole is told of without a project', async () => {
    await happens('follow-up.agreed', 'follow_up', { projectId: null, ownerId: ownerId(), dueOn: '2026-12-02' })
    await happens('follow-up.finished', 'follow_up', { projectId: null, ownerId: ownerId() }, ownerId())
    expect(await readBy(scene.stranger)).toMatchObject([
      { sentence: 'Sri Wahyuningtyas menyatakan tindak lanjut selesai atas nama Anda.' },
      { sentence: expect.not.stringContaining('proyek') },
    ])
  })
})
