import { randomUUIDv7 } from 'node:crypto'
import type { Database } from '#db'
import type { Account } from './account.ts'

/** Accounts belong to no agency: their store takes the database, or a transaction on it. */
export type Accounts = Pick<Database, 'query'>

export const findAccount = ({ query }: Accounts, id: string): Promise<Account | undefined> =>
  query.selectFrom('account').select(['id', 'name', 'email']).where('id', '=', id).executeTakeFirst()

export const findAccountByEmail = ({ query }: Accounts, email: string): Promise<Account | undefined> =>
  query
    .selectFrom('account')
    .select(['id', 'name', 'email'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()

/** Adds an account; false when the e-mail has one already. */
export async function saveNewAccount({ query }: Accounts, account: Account, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('account')
    .values({ ...account, email: account.email.toLowerCase(), createdAt: now, updatedAt: now })
    .onConflict((taken) => taken.column('email').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const saveAccountName = ({ query }: Accounts, id: string, name: string, now: Date) =>
  query.updateTable('account').set({ name, updatedAt: now }).where('id', '=', id).execute()

/** From now on it is known that letters to this e-mail reach whoever uses the account. */
export const saveVerifiedEmail = ({ query }: Accounts, id: string) =>
  query.updateTable('account').set({ emailVerified: true }).where('id', '=', id).execute()

/** The agencies that the account may act for today, and as whom, by id (so that all lock them in one order). */
export const listAccessesOf = ({ query }: Accounts, accountId: string) =>
  query
    .selectFrom('access')
    .innerJoin('agency', 'agency.id', 'access.agencyId')
    .select(['access.agencyId', 'access.personId', 'agency.name', 'agency.slug'])
    .where('access.accountId', '=', accountId)
    .where('access.endedAt', 'is', null)
    .orderBy('access.agencyId')
    .execute()

/** better-auth's name for whoever signs in by a password. */
const providerId = 'credential'

/** The hash of the account's password as PHC text; undefined when it has none yet. */
export async function findPasswordHash({ query }: Accounts, accountId: string): Promise<string | undefined> {
  const row = await query
    .selectFrom('credential')
    .select('password')
    .where('accountId', '=', accountId)
    .where('providerId', '=', providerId)
    .executeTakeFirst()
  return row?.password ?? undefined
}

/** The account's password is the one of this hash. */
export const savePasswordHash = ({ query }: Accounts, accountId: string, password: string, now: Date) =>
  query
    .insertInto('credential')
    .values({
      id: randomUUIDv7(),
      accountId,
      providerId,
      providerAccountId: accountId,
      password,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((held) => held.columns(['providerId', 'providerAccountId']).doUpdateSet({ password, updatedAt: now }))
    .execute()

const resetOf = (tokenHash: string) => `reset-password:${tokenHash}`

/** A link to a new password is valid until then. Whether `accountId` is that of an account is not asked. */
export const saveReset = ({ query }: Accounts, reset: { tokenHash: string; accountId: string; expiresAt: Date }) =>
  query
    .insertInto('verification')
    .values({
      id: randomUUIDv7(),
      identifier: resetOf(reset.tokenHash),
      value: reset.accountId,
      expiresAt: reset.expiresAt,
    })
    .execute()

/** The account for which the link of this token was made; undefined when there is none or it has run out. */
export const findReset = ({ query }: Accounts, tokenHash: string, now: Date): Promise<Account | undefined> =>
  query
    .selectFrom('verification')
    .innerJoin('account', (join) =>
      join.on((eb) => eb(eb.cast('account.id', 'text'), '=', eb.ref('verification.value'))),
    )
    .select(['account.id', 'account.name', 'account.email'])
    .where('identifier', '=', resetOf(tokenHash))
    .where('expiresAt', '>', now)
    .executeTakeFirst()

/** Uses the link up; false when somebody else did before, or it has run out. */
export async function removeReset({ query }: Accounts, tokenHash: string, now: Date): Promise<boolean> {
  const { numDeletedRows } = await query
    .deleteFrom('verification')
    .where('identifier', '=', resetOf(tokenHash))
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Takes away all links that were made for the account, and those that have run out. */
export const removeResetsOf = ({ query }: Accounts, accountId: string, now: Date) =>
  query
    .deleteFrom('verification')
    .where((eb) => eb.or([eb('value', '=', accountId), eb('expiresAt', '<', now)]))
    .where('identifier', 'like', resetOf('%'))
    .execute()
