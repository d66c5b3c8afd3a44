import { randomUUIDv7 } from 'node:crypto'
import { type Database, type Db, forAgency, insert } from '#db'
import type { Relation, Role } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'

let made = 0
/** A number that no other thing made in this file has. */
const next = () => ++made

/** A number of which no two makers get the same, and the database handle of the agency that was made. */
export type MadeAgency = { id: string; slug: string; name: string; db: Db }

/** An agency in WIB, but for what the test says. */
export async function makeAgency(
  database: Database,
  but: { name?: string; slug?: string; zone?: string } = {},
): Promise<MadeAgency> {
  const id = randomUUIDv7()
  const { name = 'Pustaka Nusantara', slug = `instansi-${next()}`, zone = 'Asia/Jakarta' } = but
  await database.query.insertInto('agency').values({ id, name, slug, zone }).execute()
  return { id, slug, name, db: forAgency(database, id) }
}

/** A unit at the root of the agency's tree, but for what the test says; returns its id. */
export async function makeUnit(db: Db, but: { name?: string; parentId?: string } = {}): Promise<string> {
  const id = randomUUIDv7()
  const number = next()
  await insert(db, 'unit', {
    id,
    name: but.name ?? `Biro ${number}`,
    slug: `biro-${number}`,
    parentId: but.parentId ?? null,
  }).execute()
  return id
}

/** A person of the agency, without NIP, but for what the test says; returns the id. */
export async function makePerson(
  db: Db,
  but: { name?: string; unitId?: string | null; email?: string | null } = {},
): Promise<string> {
  const id = randomUUIDv7()
  const { name = `Pegawai ${next()}`, unitId = null, email = null } = but
  await insert(db, 'person', { id, name, unitId, email, noNipReason: 'Pegawai dalam uji' }).execute()
  return id
}

/** An account without a password (`signInAs` needs none); it may act for no agency yet. */
export async function makeAccount(
  { query }: Pick<Database, 'query'>,
  but: { name?: string; email?: string } = {},
): Promise<{ id: string; name: string; email: string }> {
  const number = next()
  const account = { id: randomUUIDv7(), name: `Akun ${number}`, email: `akun${number}@uji.example`, ...but }
  await query.insertInto('account').values(account).execute()
  return account
}

/** From now on the account may act for the agency; returns the access's id. */
export async function makeAccess(
  db: Db,
  accountId: string,
  but: { roles?: Role[]; personId?: string | null } = {},
): Promise<string> {
  const id = randomUUIDv7()
  const { roles = [], personId = null } = but
  await insert(db, 'access', { id, accountId, roles, personId }).execute()
  return id
}

const kinds = {
  agent: 'seat',
  head: 'unit',
  judge: 'assessment',
  steward: 'project',
  deputy: 'project',
  chair: 'forum',
  member: 'project',
} as const

/** The person stands in this relation to the thing, since 2020 but for what the test says. */
export async function makeStanding(
  db: Db,
  personId: string,
  relation: Relation,
  thingId: string,
  but: { fromOn?: Day; untilOn?: Day | null; headKind?: 'definitive' | 'plt' | 'plh' } = {},
): Promise<void> {
  const { fromOn = '2020-01-01', untilOn = null } = but
  const headKind = relation === 'head' ? (but.headKind ?? 'definitive') : null
  const id = randomUUIDv7()
  const thingKind = kinds[relation]
  await insert(db, 'standing', { id, personId, relation, thingKind, thingId, headKind, fromOn, untilOn }).execute()
}
