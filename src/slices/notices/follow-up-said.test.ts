import { randomUUIDv7 } from 'node:crypto'
import { expect, test } from 'vitest'
import { transact } from '#db'
import { agreeFollowUp, tellOfOverdue } from '#follow-up'
import { findEntry } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene } from '#test/scene.ts'
import { tellOfProject } from './commands.ts'
import { listNotices } from './store.ts'

const published: string[] = []
const database = await freshDatabase({
  publish: async (_, __, { entryId }) => {
    published.push(entryId)
  },
})

test('a late follow-up is told to its owner, then to the head of the owner’s unit, then to the secretariat, once', async () => {
  const scene = await makeScene(database)
  const { db, programmeId, agent, head, secretariat, leadership } = scene
  const about = { programmeId, projectId: null, seatId: null, unitId: null, source: 'meeting' as const, sourceId: null }
  const asked = { id: randomUUIDv7(), what: 'Lampirkan data', ownerId: agent.personId ?? '', dueOn: '2026-03-02' }
  const agreedAt = new Date('2026-03-01T02:00:00Z')
  await transact(db, (tx) => agreeFollowUp(tx, secretariat, { ...asked, ...about }, agreedAt))
  published.length = 0
  const late = async (actor: Actor) =>
    (await listNotices(db, actor, 1)).rows.map(({ subject }) => subject).filter((one) => one.includes('terlambat'))
  const toldOn: Record<string, number[]> = {}
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-06', '2026-03-10', '2026-03-20']) {
    const now = new Date(`${day}T02:00:00Z`)
    for (const _ of [1, 2]) await tellOfOverdue(database, now)
    for (const entryId of published.splice(0)) {
      const entry = await findEntry(db, entryId)
      if (!entry) throw new Error('An event was published without its entry.')
      for (const _ of [1, 2]) await tellOfProject(db, entry, now)
    }
    const everybody = [agent, head, secretariat, leadership]
    toldOn[day] = await Promise.all(everybody.map(async (actor) => (await late(actor)).length))
  }
  expect(toldOn).toEqual({
    '2026-03-02': [0, 0, 0, 0],
    '2026-03-03': [1, 0, 0, 0],
    '2026-03-06': [1, 1, 0, 0],
    '2026-03-10': [1, 1, 1, 0],
    '2026-03-20': [1, 1, 1, 0],
  })
  expect(await late(head)).toEqual(['Tindak lanjut pegawai Anda terlambat'])
})
