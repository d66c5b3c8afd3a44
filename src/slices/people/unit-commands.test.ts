import { expect, test } from 'vitest'
import { transact } from '#db'
import { testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAgency, makeUnit } from '#test/people.ts'
import { signInAs } from '#test/sign-in.ts'
import { watchWaiting } from '#test/waiting.ts'
import { changeUnit } from './unit-commands.ts'
import { findUnit, holdUnits } from './unit-store.ts'

const database = await freshDatabase()
const countWaiting = watchWaiting(database)

test('two moves that are each right alone make no ring together: the second is refused', async () => {
  const { db } = await makeAgency(database)
  const { actor } = await signInAs(db, { roles: ['secretariat'] })
  const [biro, pusat] = [await makeUnit(db), await makeUnit(db)]
  const move = (id: string, parentId: string) => {
    const facts = { name: 'Unit', parentId, position: 1, fromOn: null, revision: 1 }
    return changeUnit(db, actor, id, facts, { now: testNow, today: '2026-11-24' })
  }
  const moves = await transact(db, async (tx) => {
    await holdUnits(tx)
    const both = Promise.allSettled([move(biro, pusat), move(pusat, biro)])
    await expect.poll(countWaiting).toBe(2)
    return { both }
  })
  expect((await moves.both).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const parents = [(await findUnit(db, biro))?.parentId, (await findUnit(db, pusat))?.parentId]
  expect(parents.filter((parent) => parent !== null)).toHaveLength(1)
})
