import { randomUUIDv7 } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Db, insert } from '#db'
import { freshDatabase } from '#test/database.ts'
import { makeScene } from '#test/scene.ts'
import { makeReportable } from './make-progress.ts'
import { countWaiting } from './store.ts'
import { listProgress } from './view.ts'

const database = await freshDatabase()
const then = new Date('2026-06-01T02:00:00Z')

/** Lines of the agreed plan are 0 and 1; 2 is one that only an older version had. */
const line = fc.constantFrom(0, 1, 2)
const report = fc.record({
  line,
  state: fc.constantFrom('reported' as const, 'verified' as const, 'returned' as const),
  day: fc.integer({ min: 0, max: 3 }),
})
const piece = fc.record({
  lines: fc.uniqueArray(line, { minLength: 1 }),
  state: fc.constantFrom('submitted' as const, 'verified' as const, 'returned' as const, 'withdrawn' as const),
})
const life = fc.record({ reports: fc.array(report, { maxLength: 6 }), pieces: fc.array(piece, { maxLength: 4 }) })

type Life = ReturnType<typeof lives>[number]
const lives = (count: number) => fc.sample(life, count)

async function live(db: Db, accountId: string, project: Awaited<ReturnType<typeof makeReportable>>, told: Life) {
  const lines = [project.first, project.second, randomUUIDv7()]
  const idOf = (at: number) => lines[at] ?? ''
  const decided = (state: string, is: string) =>
    state === is ? {} : { decidedAt: then, decidedBy: accountId, remark: 'Lihat catatan.' }
  const of = { projectId: project.id, accountId }
  for (const { line: at, state, day } of told.reports) {
    const reportedAt = new Date(then.getTime() + day * 86_400_000)
    const said = { id: randomUUIDv7(), lineId: idOf(at), percent: 50, note: 'Antrean disatukan.', reportedAt }
    await insert(db, 'progressReport', { ...of, ...said, state, ...decided(state, 'reported') }).execute()
  }
  for (const { lines: proven, state } of told.pieces) {
    const id = randomUUIDv7()
    const named = { id, name: 'Notula', link: 'https://contoh.example', provesOn: '2026-06-01', addedAt: then }
    await insert(db, 'evidence', { ...of, ...named, state, ...decided(state, 'submitted') }).execute()
    for (const at of proven) await insert(db, 'evidenceLine', { evidenceId: id, lineId: idOf(at) }).execute()
  }
}

test('what waits to be verified is counted by the database as by the rule, whatever was reported and brought', async () => {
  const scene = await makeScene(database)
  const ids: string[] = []
  const all = lives(12)
  for (const [at, told] of all.entries()) {
    const seat = await scene.addSeat(at + 2)
    const project = await makeReportable(scene.db, { ...scene, ...seat }, `b7k3m9q${at.toString(36)}`)
    await live(scene.db, scene.agent.accountId, project, told)
    ids.push(project.id)
  }
  const summaries = await listProgress(scene.db, ids, '2026-11-24')
  const expected = [...summaries].map(([id, { waiting }]) => [id, waiting] as const).filter(([, count]) => count > 0)
  expect(await countWaiting(scene.db, ids), JSON.stringify(all)).toEqual(new Map(expected))
})
