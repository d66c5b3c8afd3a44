import { randomUUIDv7 } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { remove, transact, update } from '#db'
import { freshDatabase } from '#test/database.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene } from '#test/scene.ts'

const database = await freshDatabase()

/** What the programmes keep, without what came to nothing. */
async function kept() {
  const standing = await sql`
    select programme_id, stage, state, projects, integrated from programme_standing
    where projects <> 0 or integrated <> 0 order by 1, 2, 3`.execute(database.query)
  const aims = await sql`
    select programme_id, kind, code, projects from programme_aim
    where projects <> 0 order by 1, 2, 3`.execute(database.query)
  return [standing.rows, aims.rows]
}

const codes = ['manajemen-perubahan', 'tatalaksana', 'pelayanan-publik']
const change = fc.record({
  at: fc.nat(2),
  state: fc.constantFrom('running' as const, 'finished' as const, 'closed' as const, 'stopped' as const),
  stage: fc.constantFrom('preparing' as const, 'running' as const, 'finishing' as const),
  integrated: fc.boolean(),
  areaCodes: fc.subarray(codes),
  targetCodes: fc.subarray(['bersih', 'pelayanan']),
})

test('whatever becomes of summaries, each programme keeps the counts that would be made anew', async () => {
  const scene = await makeScene(database)
  const ids: string[] = []
  for (const number of [1, 2, 3]) {
    const seat = number === 1 ? scene : await scene.addSeat(number)
    const place = { programmeId: scene.programmeId, ...seat }
    ids.push((await makeRunningProject(scene.db, place, { code: `k7k3m9q${number}` })).id)
  }
  const elsewhere = randomUUIDv7()
  await sql`
    insert into programme (agency_id, id, slug, name, set_code, from_on, until_on)
    select agency_id, ${elsewhere}::uuid, 'lain', name, set_code, from_on - 365, from_on - 1 from programme
    where agency_id = ${scene.agencyId} and id = ${scene.programmeId}`.execute(database.query)
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), fc.boolean(), async (changes, moves) => {
      await transact(scene.db, async (tx) => {
        for (const { at, ...summary } of changes)
          await update(tx, 'projectSummary')
            .set({ ...summary, programmeId: moves ? elsewhere : scene.programmeId })
            .where('projectId', '=', ids[at] ?? '')
            .execute()
      })
      const left = await kept()
      await database.pool.query('select count_programmes_anew()')
      expect(await kept()).toEqual(left)
    }),
    { numRuns: 20 },
  )
  const [taken] = ids
  await remove(scene.db, 'projectSummary')
    .where('projectId', '=', taken ?? '')
    .execute()
  const left = await kept()
  await database.pool.query('select count_programmes_anew()')
  expect(await kept()).toEqual(left)
  expect(left[0]).not.toEqual([])
})

test('commands that end at once are all counted, and none of them is refused for the others', async () => {
  const scene = await makeScene(database)
  const seats = [scene, await scene.addSeat(2), await scene.addSeat(3), await scene.addSeat(4)]
  const made: string[] = []
  for (const [index, seat] of seats.entries())
    made.push(
      (await makeRunningProject(scene.db, { programmeId: scene.programmeId, ...seat }, { code: `m7k3m9q${index}` })).id,
    )
  // Each has written before any of them ends, so that their counts meet.
  let written = 0
  const { promise: all, resolve: letGo } = Promise.withResolvers<void>()
  await Promise.all(
    made.map((id) =>
      transact(scene.db, async (tx) => {
        await update(tx, 'projectSummary')
          .set({ state: 'closed', stage: 'finishing' })
          .where('projectId', '=', id)
          .execute()
        written += 1
        if (written === made.length) letGo()
        await all
      }),
    ),
  )
  const { rows } = await sql<{ state: string; projects: number }>`
    select state, projects from programme_standing
    where programme_id = ${scene.programmeId} and projects <> 0`.execute(database.query)
  expect(rows).toEqual([{ state: 'closed', projects: 4 }])
})
