import { type Db, insert, on, select, type Tx, update } from '#db'
import type { Role } from '#kit/actor.ts'
import { type Page, pageSize } from '#kit/list.ts'
import type { Access } from './access.ts'
import type { MailChoice } from './mail-choice.ts'

const columns = [
  'access.agencyId',
  'access.id',
  'access.accountId',
  'access.personId',
  'access.roles',
  'access.endedAt',
  'access.revision',
] as const

// The table's check lets nothing but roles into the column.
const withRoles = <Row extends { roles: string[] }>(row: Row) => ({ ...row, roles: row.roles as Role[] })

export async function holdAccess(tx: Tx, id: string): Promise<Access | undefined> {
  const row = await select(tx, 'access').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && withRoles(row)
}

/** The account's access to the agency, ended or not, locked. */
export async function holdAccessOf(tx: Tx, accountId: string): Promise<Access | undefined> {
  const row = await select(tx, 'access')
    .select(columns)
    .where('accountId', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  return row && withRoles(row)
}

/** The ids of all admins' accesses, locked: of two admins who would each remove the other, the second has to wait. */
export async function holdAdmins(tx: Tx): Promise<string[]> {
  const rows = await select(tx, 'access')
    .select('id')
    .where('endedAt', 'is', null)
    .where((eb) => eb('roles', '@>', eb.val(['admin'])))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

export const saveNewAccess = (tx: Tx, access: Pick<Access, 'id' | 'accountId' | 'personId' | 'roles'>, now: Date) =>
  insert(tx, 'access', { ...access, roles: [...access.roles], createdAt: now }).execute()

export const saveAccess = (tx: Tx, access: Access) =>
  update(tx, 'access')
    .set({
      personId: access.personId,
      roles: [...access.roles],
      endedAt: access.endedAt,
      revision: access.revision + 1,
    })
    .where('id', '=', access.id)
    .execute()

/** Whether somebody else signs in as this person. */
export async function isPersonTaken(tx: Tx, personId: string, accountId: string): Promise<boolean> {
  const row = await select(tx, 'access')
    .select('id')
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('accountId', '!=', accountId)
    .executeTakeFirst()
  return row !== undefined
}

/** An access as the list of roles shows it. */
export type AccessRow = Access & { name: string; email: string; personName: string | null; position: string | null }

const rows = (db: Db) =>
  select(db, 'access')
    .innerJoin('account', 'account.id', 'access.accountId')
    .leftJoin('person', on('person.id', 'access.personId'))
    .where('access.endedAt', 'is', null)

const rowColumns = ['account.name', 'account.email', 'person.name as personName', 'person.position'] as const

/** One that has not ended. */
export async function findAccess(db: Db, id: string): Promise<AccessRow | undefined> {
  const row = await rows(db).select(columns).select(rowColumns).where('access.id', '=', id).executeTakeFirst()
  return row && withRoles(row)
}

/** A page of whoever may act for the agency, by name; those with roles first. */
export async function listAccesses(db: Db, number: number): Promise<Page<AccessRow>> {
  const found = await rows(db)
    .select(columns)
    .select(rowColumns)
    .orderBy((eb) => eb('access.roles', '=', eb.val([])))
    .orderBy('account.name')
    .orderBy('access.id')
    .limit(pageSize)
    .offset((number - 1) * pageSize)
    .execute()
  const { total } = await rows(db)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('total'))
    .executeTakeFirstOrThrow()
  return { rows: found.map(withRoles), total, number, size: pageSize }
}

/** Which letters an account wants from this agency. */
export async function findMailChoice(db: Db, accountId: string): Promise<MailChoice> {
  const row = await select(db, 'access').select('mailChoice').where('accountId', '=', accountId).executeTakeFirst()
  return (row?.mailChoice as MailChoice | undefined) ?? 'usual'
}

export const saveMailChoice = (db: Db, accountId: string, mailChoice: MailChoice) =>
  update(db, 'access').set({ mailChoice }).where('accountId', '=', accountId).execute()
