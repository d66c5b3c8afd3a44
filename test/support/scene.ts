import { randomUUIDv7 } from 'node:crypto'
import { type Database, type Db, insert } from '#db'
import type { Actor, Relation, Role } from '#kit/actor.ts'
import { makeAgency, makeUnit } from './people.ts'
import { openSession, signInAs } from './sign-in.ts'

/**
 * One agency with a unit, a head, and a programme for 2026 with one seat that an agent holds: what tests of the rooms
 * above stand on. Everybody has an account; what a test wants otherwise it changes.
 */
export type Scene = {
  db: Db
  agencyId: string
  programmeId: string
  unitId: string
  seatId: string
  agent: Actor
  head: Actor
  secretariat: Actor
  leadership: Actor
  /** Of the same agency, without role or standing. */
  stranger: Actor
  /** Another person with an account, and what they stand to. */
  addActor: (name: string, standing?: { relation: Relation; thingId: string }, roles?: Role[]) => Promise<Actor>
  /** Another seat in a unit of its own, held by somebody else. */
  addSeat: (number: number) => Promise<{ seatId: string; unitId: string; agent: Actor }>
  /** What goes with a request of this actor: a session's cookie, and that it comes from a page of ours. */
  headersOf: (actor: Actor) => Promise<{ cookie: string; origin: string }>
}

const from = '2026-01-01'
const until = '2026-12-31'

export async function makeScene(database: Database): Promise<Scene> {
  const { id: agencyId, db } = await makeAgency(database)
  const unitId = await makeUnit(db, { name: 'Pusat Jasa Informasi' })
  const { programmeId, decreeId } = await makeProgramme(db)

  const addActor: Scene['addActor'] = async (name, standing, roles = []) => {
    const standings = standing ? [standing] : []
    return (await signInAs(db, { name, roles, standings, unitId })).actor
  }
  const seatIn = async (unit: string, number: number, name: string) => {
    const seatId = randomUUIDv7()
    await insert(db, 'seat', { id: seatId, programmeId, number, level: 'central', unitId: unit }).execute()
    const agent = await addActor(name, { relation: 'agent', thingId: seatId })
    const appointment = { id: randomUUIDv7(), seatId, personId: agent.personId ?? '', decreeId }
    await insert(db, 'appointment', { ...appointment, fromOn: from, untilOn: until }).execute()
    return { seatId, unitId: unit, agent }
  }
  const { seatId, agent } = await seatIn(unitId, 1, 'Nadia Kusumastuti')

  return {
    db,
    agencyId,
    programmeId,
    unitId,
    seatId,
    agent,
    head: await addActor('Bonar Hutapea', { relation: 'head', thingId: unitId }),
    secretariat: await addActor('Sri Wahyuningtyas', undefined, ['secretariat']),
    leadership: await addActor('Laksmi Paramitha', undefined, ['leadership']),
    stranger: await addActor('Yohanes Lewa'),
    addActor,
    addSeat: async (number) => seatIn(await makeUnit(db, { name: `Unit ${number}` }), number, `Agen ${number}`),
    headersOf: async ({ accountId }) => ({
      cookie: await openSession(db, accountId),
      origin: 'http://localhost:3000',
    }),
  }
}

/** A programme for 2026 with a due day for each stage, and the decree that appoints its agents. */
async function makeProgramme(db: Db): Promise<{ programmeId: string; decreeId: string }> {
  const [programmeId, decreeId] = [randomUUIDv7(), randomUUIDv7()]
  const programme = { id: programmeId, slug: '2026', name: 'Agen Perubahan 2026', setCode: 'peta-jalan-2020-2024' }
  await insert(db, 'programme', { ...programme, fromOn: from, untilOn: until }).execute()
  const stages = [
    { kind: 'preparing', dueOn: '2026-02-27' },
    { kind: 'approval', dueOn: '2026-03-13' },
    { kind: 'verification', dueOn: '2026-03-31' },
    { kind: 'presentation', dueOn: '2026-04-16' },
    { kind: 'running', dueOn: '2026-11-30' },
    { kind: 'finishing', dueOn: '2026-12-11' },
  ] as const
  await insert(
    db,
    'stage',
    stages.map((stage) => ({ programmeId, ...stage })),
  ).execute()
  await insert(db, 'decree', {
    id: decreeId,
    code: decreeId.slice(-8),
    programmeId,
    number: '12/OT.01/I/2026',
    about: 'Penetapan Agen Perubahan Tahun 2026',
    decidedOn: from,
    fromOn: from,
    untilOn: until,
  }).execute()
  return { programmeId, decreeId }
}
