import { sql } from 'kysely'
import { type Db, insert, select, type Tx, update } from '#db'
import type { Written } from './entry-paper.ts'

/** What was kept of an entry when it was declared ready. */
export type EntryCopy = { number: number; createdAt: Date }

/** Keeps the entry as it is now, under the next number. */
export async function addCopy(
  tx: Tx,
  entryId: string,
  body: Omit<Written, 'agencyName'>,
  by: { accountId: string; at: Date },
): Promise<void> {
  const number = (await listCopies(tx, entryId)).length + 1
  const json = sql<string>`${JSON.stringify(body)}::jsonb`
  await insert(tx, 'entryCopy', { entryId, number, body: json, accountId: by.accountId, createdAt: by.at }).execute()
}

export const listCopies = (db: Db, entryId: string): Promise<EntryCopy[]> =>
  select(db, 'entryCopy')
    .select(['number', 'createdAt'])
    .where('entryId', '=', entryId)
    .orderBy('number', 'desc')
    .execute()

/** What was kept under this number, as its paper is written from. */
export async function findCopy(db: Db, entryId: string, number: number): Promise<Omit<Written, 'agencyName'> | null> {
  const row = await select(db, 'entryCopy')
    .select('body')
    .where('entryId', '=', entryId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) return null
  const body = row.body as unknown as Omit<Written, 'agencyName'>
  return { ...body, entry: { ...body.entry, changedAt: new Date(body.entry.changedAt) } }
}

export async function listCopied(db: Db, entryId: string): Promise<string[]> {
  const row = await select(db, 'entry').select('copied').where('id', '=', entryId).executeTakeFirst()
  return row?.copied ?? []
}

export const saveCopied = (tx: Tx, entryId: string, copied: string[]) =>
  update(tx, 'entry').set({ copied }).where('id', '=', entryId).execute()

/** Takes the tick off what says something else now than when it was copied. */
export async function untick(tx: Tx, entryId: string, changed: readonly string[]): Promise<void> {
  const copied = await listCopied(tx, entryId)
  const left = copied.filter((key) => !changed.includes(key))
  if (left.length < copied.length) await saveCopied(tx, entryId, left)
}
