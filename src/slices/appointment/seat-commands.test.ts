import { randomUUIDv7 } from 'node:crypto'
import { expect, test } from 'vitest'
import { listEntriesOf } from '#journal'
import { findPersonByNip, standingsInForce } from '#people'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { findDecree } from './decree-store.ts'
import { makeNip } from './make-annex.ts'
import { makeDecree } from './make-decree.ts'
import { appointAgent, endAppointment, type NewAgent, replaceAgent } from './seat-commands.ts'
import { agentInSeat, listSeats } from './seat-store.ts'

const database = await freshDatabase()
const now = new Date('2026-11-24T02:00:00Z')

const makeAgent = ({ unitId }: Scene, but: Partial<NewAgent['person']> = {}): NewAgent => ({
  id: randomUUIDv7(),
  level: 'unit',
  person: {
    id: randomUUIDv7(),
    titlesBefore: '',
    name: 'Hasan Wirabuana',
    titlesAfter: '',
    nip: makeNip(1),
    noNipReason: null,
    position: '',
    grade: '',
    unitId,
    email: null,
    ...but,
  },
})

async function sceneWithDecree() {
  const scene = await makeScene(database)
  return { scene, code: await makeDecree(scene.db, scene.secretariat, scene.programmeId) }
}

const replacementOf = (scene: Scene, but: Partial<NewAgent['person']> = {}) => {
  const { id, person } = makeAgent(scene, but)
  return { id, person, seatId: scene.seatId, fromOn: '2026-06-01', reason: 'Mutasi ke unit lain' }
}

test('an agent entered by hand gets the next seat; posted twice, one', async () => {
  const { scene, code } = await sceneWithDecree()
  const agent = makeAgent(scene)
  for (const _ of ['first', 'second']) await appointAgent(scene.db, scene.secretariat, code, agent, now)
  const seats = await listSeats(scene.db, scene.programmeId, '2026-11-24')
  expect(seats.map(({ number, level, agent: held }) => [number, level, held?.name])).toEqual([
    [1, 'central', 'Nadia Kusumastuti'],
    [2, 'unit', 'Hasan Wirabuana'],
  ])
})

test('an agent without NIP is accepted with the reason', async () => {
  const { scene, code } = await sceneWithDecree()
  const soldier = makeAgent(scene, { nip: null, noNipReason: 'Anggota TNI' })
  await appointAgent(scene.db, scene.secretariat, code, soldier, now)
  expect(await listSeats(scene.db, scene.programmeId, '2026-11-24')).toHaveLength(2)
})

test('one person holds one seat of a programme at a time', async () => {
  const { scene, code } = await sceneWithDecree()
  await appointAgent(scene.db, scene.secretariat, code, makeAgent(scene), now)
  await expect(appointAgent(scene.db, scene.secretariat, code, makeAgent(scene), now)).rejects.toThrow(/nomor 2/)
})

test('a later decree replaces an agent: the seat stays, with the day and the reason', async () => {
  const { scene, code } = await sceneWithDecree()
  const { db, seatId, secretariat } = scene
  const replacement = replacementOf(scene)
  for (const _ of ['first', 'second']) await replaceAgent(db, secretariat, code, replacement, now)
  expect((await agentInSeat(db, seatId, '2026-05-31'))?.name).toBe('Nadia Kusumastuti')
  expect((await agentInSeat(db, seatId, '2026-06-01'))?.name).toBe('Hasan Wirabuana')
  expect(await standingsInForce(db, scene.agent.personId ?? '', '2026-06-01')).toEqual([])
  const successor = await findPersonByNip(db, makeNip(1))
  const standing = [{ relation: 'agent', thingId: seatId }]
  expect(await standingsInForce(db, successor?.id ?? '', '2026-05-31')).toEqual([])
  expect(await standingsInForce(db, successor?.id ?? '', '2026-06-01')).toEqual(standing)
  const decree = await findDecree(db, code)
  const ended = await db.query
    .selectFrom('appointment')
    .select(['untilOn', 'endReason', 'endedById'])
    .where('personId', '=', scene.agent.personId ?? '')
    .executeTakeFirst()
  expect(ended).toEqual({ untilOn: '2026-05-31', endReason: 'Mutasi ke unit lain', endedById: decree?.id })
  const [entry] = await listEntriesOf(db, [replacement.id])
  expect(entry).toMatchObject({ event: 'appointment.made', details: { seatId, decreeId: decree?.id } })
})

test('a successor begins within the term of the decree, after whoever is in the seat began', async () => {
  const { scene, code } = await sceneWithDecree()
  const replace = (fromOn: string) =>
    replaceAgent(scene.db, scene.secretariat, code, { ...replacementOf(scene), fromOn }, now)
  await expect(replace('2026-01-01')).rejects.toThrow(/masa berlaku/)
  await expect(replace('2027-01-01')).rejects.toThrow(/masa berlaku/)
})

test('an appointment that ends leaves its seat vacant, and a successor fills it', async () => {
  const { scene, code } = await sceneWithDecree()
  const { db, secretariat, seatId } = scene
  const { appointmentId = '' } = (await agentInSeat(db, seatId, '2026-03-01')) ?? {}
  const early = { untilOn: '2026-03-31', reason: 'Pensiun' }
  await endAppointment(db, secretariat, appointmentId, early, now)
  expect(await agentInSeat(db, seatId, '2026-04-01')).toBeUndefined()
  await expect(endAppointment(db, secretariat, appointmentId, early, now)).rejects.toThrow(/sudah berakhir/)
  await replaceAgent(db, secretariat, code, replacementOf(scene), now)
  expect((await agentInSeat(db, seatId, '2026-06-01'))?.name).toBe('Hasan Wirabuana')
})

test('an agent appoints, replaces and ends nobody', async () => {
  const { scene, code } = await sceneWithDecree()
  const { db, agent, seatId } = scene
  const { appointmentId = '' } = (await agentInSeat(db, seatId, '2026-03-01')) ?? {}
  const acts = [
    () => appointAgent(db, agent, code, makeAgent(scene), now),
    () => replaceAgent(db, agent, code, replacementOf(scene), now),
    () => endAppointment(db, agent, appointmentId, { untilOn: '2026-03-31', reason: 'Pensiun' }, now),
  ]
  for (const act of acts) await expect(act()).rejects.toThrow(/forbidden/)
})
