import { randomUUIDv7 } from 'node:crypto'
import { type Database, forAgency, transact } from '#db'
import { record } from '#journal'
import type { Zone } from '#kit/date.ts'
import { notFound } from '#kit/refusal.ts'
import { slugOf } from '#kit/text.ts'
import { saveNewAccess } from './access-store.ts'
import { saveNewAccount, savePasswordHash } from './account-store.ts'
import { invitationPath, invite } from './invitation-commands.ts'
import { findInvitation } from './invitation-store.ts'
import { hashPassword } from './password-hash.ts'
import { findAgencyBySlug, holdFirstAgency, saveNewAgency } from './set-up-store.ts'

export type SetUp = {
  agency: { name: string; zone: Zone }
  admin: { name: string; email: string; password: string }
}

/** Makes the first agency and its admin. False when somebody else did so meanwhile. */
export async function setUp(database: Database, { agency, admin }: SetUp, now: Date): Promise<boolean> {
  const hash = await hashPassword(admin.password)
  const [agencyId, accountId, accessId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()]
  return transact(forAgency(database, agencyId), async (tx) => {
    if (await holdFirstAgency(tx)) return false
    await saveNewAgency(tx, { ...agency, slug: slugOf(agency.name) || 'instansi' }, now)
    await saveNewAccount(tx, { id: accountId, name: admin.name, email: admin.email }, now)
    await savePasswordHash(tx, accountId, hash, now)
    await saveNewAccess(tx, { id: accessId, accountId, personId: null, roles: ['admin'] }, now)
    const author = { accountId, personId: null }
    await record(tx, author, { event: 'agency.set-up', thing: { kind: 'agency', id: agencyId } }, now)
    return true
  })
}

/**
 * Invites an admin from the command line; returns the path of the link. Throws 404 when no agency has this slug.
 */
export async function createAdmin(
  database: Database,
  admin: { agencySlug: string; email: string; name: string },
  now: Date,
): Promise<string> {
  const agency = await findAgencyBySlug(database, admin.agencySlug)
  if (agency === undefined) throw notFound(`Tidak ada instansi dengan alamat "${admin.agencySlug}".`)
  return transact(forAgency(database, agency.id), async (tx) => {
    const { email, name } = admin
    const invited = { id: randomUUIDv7(), email, name, personId: null, roles: ['admin'] as const }
    const invitation = await findInvitation(tx, await invite(tx, 'system', invited, now))
    if (invitation === undefined) throw new Error('An invitation was not there after it was made.')
    return invitationPath(tx, invitation)
  })
}
