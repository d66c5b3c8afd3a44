import { sql } from 'kysely'
import type { Database } from '#db'
import { type AddressFailures, type Failures, failuresForgotten, isSameMinute } from './sign-in.ts'

/**
 * Holds the count of this key, so that of many tries at once each sees the one before, and saves what `change` makes
 * of it; null leaves it as it is. Returns the count as it was.
 */
export const changeFailures = (
  { query }: Database,
  key: Buffer,
  now: Date,
  change: (failures: Failures) => Failures | null,
): Promise<Failures> =>
  query.transaction().execute(async (tx) => {
    const none = { failures: 0, lastAt: now }
    await tx
      .insertInto('signInFailure')
      .values({ key, ...none })
      .onConflict((taken) => taken.doNothing())
      .execute()
    const held = await tx
      .selectFrom('signInFailure')
      .select(['failures', 'lastAt'])
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirst()
    const changed = change(held ?? none)
    if (changed !== null) await tx.updateTable('signInFailure').set(changed).where('key', '=', key).execute()
    return held ?? none
  })

/** Forgets the failures of this key. */
export const removeFailures = ({ query }: Database, key: Buffer) =>
  query.deleteFrom('signInFailure').where('key', '=', key).execute()

/** Forgets all failures that count no more. */
export async function removeOldFailures({ query }: Database, now: Date): Promise<void> {
  await query.deleteFrom('signInFailure').where('lastAt', '<', failuresForgotten(now)).execute()
  await query.deleteFrom('addressFailure').where('fromAt', '<', failuresForgotten(now)).execute()
}

/** How often this address failed in the minute that runs. */
export async function findAddressFailures({ query }: Database, address: string, now: Date): Promise<AddressFailures> {
  const row = await query
    .selectFrom('addressFailure')
    .select(['failures', 'fromAt'])
    .where('address', '=', address)
    .executeTakeFirst()
  return row !== undefined && isSameMinute(row.fromAt, now) ? row : { failures: 0, fromAt: now }
}

/** Counts one more failure of the address; the first one after a minute begins a new minute. */
export const addAddressFailure = ({ query }: Database, address: string, now: Date) =>
  query
    .insertInto('addressFailure')
    .values({ address, fromAt: now, failures: 1 })
    .onConflict((taken) =>
      taken.column('address').doUpdateSet({
        failures: sql`case when ${now} < address_failure.from_at + interval '1 minute'
                           then address_failure.failures + 1 else 1 end`,
        fromAt: sql`case when ${now} < address_failure.from_at + interval '1 minute'
                         then address_failure.from_at else ${now} end`,
      }),
    )
    .execute()

/** Whether the account of this e-mail has signed in before in the browser that holds this token. */
export async function isKnownDevice({ query }: Database, email: string, tokenHash: Buffer): Promise<boolean> {
  const row = await query
    .selectFrom('knownDevice')
    .innerJoin('account', 'account.id', 'knownDevice.accountId')
    .select('account.id')
    .where('account.email', '=', email)
    .where('knownDevice.tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return row !== undefined
}

/** Remembers that the account signed in in this browser. */
export const saveKnownDevice = ({ query }: Database, accountId: string, tokenHash: Buffer, now: Date) =>
  query
    .insertInto('knownDevice')
    .values({ accountId, tokenHash, seenAt: now })
    .onConflict((known) => known.columns(['accountId', 'tokenHash']).doUpdateSet({ seenAt: now }))
    .execute()
