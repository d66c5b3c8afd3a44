import { randomUUIDv7 } from 'node:crypto'
import type { Database } from '#db'
import { savePasswordHash } from './account-store.ts'
import { hashPassword } from './password-hash.ts'

/** What everybody in tests signs in with. */
export const testPassword = 'gajah menari tujuh'

let made = 0

/** An account that signs in with `testPassword`; it may act for no agency yet. */
export async function makeAccountWithPassword(
  database: Database,
  but: { name?: string; email?: string } = {},
): Promise<{ id: string; name: string; email: string }> {
  made += 1
  const account = { id: randomUUIDv7(), name: 'Sari Wulandari', email: `sari${made}@uji.example`, ...but }
  await database.query.insertInto('account').values(account).execute()
  await savePasswordHash(database, account.id, await hashPassword(testPassword), new Date(0))
  return account
}
