import { type Db, insert, select, type Tx } from '#db'
import type { AnswerVersion } from './answer-version.ts'

const columns = ['number', 'text', 'evidence', 'accountId', 'begunAt', 'savedAt'] as const

/** What a field of an entry said before, the newest first. */
export const listAnswerVersions = (db: Db, entryId: string, field: string): Promise<AnswerVersion[]> =>
  select(db, 'answerVersion')
    .select(columns)
    .where('entryId', '=', entryId)
    .where('field', '=', field)
    .orderBy('number', 'desc')
    .execute()

/** The newest version of a field; asked while the entry is held. */
export const lastAnswerVersion = (tx: Tx, entryId: string, field: string): Promise<AnswerVersion | undefined> =>
  select(tx, 'answerVersion')
    .select(columns)
    .where('entryId', '=', entryId)
    .where('field', '=', field)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Keeps a version, or what goes on being written in it. */
export async function saveAnswerVersion(tx: Tx, entryId: string, field: string, version: AnswerVersion): Promise<void> {
  const { number, ...said } = version
  await insert(tx, 'answerVersion', { entryId, field, number, ...said })
    .onConflict((conflict) => conflict.columns(['agencyId', 'entryId', 'field', 'number']).doUpdateSet(said))
    .execute()
}
