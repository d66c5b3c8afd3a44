import { randomUUIDv7 } from 'node:crypto'
import { type Database, type Db, forAgency, insert } from '#db'
import type { Actor, Relation, Role } from '#kit/actor.ts'

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
}

const from = '2026-01-01'
const until = '2026-12-31'

export async function makeScene(database: Database): Promise<Scene> {
  const agencyId = randomUUIDv7()
  const slug = `instansi-${agencyId}`
  await database.query.insertInto('agency').values({ id: agencyId, slug, name: 'Pustaka Nusantara' }).execute()
  const db = forAgency(database, agencyId)

  const addUnit = async (name: string) => {
    const id = randomUUIDv7()
    await insert(db, 'unit', { id, name, slug: `unit-${id}` }).execute()
    return id
  }
  const addActor = async (
    name: string,
    standing?: { relation: Relation; thingId: string },
    roles: Role[] = [],
    inUnit: string = unitId,
  ): Promise<Actor> => {
    const [accountId, personId] = [randomUUIDv7(), randomUUIDv7()]
    const email = `${accountId}@uji.example`
    await database.query.insertInto('account').values({ id: accountId, name, email }).execute()
    await insert(db, 'person', { id: personId, name, unitId: inUnit, email }).execute()
    await insert(db, 'access', { id: randomUUIDv7(), accountId, personId, roles }).execute()
    if (standing) {
      const thingKind = ({ agent: 'seat', head: 'unit', steward: 'project', member: 'project' } as const)[
        standing.relation as 'agent'
      ]
      const headKind = standing.relation === 'head' ? ('definitive' as const) : null
      const row = { id: randomUUIDv7(), personId, ...standing, thingKind, headKind, fromOn: from }
      await insert(db, 'standing', row).execute()
    }
    return { agencyId, accountId, personId, unitId: inUnit, roles, standings: standing ? [standing] : [] }
  }

  const unitId = await addUnit('Pusat Jasa Informasi')
  const programmeId = randomUUIDv7()
  const programme = { id: programmeId, slug: '2026', name: 'Agen Perubahan 2026', setCode: 'peta-jalan-2020-2024' }
  await insert(db, 'programme', { ...programme, fromOn: from, untilOn: until }).execute()
  const decreeId = randomUUIDv7()
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

  const seatIn = async (unit: string, number: number, name: string) => {
    const seatId = randomUUIDv7()
    await insert(db, 'seat', { id: seatId, programmeId, number, level: 'central', unitId: unit }).execute()
    const agent = await addActor(name, { relation: 'agent', thingId: seatId }, [], unit)
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
    addSeat: async (number) => seatIn(await addUnit(`Unit ${number}`), number, `Agen ${number}`),
  }
}
