import { randomUUIDv7 } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Db, transact, update } from '#db'
import { freshDatabase } from '#test/database.ts'
import { makeAgency, makePerson, makeUnit } from '#test/people.ts'
import { makeScene } from '#test/scene.ts'
import { headedTree, headsOf, standingsInForce } from './head-store.ts'
import { endStanding, listStandingsOf, listStandingsOn, type NewStanding, startStanding } from './standing-store.ts'

const database = await freshDatabase()
const today = '2026-11-24'
const start = (db: Db, standing: NewStanding) => transact(db, (tx) => startStanding(tx, standing))

test('a standing holds from its first day to its last, and then no more', async () => {
  const { db } = await makeAgency(database)
  const personId = await makePerson(db)
  const thing = { kind: 'project', id: randomUUIDv7() } as const
  await start(db, { personId, relation: 'member', thing, fromOn: '2026-03-01' })
  await transact(db, (tx) => endStanding(tx, { personId, relation: 'member', thingId: thing.id }, '2026-06-30'))
  const held = [{ relation: 'member', thingId: thing.id }]
  expect(await standingsInForce(db, personId, '2026-02-28')).toEqual([])
  expect(await standingsInForce(db, personId, '2026-03-01')).toEqual(held)
  expect(await standingsInForce(db, personId, '2026-06-30')).toEqual(held)
  expect(await standingsInForce(db, personId, '2026-07-01')).toEqual([])
  expect(await listStandingsOf(db, personId)).toMatchObject([{ untilOn: '2026-06-30' }])
})

test('whoever held a seat on the last day of its programme keeps what is left of it; who left before keeps nothing', async () => {
  const { db, seatId, programmeId, agent } = await makeScene(database)
  const held = (day: string) => standingsInForce(db, agent.personId ?? '', day)
  await update(db, 'standing').set({ untilOn: '2026-12-31' }).where('thingId', '=', seatId).execute()
  expect(await held('2026-12-31')).toEqual([{ relation: 'agent', thingId: seatId }])
  expect(await held('2027-01-01')).toEqual([{ relation: 'former-agent', thingId: seatId }])
  const early = { untilOn: '2026-12-30', endReason: 'Mutasi' }
  await update(db, 'appointment').set(early).where('seatId', '=', seatId).execute()
  expect(await held('2027-01-01')).toEqual([])
  await update(db, 'programme').set({ untilOn: '2026-12-30' }).where('id', '=', programmeId).execute()
  expect(await held('2027-01-01')).toEqual([{ relation: 'former-agent', thingId: seatId }])
})

test('what ends before it begins never was', async () => {
  const { db } = await makeAgency(database)
  const personId = await makePerson(db)
  const thing = { kind: 'project', id: randomUUIDv7() } as const
  await start(db, { personId, relation: 'member', thing, fromOn: '2027-01-01' })
  await transact(db, (tx) => endStanding(tx, { personId, relation: 'member', thingId: thing.id }, today))
  expect(await listStandingsOf(db, personId)).toEqual([])
})

test('a head also heads the units below that have none, until they get their own', async () => {
  const { db } = await makeAgency(database)
  const biro = await makeUnit(db, { name: 'Biro Hukum' })
  const bagian = await makeUnit(db, { name: 'Bagian Umum', parentId: biro })
  const [bonar, tari] = [await makePerson(db, { name: 'Bonar Hutapea' }), await makePerson(db, { name: 'Tari' })]
  const thing = { kind: 'unit', id: biro } as const
  await start(db, { personId: bonar, relation: 'head', thing, headKind: 'definitive', fromOn: '2026-01-01' })
  expect(await standingsInForce(db, bonar, today)).toEqual([
    { relation: 'head', thingId: biro },
    { relation: 'head', thingId: bagian },
  ])
  const below = { kind: 'unit', id: bagian } as const
  await start(db, { personId: tari, relation: 'head', thing: below, headKind: 'plt', fromOn: today })
  expect(await standingsInForce(db, bonar, today)).toEqual([{ relation: 'head', thingId: biro }])
  expect(await headsOf(db, bagian, today)).toMatchObject([{ personId: tari, name: 'Tari', kind: 'plt' }])
})

test('the tree around one unit is those above it and every top, with who heads them', async () => {
  const { db } = await makeAgency(database)
  const top = await makeUnit(db)
  const biro = await makeUnit(db, { parentId: top })
  const bagian = await makeUnit(db, { parentId: biro })
  await makeUnit(db, { parentId: top })
  const otherTop = await makeUnit(db)
  await makeUnit(db, { parentId: otherTop })
  const bonar = await makePerson(db)
  const thing = { kind: 'unit', id: top } as const
  await start(db, { personId: bonar, relation: 'head', thing, headKind: 'definitive', fromOn: '2026-01-01' })
  const tree = await headedTree(db, today, bagian)
  expect(tree.map(({ id }) => id).toSorted()).toEqual([top, biro, bagian, otherTop].toSorted())
  expect(tree.find(({ id }) => id === bagian)).toMatchObject({ parentId: biro, actingIds: [bonar], namedIds: [] })
  expect(tree.find(({ id }) => id === top)).toMatchObject({ actingIds: [bonar], namedIds: [bonar] })
  expect(await headedTree(db, today)).toHaveLength(6)
})

test('a unit has one head of a kind at a time', async () => {
  const { db } = await makeAgency(database)
  const thing = { kind: 'unit', id: await makeUnit(db) } as const
  const head = { relation: 'head', thing, headKind: 'definitive' } as const
  const [bonar, tari] = [await makePerson(db), await makePerson(db)]
  await start(db, { ...head, personId: bonar, fromOn: '2026-01-01', untilOn: '2026-06-30' })
  await expect(start(db, { ...head, personId: tari, fromOn: '2026-06-30' })).rejects.toMatchObject({
    constraint: 'one_head_of_a_kind_at_a_time',
  })
  await start(db, { ...head, personId: tari, fromOn: '2026-07-01' })
  expect(await listStandingsOn(db, 'head', thing.id)).toMatchObject([{ personId: tari }, { personId: bonar }])
})

test('another agency knows nothing of it', async () => {
  const [{ db }, { db: other }] = [await makeAgency(database), await makeAgency(database)]
  const personId = await makePerson(db)
  await start(db, { personId, relation: 'chair', thing: { kind: 'forum', id: randomUUIDv7() }, fromOn: today })
  expect(await standingsInForce(other, personId, today)).toEqual([])
})
