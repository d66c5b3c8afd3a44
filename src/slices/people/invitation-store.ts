import { type Database, type Db, forAgency, insert, on, select, type Tx, update } from '#db'
import type { Role } from '#kit/actor.ts'
import type { Invitation } from './invitation.ts'
import { nameInFull } from './person.ts'

const columns = [
  'invitation.agencyId',
  'invitation.id',
  'invitation.email',
  'invitation.name',
  'invitation.personId',
  'invitation.roles',
  'invitation.expiresAt',
  'invitation.acceptedAt',
  'invitation.withdrawnAt',
] as const

// The table's check lets nothing but roles into the column.
const withRoles = <Row extends { roles: string[] }>(row: Row) => ({ ...row, roles: row.roles as Role[] })

/** Adds an invitation; false when it was added before. */
export async function saveNewInvitation(
  tx: Tx,
  invitation: Omit<Invitation, 'agencyId' | 'acceptedAt' | 'withdrawnAt'>,
  tokenHash: Buffer,
  now: Date,
): Promise<boolean> {
  const row = { ...invitation, roles: [...invitation.roles], tokenHash, createdAt: now }
  const { numInsertedOrUpdatedRows } = await insert(tx, 'invitation', row)
    .onConflict((same) => same.columns(['agencyId', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function findInvitation(db: Db, id: string): Promise<Invitation | undefined> {
  const row = await select(db, 'invitation').select(columns).where('id', '=', id).executeTakeFirst()
  return row && withRoles(row)
}

export async function holdInvitation(tx: Tx, id: string): Promise<Invitation | undefined> {
  const row = await select(tx, 'invitation').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && withRoles(row)
}

/** The person's invitation that is neither used nor withdrawn, locked. */
export async function holdInvitationOf(tx: Tx, personId: string): Promise<Invitation | undefined> {
  const row = await select(tx, 'invitation')
    .select(columns)
    .where('personId', '=', personId)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .forUpdate()
    .executeTakeFirst()
  return row && withRoles(row)
}

export const saveInvitation = (
  tx: Tx,
  { id, email, expiresAt, acceptedAt, withdrawnAt }: Invitation,
  tokenHash?: Buffer,
) =>
  update(tx, 'invitation')
    .set({ email, expiresAt, acceptedAt, withdrawnAt, ...(tokenHash && { tokenHash }) })
    .where('id', '=', id)
    .execute()

/** An invitation with the agency that it is from. */
export type InvitationFrom = { invitation: Invitation; agencyName: string; agencySlug: string; db: Db }

/** The invitation of this link, of whatever agency. */
export async function findInvitationByToken(
  database: Database,
  tokenHash: Buffer,
): Promise<InvitationFrom | undefined> {
  const row = await database.query
    .selectFrom('invitation')
    .innerJoin('agency', 'agency.id', 'invitation.agencyId')
    .select(columns)
    .select(['agency.name as agencyName', 'agency.slug as agencySlug'])
    .where('invitation.tokenHash', '=', tokenHash)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { agencyName, agencySlug, ...invitation } = row
  const db = forAgency(database, invitation.agencyId)
  return { invitation: withRoles(invitation), agencyName, agencySlug, db }
}

/** Invitations that were not used, the newest first. */
export async function listInvitations(db: Db, limit = 200): Promise<Invitation[]> {
  const rows = await select(db, 'invitation')
    .select(columns)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(withRoles)
}

/** Step: the e-mail by which a person came is that person's, where none was known. */
export const savePersonEmail = (tx: Tx, personId: string, email: string) =>
  update(tx, 'person')
    .set({ email: email.toLowerCase() })
    .where('id', '=', personId)
    .where('email', 'is', null)
    .execute()

export type Uninvited = { id: string; name: string; position: string; email: string | null }

/** Persons who neither have an account here nor an invitation that waits; stores of rooms above ask it of theirs. */
export const uninvited = (db: Db) =>
  select(db, 'person')
    .leftJoin('access', (join) => on('access.personId', 'person.id')(join).on('access.endedAt', 'is', null))
    .leftJoin('invitation', (join) =>
      on(
        'invitation.personId',
        'person.id',
      )(join)
        .on('invitation.acceptedAt', 'is', null)
        .on('invitation.withdrawnAt', 'is', null),
    )
    .where('person.mergedIntoId', 'is', null)
    .where('access.id', 'is', null)
    .where('invitation.id', 'is', null)

/** The same by name, of the whole agency. */
export async function listUninvited(db: Db, limit = 200): Promise<Uninvited[]> {
  const rows = await uninvited(db)
    .select(['person.id', 'person.titlesBefore', 'person.name', 'person.titlesAfter'])
    .select(['person.position', 'person.email'])
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(limit)
    .execute()
  return rows.map(({ titlesBefore, titlesAfter, ...row }) => ({
    ...row,
    name: nameInFull({ titlesBefore, name: row.name, titlesAfter }),
  }))
}
