import { type Db, insert, select, type Tx } from '#db'
import type { StageResult } from './result.ts'

/** The results of entries, by entry. One query. */
export async function resultsOf(db: Db, entryIds: string[]): Promise<Map<string, StageResult[]>> {
  if (entryIds.length === 0) return new Map()
  const rows = await select(db, 'entryResult')
    .select(['entryId', 'stage', 'outcome', 'decidedOn', 'note', 'revision'])
    .where('entryId', 'in', entryIds)
    .orderBy('decidedOn')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, outcome: row.outcome as StageResult['outcome'] })),
    ({ entryId }) => entryId,
  )
}

/** Saves a result under the next revision: 1 when it is the first of its stage. */
export async function saveResult(tx: Tx, entryId: string, { stage, revision, ...said }: StageResult): Promise<void> {
  const saved = { ...said, revision: revision + 1 }
  await insert(tx, 'entryResult', { entryId, stage, ...saved })
    .onConflict((conflict) => conflict.columns(['agencyId', 'entryId', 'stage']).doUpdateSet(saved))
    .execute()
}
