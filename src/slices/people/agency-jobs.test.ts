import { expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { makeScene } from '#test/scene.ts'
import { inEachAgency } from './agency-jobs.ts'

const database = await freshDatabase()

test('a round that fails for one agency is done for the others, and says that it failed', async () => {
  const [first, second] = [await makeScene(database), await makeScene(database)]
  const done: string[] = []
  const round = inEachAgency(database, async ({ agencyId }) => {
    if (done.push(agencyId) === 1) throw new Error('broken')
  })
  await expect(round).rejects.toThrow('1 agencies')
  expect(done.toSorted()).toEqual([first.agencyId, second.agencyId].toSorted())
})
