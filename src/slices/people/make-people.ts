import { randomUUIDv7 } from 'node:crypto'
import { type Database, type Db, forAgency, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { NewPerson } from './person.ts'
import { saveNewPerson } from './person-store.ts'
import type { NewUnit, Unit } from './unit.ts'
import { addUnit } from './unit-commands.ts'

/** An agency of the test's own. */
export async function makeAgency(database: Database): Promise<Db> {
  const id = randomUUIDv7()
  await database.query
    .insertInto('agency')
    .values({ id, slug: `instansi-${id}`, name: 'Pustaka Nusantara' })
    .execute()
  return forAgency(database, id)
}

/** A unit below the root, but for what the test says. */
export const makeUnit = (db: Db, unit: Partial<NewUnit> = {}): Promise<Unit> =>
  transact(db, (tx) =>
    addUnit(tx, 'system', { id: randomUUIDv7(), parentId: null, name: 'Pusat Preservasi', ...unit }, new Date(0)),
  )

/** A person without NIP, e-mail or unit, but for what the test says; returns the id. */
export async function makePerson(db: Db, person: Partial<NewPerson> = {}): Promise<string> {
  const made: NewPerson = {
    id: randomUUIDv7(),
    titlesBefore: '',
    name: 'Nadia Kusumastuti',
    titlesAfter: '',
    nip: null,
    noNipReason: null,
    position: '',
    grade: '',
    unitId: null,
    email: null,
    ...person,
  }
  await transact(db, (tx) => saveNewPerson(tx, made))
  return made.id
}

/** Somebody of the agency without person, role or standing, but for what the test says. Not in the database. */
export const makeActor = (agencyId: string, actor: Partial<Actor> = {}): Actor => ({
  agencyId,
  accountId: randomUUIDv7(),
  personId: null,
  unitId: null,
  roles: [],
  standings: [],
  ...actor,
})
