import { type Db, insert, select, type Tx } from '#db'
import type { IntendedCategory } from './intended-category.ts'

/** At which categories these projects aim, in whatever editions. One query. */
export const listIntended = (db: Db, projectIds: readonly string[]): Promise<IntendedCategory[]> =>
  select(db, 'intendedCategory')
    .select(['projectId', 'edition', 'category', 'reason', 'chosenAt', 'revision'])
    .where((eb) => eb('projectId', '=', eb.fn.any(eb.val([...projectIds]))))
    .orderBy('projectId')
    .orderBy('edition')
    .execute()

/** Saves at what a project aims in an edition under the next revision: 1 when it is the first. */
export async function saveIntended(
  tx: Tx,
  { projectId, edition, revision, ...said }: IntendedCategory,
  accountId: string,
): Promise<void> {
  const saved = { ...said, accountId, revision: revision + 1 }
  await insert(tx, 'intendedCategory', { projectId, edition, ...saved })
    .onConflict((conflict) => conflict.columns(['agencyId', 'projectId', 'edition']).doUpdateSet(saved))
    .execute()
}
