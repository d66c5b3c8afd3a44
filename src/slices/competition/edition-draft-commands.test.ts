import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Typed } from '#kit/form.ts'
import { isStale } from '#kit/refusal.ts'
import { testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { watchWaiting } from '#test/waiting.ts'
import { publishEdition } from './edition-commands.ts'
import { dropDraft, removeRow, revisePart } from './edition-draft-commands.ts'
import { findEditionDraft, stampOf } from './edition-draft-store.ts'
import { partsOf } from './edition-parts.ts'
import { shelfOf } from './edition-store.ts'
import { typedPart } from './edition-typed.ts'
import { anEdition } from './make-entry.ts'

const database = await freshDatabase()
const countWaiting = watchWaiting(database)
const { key } = anEdition()
const moment = { now: testNow, today: '2026-11-24' }
let scene: Scene

beforeEach(async () => {
  scene = await makeScene(database)
})

const draft = async () => {
  const found = await findEditionDraft(scene.db, key)
  if (!found) throw new Error('There is no edition.')
  return found
}
/** Acts of whoever looks at the draft as it is now. */
async function seen(actor: Actor) {
  const now = await draft()
  const stamp = stampOf(now)
  const [part] = partsOf(now.body)
  if (!part) throw new Error('There is no part.')
  const place = { key, part: part.key, stamp }
  const said = { stamp, after: now.newest.version ?? 0, reason: 'Pengumuman nomor 5' }
  return {
    save: (but: Typed) =>
      revisePart(scene.db, actor, place, { ...typedPart(part, now.body), ...but }, null, moment).then(() => but),
    remove: () => removeRow(scene.db, actor, { ...place, part: 'tahap' }, 'administrasi', moment),
    publish: () => publishEdition(scene.db, actor, key, said, moment),
    drop: () => dropDraft(scene.db, actor, key, stamp, moment),
  }
}
/** Lets these read the draft before either of them writes it. */
async function meet(...acts: (() => Promise<unknown>)[]) {
  let met: Promise<PromiseSettledResult<unknown>[]> = Promise.resolve([])
  await transact(scene.db, async (tx) => {
    await sql`lock table edition_draft in share mode`.execute(tx.query)
    met = Promise.allSettled(acts.map((act) => act()))
    await expect.poll(countWaiting, { timeout: 20_000 }).toBe(acts.length)
  })
  return (await met)
    .map((one) => (one.status === 'fulfilled' ? 'done' : isStale(one.reason) ? 'stale' : String(one.reason)))
    .sort()
}

test('of two who correct an edition first at once one has the draft, and the other reads what was saved', async () => {
  const { save } = await seen(scene.secretariat)
  const both = await meet(
    () => save({ group: 'khusus' }),
    () => save({ label: 'KIPP lain' }),
  )
  expect(both).toEqual(['done', 'stale'])
  expect((await draft()).revision).toBe(1)
})

test('what is saved while the draft is published is not lost with it', async () => {
  const { save } = await seen(scene.secretariat)
  await save({ group: 'khusus' })
  const { save: saveMore, publish } = await seen(scene.secretariat)
  expect(await meet(publish, () => saveMore({ label: 'KIPP lain' }))).toEqual(['done', 'stale'])
  const isPublished = (await shelfOf(scene.db)).versions(key).length > 0
  expect((await draft()).revision).toBe(isPublished ? 0 : 2)
})

test('whoever does not run the programme corrects, publishes and drops nothing', async () => {
  const others = [scene.agent, scene.head, scene.leadership, scene.stranger]
  for (const actor of others)
    for (const act of Object.values(await seen(actor))) await expect(act({})).rejects.toThrow('forbidden')
  expect((await draft()).revision).toBe(0)
})
