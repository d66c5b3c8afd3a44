import { describe, expect, test } from 'vitest'
import type { Db } from '#db'
import { type Actor, roles } from '#kit/actor.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAgency, makePerson, makeUnit } from '#test/people.ts'
import { namesOf } from './author-store.ts'
import { listCandidates } from './candidate-store.ts'
import { personPolicy } from './person-policy.ts'
import { findPerson, listPersons } from './person-store.ts'

const database = await freshDatabase()
const actorIn = (db: Db, but: Partial<Actor> = {}): Actor => ({
  agencyId: db.agencyId,
  accountId: 'akun',
  personId: null,
  unitId: null,
  roles: [],
  standings: [],
  ...but,
})
const namesIn = async (db: Db, words: string) => {
  const { rows } = await listPersons(db, actorIn(db, { roles: ['admin'] }), { words, number: 1 })
  return rows.map(({ name }) => name)
}

test('the list shows each kind of actor exactly what the policy lets them read', async () => {
  const { db } = await makeAgency(database)
  const [biro, pusat] = [await makeUnit(db), await makeUnit(db)]
  const ids = [
    await makePerson(db, { unitId: biro }),
    await makePerson(db, { unitId: biro }),
    await makePerson(db, { unitId: pusat }),
    await makePerson(db),
  ]
  const persons = await Promise.all(ids.map((id) => findPerson(db, id)))
  const actors = [
    ...roles.map((role) => actorIn(db, { roles: [role] })),
    actorIn(db),
    actorIn(db, { personId: ids[3] ?? null }),
    actorIn(db, { personId: ids[2] ?? null, standings: [{ relation: 'head', thingId: biro }] }),
    actorIn(db, { standings: [{ relation: 'judge', thingId: biro }] }),
  ]
  for (const actor of actors) {
    const { rows } = await listPersons(db, actor, { number: 1 })
    const readable = persons.filter((person) => person && personPolicy.read(actor, person)).map((person) => person?.id)
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(readable))
  }
})

describe('persons are found', () => {
  test('by a part of their name, by a name with a slip of the pen, with or without accents', async () => {
    const { db } = await makeAgency(database)
    for (const name of ['Nadia Kusumastuti', 'Bonar Hutapea', 'Renée Tanamal']) await makePerson(db, { name })
    expect(await namesIn(db, 'kusuma')).toEqual(['Nadia Kusumastuti'])
    expect(await namesIn(db, 'kusumastutti')).toEqual(['Nadia Kusumastuti'])
    expect(await namesIn(db, 'renee')).toEqual(['Renée Tanamal'])
    expect(await namesIn(db, 'xyz')).toEqual([])
  })

  test('with what stands for itself in SQL taken as it was typed', async () => {
    const { db } = await makeAgency(database)
    await makePerson(db, { name: 'Nadia' })
    expect(await namesIn(db, '%')).toEqual([])
    expect(await namesIn(db, "_' or 1=1 --")).toEqual([])
  })

  test('sorted as Indonesians sort: numbers by their value, capitals not first', async () => {
    const { db } = await makeAgency(database)
    for (const name of ['Pegawai 10', 'pegawai 9', 'Ani']) await makePerson(db, { name })
    expect(await namesIn(db, '')).toEqual(['Ani', 'pegawai 9', 'Pegawai 10'])
  })

  test('in one agency only', async () => {
    const [{ db }, other] = [await makeAgency(database), await makeAgency(database)]
    const id = await makePerson(db, { name: 'Nadia' })
    expect(await namesIn(other.db, 'Nadia')).toEqual([])
    expect(await findPerson(other.db, id)).toBeUndefined()
    expect(await namesOf(other.db, [id])).toEqual(new Map())
    expect(await listCandidates(other.db, { words: 'Nadia' })).toEqual([])
  })
})

test('whoever names somebody for a task chooses among the unit’s persons, or all whose name matches', async () => {
  const { db } = await makeAgency(database)
  const unitId = await makeUnit(db, { name: 'Biro Hukum' })
  await makePerson(db, { name: 'Nadia', unitId })
  await makePerson(db, { name: 'Bonar' })
  const found = async (words: string) => (await listCandidates(db, { words, unitId })).map(({ name }) => name)
  expect(await found('')).toEqual(['Nadia'])
  expect(await found('bonar')).toEqual(['Bonar'])
})
