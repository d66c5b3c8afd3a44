import { type Db, insert, select, type Tx, update } from '#db'

/** Catatan usulan: what a reader remarked on an entry, or on one field of it. */
export type EntryRemark = {
  id: string
  /** Key of the field; empty for the entry as a whole. */
  field: string
  text: string
  accountId: string
  createdAt: Date
  settledAt: Date | null
}

/** The remarks on an entry: those that wait first, the newest first. */
export const listRemarks = (db: Db, entryId: string): Promise<EntryRemark[]> =>
  select(db, 'entryRemark')
    .select(['id', 'field', 'text', 'accountId', 'createdAt', 'settledAt'])
    .where('entryId', '=', entryId)
    .orderBy('settledAt', (order) => order.desc().nullsFirst())
    .orderBy('createdAt', 'desc')
    .execute()

/** A new remark; false where it was posted before. */
export async function addRemark(
  tx: Tx,
  remark: Pick<EntryRemark, 'id' | 'field' | 'text' | 'accountId' | 'createdAt'> & { entryId: string },
): Promise<boolean> {
  const row = await insert(tx, 'entryRemark', remark)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A remark on this entry, held until the transaction ends. */
export const holdRemark = (tx: Tx, entryId: string, id: string) =>
  select(tx, 'entryRemark')
    .select(['field', 'accountId', 'settledAt'])
    .where('entryId', '=', entryId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Marks a remark as answered, or as waiting again. */
export const saveSettled = (tx: Tx, entryId: string, id: string, settledAt: Date | null) =>
  update(tx, 'entryRemark').set({ settledAt }).where('entryId', '=', entryId).where('id', '=', id).execute()
