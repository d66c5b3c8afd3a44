import { describe, expect, test } from 'vitest'
import { testNow, testSecrets } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAccess, makeAgency, makePerson, makeStanding, makeUnit } from '#test/people.ts'
import { signInAs } from '#test/sign-in.ts'
import { identity } from './identity.ts'

const database = await freshDatabase()
const log = { error: () => undefined }
const settings = { url: 'http://localhost:3000', ...testSecrets, now: () => testNow, log }
const people = identity(database, settings)
const agency = await makeAgency(database)
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000)
const find = (cookie: string, now = testNow) => people.findSession(new Headers({ cookie }), now)

describe('whoever is signed in', () => {
  test('is known with roles, unit and the standings of today', async () => {
    const unitId = await makeUnit(agency.db)
    const personId = await makePerson(agency.db, { unitId })
    await makeStanding(agency.db, personId, 'steward', agency.id)
    await makeStanding(agency.db, personId, 'chair', agency.id, { untilOn: '2026-11-23' })
    await makeStanding(agency.db, personId, 'member', agency.id, { fromOn: '2026-11-25' })
    const { headers, accountId } = await signInAs(agency.db, { personId, roles: ['evaluator'] })
    const found = await find(headers.cookie)
    expect(found?.actor).toEqual({
      agencyId: agency.id,
      accountId,
      personId,
      unitId,
      roles: ['evaluator'],
      standings: [{ relation: 'steward', thingId: agency.id }],
    })
  })

  test('acts for the agency that was chosen, else for the first by name', async () => {
    const other = await makeAgency(database, { name: 'Badan Arsip' })
    const somebody = await signInAs(agency.db)
    await makeAccess(other.db, somebody.accountId)
    expect((await find(somebody.headers.cookie))?.agency.id).toBe(agency.id)
    expect((await find(somebody.headers.cookie))?.agencies.map(({ name }) => name)).toEqual([agency.name, other.name])
    await database.query.updateTable('session').set({ agencyId: null }).execute()
    expect((await find(somebody.headers.cookie))?.agency.id).toBe(other.id)
  })

  test('has no session where the access ended, and none at all when the last one ended', async () => {
    const other = await makeAgency(database)
    const somebody = await signInAs(agency.db)
    await makeAccess(other.db, somebody.accountId)
    await endAccess(agency.id, somebody.accountId)
    expect((await find(somebody.headers.cookie))?.agency.id).toBe(other.id)
    await endAccess(other.id, somebody.accountId)
    expect(await find(somebody.headers.cookie)).toBeNull()
  })

  test('is nobody without a cookie that we signed', async () => {
    const { headers } = await signInAs(agency.db)
    const token = decodeURIComponent(headers.cookie).split('=')[1]?.split('.')[0]
    for (const cookie of ['', `rintis-dev=${token}`, `rintis-dev=${token}.AAAA`, `${headers.cookie}x`, 'rintis-dev=']) {
      expect(await find(cookie)).toBeNull()
    }
    expect(await find(headers.cookie)).not.toBeNull()
  })

  test('stays signed in when the secret was changed and the old one is still accepted', async () => {
    const { headers } = await signInAs(agency.db)
    const changed = { ...settings, secret: 'another-secret-that-only-this-test-signs-with' }
    const kept = identity(database, { ...changed, secretOld: settings.secret })
    expect(await kept.findSession(new Headers(headers), testNow)).not.toBeNull()
    expect(await identity(database, changed).findSession(new Headers(headers), testNow)).toBeNull()
  })

  test('costs two queries, and once a minute one more', async () => {
    const { headers } = await signInAs(agency.db)
    const count = async (now: Date) => {
      const before = database.statements.length
      await find(headers.cookie, now)
      return database.statements.length - before
    }
    expect(await count(later(0))).toBe(2)
    expect(await count(later(1))).toBe(3)
    expect(await count(later(1))).toBe(2)
  })
})

describe('a session that nobody uses', () => {
  test.each([
    { who: 'an evaluator', roles: ['evaluator'] as const, minutes: 12 * 60 - 1 },
    { who: 'an admin', roles: ['admin'] as const, minutes: 30 },
    { who: 'the secretariat', roles: ['secretariat'] as const, minutes: 30 },
  ])('of $who ends after $minutes minutes', async ({ roles, minutes }) => {
    const { headers } = await signInAs(agency.db, { roles: [...roles] })
    expect(await find(headers.cookie, later(minutes - 1))).not.toBeNull()
    const { headers: idle } = await signInAs(agency.db, { roles: [...roles] })
    expect(await find(idle.cookie, later(minutes + 1))).toBeNull()
  })

  test('of a judge ends after half an hour', async () => {
    const standings = [{ relation: 'judge' as const, thingId: agency.id }]
    const { headers } = await signInAs(agency.db, { standings })
    expect(await find(headers.cookie, later(31))).toBeNull()
  })

  test('of somebody who has a weighty role in another agency ends as early', async () => {
    const { headers, accountId } = await signInAs(agency.db)
    const other = await makeAgency(database)
    await makeAccess(other.db, accountId, { roles: ['admin'] })
    expect(await find(headers.cookie, later(31))).toBeNull()
  })
})

test('a session in use ends after twelve hours all the same', async () => {
  const { headers } = await signInAs(agency.db, { roles: ['secretariat'] })
  for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
    expect(await find(headers.cookie, later(minutes))).not.toBeNull()
  }
  expect(await find(headers.cookie, later(12 * 60))).toBeNull()
})

function endAccess(agencyId: string, accountId: string) {
  const access = database.query.updateTable('access').set({ endedAt: testNow })
  return access.where('agencyId', '=', agencyId).where('accountId', '=', accountId).execute()
}
