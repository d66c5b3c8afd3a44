import { expect, test } from 'vitest'
import { transact, update } from '#db'
import { startStanding } from '#people'
import { freshDatabase } from '#test/database.ts'
import { makeScene } from '#test/scene.ts'
import { makeSitting, makeVerified } from './make-presentation.ts'
import { scheduleOn } from './schedule-view.ts'

const database = await freshDatabase()

test('the schedule of two days takes as many queries as that of one, and each day has the head of that day', async () => {
  const scene = await makeScene(database)
  await makeSitting(scene, [await makeVerified(scene)])
  const other = await makeVerified(scene, await scene.addSeat(2))
  await makeSitting(scene, [other], { heldOn: '2026-12-01' })
  await update(scene.db, 'project').set({ unitId: scene.unitId }).where('code', '=', other).execute()
  const next = await scene.addActor('Tuti Herawati')
  await update(scene.db, 'standing').set({ untilOn: '2026-11-30' }).where('relation', '=', 'head').execute()
  const standing = { personId: next.personId ?? '', relation: 'head' as const, headKind: 'definitive' as const }
  const thing = { kind: 'unit' as const, id: scene.unitId }
  await transact(scene.db, (tx) => startStanding(tx, { ...standing, thing, fromOn: '2026-12-01' }))
  const read = async (...days: string[]) => {
    const before = database.statements.length
    const { slots } = await scheduleOn(scene.db, days)
    const heads = slots.map(({ day, people }) => [day, people.find(({ as }) => as === 'head')?.name])
    return { heads: heads.toSorted(), count: database.statements.length - before }
  }
  const both = await read('2026-11-24', '2026-12-01')
  expect(both.heads).toEqual([
    ['2026-11-24', 'Bonar Hutapea'],
    ['2026-12-01', 'Tuti Herawati'],
  ])
  expect((await read('2026-11-24')).count).toBe(both.count)
})
