import { type Db, insert, remove, select } from '#db'
import type { Actor } from '#kit/actor.ts'

/** Tempat menulis: where somebody stands in an open entry; `at` is the key of a field, null while none is chosen. */
export type WritingPlace = { name: string; at: string | null }

/** Keeps where the actor stands, and takes away whoever was not heard of since then. */
export async function keepWritingPlace(
  db: Db,
  actor: Actor,
  entryId: string,
  { name, at }: WritingPlace,
  { now, since }: { now: Date; since: Date },
): Promise<void> {
  await remove(db, 'writingPlace').where('entryId', '=', entryId).where('seenAt', '<', since).execute()
  const row = { name, field: at, seenAt: now }
  await insert(db, 'writingPlace', { entryId, accountId: actor.accountId, ...row })
    .onConflict((conflict) => conflict.columns(['agencyId', 'entryId', 'accountId']).doUpdateSet(row))
    .execute()
}

/** Where the others stand, by name. */
export async function othersWriting(db: Db, actor: Actor, entryId: string, since: Date): Promise<WritingPlace[]> {
  const rows = await select(db, 'writingPlace')
    .select(['name', 'field'])
    .where('entryId', '=', entryId)
    .where('accountId', '<>', actor.accountId)
    .where('seenAt', '>=', since)
    .orderBy('name')
    .execute()
  return rows.map(({ name, field }) => ({ name, at: field }))
}
