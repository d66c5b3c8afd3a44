import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '#db'

/** Nobody has this address (RFC 2606), so nobody can ask for a password by it. */
const email = 'impor-arsip@rintis.invalid'

/** The account that stands for all whom a bag no longer names; it has no password and no access, so it signs in nowhere. */
export async function keepImporter(tx: Tx, now: Date): Promise<string> {
  const there = await tx.query.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst()
  if (there) return there.id
  const id = randomUUIDv7()
  await tx.query
    .insertInto('account')
    .values({ id, name: 'Impor arsip', email, createdAt: now, updatedAt: now })
    .execute()
  return id
}
