import { sql } from 'kysely'
import { type Database, forAgency } from '#db'
import type { Role } from '#kit/actor.ts'
import { dayIn, type Zone } from '#kit/date.ts'
import type { SignedIn } from '#web/request.ts'
import { standingsInForce } from './head-store.ts'
import { isAlive, isSeenLongAgo, type Session } from './session.ts'

/**
 * Whoever holds the session of this token, in the agency for which it acts: the chosen one, else the first by name.
 * Null when the session has ended, was idle for too long, or the account may act for no agency any more. Two queries
 * (four for a head, to whom other units may have passed), and once a minute one that says that the session is in use.
 */
export async function findSignedIn(database: Database, token: string, now: Date): Promise<SignedIn | null> {
  const rows = await accessesOf(database, token, now)
  const [row] = rows
  if (row === undefined) return null
  const { agencyId, accountId, personId, unitId, sessionId, name, email } = row
  const zone = row.zone as Zone
  const standings =
    personId === null ? [] : await standingsInForce(forAgency(database, agencyId), personId, dayIn(zone, now))
  const allRoles = rows.flatMap(({ roles }) => roles as Role[])
  if (!isAlive(row, { roles: allRoles, standings }, now)) return null
  if (isSeenLongAgo(row, now)) await markSeen(database, sessionId, now)
  return {
    actor: { agencyId, accountId, personId, unitId, roles: row.roles as Role[], standings },
    sessionId,
    name,
    email,
    agency: { id: agencyId, slug: row.slug, name: row.agencyName, zone, isDemo: row.isDemo },
    agencies: rows.map((each) => ({ id: each.agencyId, name: each.agencyName })),
  }
}

/** The session and its account beside each agency that the account may act for, the one it acts for first. */
const accessesOf = (database: Database, token: string, now: Date) =>
  database.query
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .innerJoin('access', 'access.accountId', 'session.accountId')
    .innerJoin('agency', 'agency.id', 'access.agencyId')
    .select(['session.id as sessionId', 'session.remembered', 'session.createdAt', 'session.seenAt'])
    .select(['account.id as accountId', 'account.name', 'account.email'])
    .select(['access.roles', 'access.personId'])
    // Looked up row by row: joined, PostgreSQL reads all persons of all agencies where some account has many accesses.
    .select((eb) =>
      eb
        .selectFrom('person')
        .select('person.unitId')
        .whereRef('person.agencyId', '=', 'access.agencyId')
        .whereRef('person.id', '=', 'access.personId')
        .as('unitId'),
    )
    .select(['agency.id as agencyId', 'agency.slug', 'agency.name as agencyName', 'agency.zone', 'agency.isDemo'])
    .where('session.token', '=', token)
    .where('session.expiresAt', '>', now)
    .where('access.endedAt', 'is', null)
    .orderBy(sql`access.agency_id = session.agency_id`, (order) => order.desc().nullsLast())
    .orderBy('agency.name')
    .execute()

const markSeen = (database: Database, id: string, now: Date) =>
  database.query.updateTable('session').set({ seenAt: now }).where('id', '=', id).execute()

/** The account's sessions that have not run out, the one used last first. */
export const listSessions = (database: Database, accountId: string, now: Date): Promise<Session[]> =>
  database.query
    .selectFrom('session')
    .select(['id', 'accountId', 'remembered', 'createdAt', 'seenAt', 'userAgent'])
    .where('accountId', '=', accountId)
    .where('expiresAt', '>', now)
    .orderBy('seenAt', 'desc')
    .execute()

/** Ends one session of the account; of another's it ends none. */
export const removeSession = (database: Database, accountId: string, id: string) =>
  database.query.deleteFrom('session').where('accountId', '=', accountId).where('id', '=', id).execute()

/** Ends the account's sessions, but for the one to keep. */
export const removeSessions = ({ query }: Pick<Database, 'query'>, accountId: string, keepId: string | null = null) =>
  query
    .deleteFrom('session')
    .where('accountId', '=', accountId)
    .$if(keepId !== null, (sessions) => sessions.where('id', '!=', keepId))
    .execute()

/** From now on the session acts for this agency, if the account may. */
export const saveSessionAgency = (database: Database, session: { id: string; accountId: string }, agencyId: string) =>
  database.query
    .updateTable('session')
    .set({ agencyId })
    .where('id', '=', session.id)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('access')
          .select('access.id')
          .where('access.accountId', '=', session.accountId)
          .where('access.agencyId', '=', agencyId)
          .where('access.endedAt', 'is', null),
      ),
    )
    .execute()
