import { createHmac, randomUUIDv7 } from 'node:crypto'
import type { Db } from '#db'
import type { Actor, Relation, Role } from '#kit/actor.ts'
import { testNow, testSecrets } from './app.ts'
import { makeAccess, makeAccount, makePerson, makeStanding } from './people.ts'

/** Somebody signed in: `headers` go with each request, `actor` is what commands are handed. */
export type Somebody = {
  headers: { cookie: string; origin: string }
  actor: Actor
  personId: string
  accountId: string
}

/**
 * A new account of the agency that is signed in, as a person of it, with no role and no standing but for what the
 * test says. Needs no password and no request: the session is written as a sign-in would leave it.
 *
 *     const secretary = await signInAs(agency.db, { roles: ['secretariat'] })
 *     await app.request('/unit', { headers: secretary.headers })
 */
export async function signInAs(
  db: Db,
  who: {
    name?: string
    roles?: Role[]
    personId?: string
    unitId?: string | null
    standings?: { relation: Relation; thingId: string }[]
    at?: Date
  } = {},
): Promise<Somebody> {
  const { name = 'Sari Wulandari', roles = [], standings = [], unitId = null } = who
  const account = await makeAccount(db, { name })
  const personId = who.personId ?? (await makePerson(db, { name, unitId, email: account.email }))
  for (const { relation, thingId } of standings) await makeStanding(db, personId, relation, thingId)
  await makeAccess(db, account.id, { roles, personId })
  const cookie = await openSession(db, account.id, who.at)
  const actor = { agencyId: db.agencyId, accountId: account.id, personId, unitId, roles, standings }
  return { headers: { cookie, origin: 'http://localhost:3000' }, actor, personId, accountId: account.id }
}

/** A session of the account that acts for the agency, opened at the tests' instant; returns its `Cookie` header. */
export async function openSession(db: Db, accountId: string, at = testNow): Promise<string> {
  const token = randomUUIDv7()
  const expiresAt = new Date(at.getTime() + 12 * 3_600_000)
  const session = { id: randomUUIDv7(), accountId, token, agencyId: db.agencyId, expiresAt, createdAt: at, seenAt: at }
  await db.query.insertInto('session').values(session).execute()
  const signature = createHmac('sha256', testSecrets.secret).update(token).digest('base64')
  return `rintis-dev=${encodeURIComponent(`${token}.${signature}`)}`
}
