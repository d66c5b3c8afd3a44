import { type Db, insert, select, type Tx } from '#db'
import type { Confirmation, EntryLetter } from './letter.ts'

/** What is known of the signed letters of an entry. */
export async function listLetters(db: Db, entryId: string): Promise<EntryLetter[]> {
  const rows = await select(db, 'entryLetter')
    .select(['key', 'number', 'datedOn', 'statedOn', 'confirmed', 'revision'])
    .where('entryId', '=', entryId)
    .execute()
  return rows.map((row) => ({ ...row, confirmed: row.confirmed as Confirmation[] }))
}

/** Saves what is known of a letter under the next revision: 1 when it is the first that is said of it. */
export async function saveLetter(
  tx: Tx,
  entryId: string,
  { key, revision, ...said }: EntryLetter,
  by: { accountId: string; confirmedAt: Date },
): Promise<void> {
  const saved = { ...said, ...by, revision: revision + 1 }
  await insert(tx, 'entryLetter', { entryId, key, ...saved })
    .onConflict((conflict) => conflict.columns(['agencyId', 'entryId', 'key']).doUpdateSet(saved))
    .execute()
}
