import { type Db, insert, select, type Tx } from '#db'
import type { Day } from '#kit/date.ts'
import { listCopies } from './copy-store.ts'

/** Pengiriman usulan: when an entry went out, under which number, who noted it, and which kept copy of it that was. */
export type EntrySending = {
  number: number
  sentOn: Day
  sentNumber: string
  /** Null where it is not known: of what was sent before sendings were kept. */
  accountId: string | null
  notedAt: Date | null
  copyNumber: number | null
}

/** All sendings of an entry, the newest first. */
export const listSendings = (db: Db, entryId: string): Promise<EntrySending[]> =>
  select(db, 'entrySending')
    .select(['number', 'sentOn', 'sentNumber', 'accountId', 'notedAt', 'copyNumber'])
    .where('entryId', '=', entryId)
    .orderBy('number', 'desc')
    .execute()

/** Keeps a sending under the next number, of the copy that was made when the entry was last declared ready. */
export async function addSending(
  tx: Tx,
  entryId: string,
  sent: { sentOn: Day; sentNumber: string; accountId: string; notedAt: Date },
): Promise<void> {
  const number = ((await listSendings(tx, entryId))[0]?.number ?? 0) + 1
  const copyNumber = (await listCopies(tx, entryId))[0]?.number ?? null
  await insert(tx, 'entrySending', { entryId, number, copyNumber, ...sent }).execute()
}
