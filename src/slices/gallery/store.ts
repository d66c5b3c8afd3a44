import { type Db, insert, select, type Tx } from '#db'
import type { Publication } from './publication.ts'

/** How the project stands to the public; undefined where nothing was said yet. */
export const findPublication = (db: Db, projectId: string): Promise<Publication | undefined> =>
  select(db, 'publication').selectAll().where('projectId', '=', projectId).executeTakeFirst()

/** Saves it under the next revision. Its project is held meanwhile, so that no two are made of one. */
export async function savePublication(tx: Tx, publication: Publication): Promise<void> {
  const { agencyId: _, projectId, revision, ...fields } = publication
  await insert(tx, 'publication', { projectId, ...fields, revision })
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'projectId']).doUpdateSet({ ...fields, revision: revision + 1 }),
    )
    .execute()
}

/** Recordings said to be public that came after the project was published, and so wait until it is published again. */
export const listComing = (db: Db, projectId: string, publishedAt: Date) =>
  select(db, 'recording')
    .select(['code', 'title'])
    .where('projectId', '=', projectId)
    .where('access', '=', 'public')
    .where('removedAt', 'is', null)
    .where('createdAt', '>', publishedAt)
    .orderBy('createdAt')
    .execute()
