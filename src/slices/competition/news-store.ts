import { type Db, insert, select, type Tx } from '#db'
import type { InnovationNews, NewsState } from './news.ts'

/** What was told of projects, by project, the newest year first. One query. */
export async function newsOf(db: Db, projectIds: string[]): Promise<Map<string, InnovationNews[]>> {
  if (projectIds.length === 0) return new Map()
  const rows = await select(db, 'innovationNews')
    .select(['projectId', 'year', 'state', 'replicatedBy', 'note', 'revision'])
    .where('projectId', 'in', projectIds)
    .orderBy('year', 'desc')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, state: row.state as NewsState })),
    ({ projectId }) => projectId,
  )
}

/** The newest of each. */
export async function latestNewsOf(db: Db, projectIds: string[]): Promise<Map<string, InnovationNews>> {
  const all = await newsOf(db, projectIds)
  return new Map([...all].flatMap(([id, [first]]) => (first ? [[id, first] as const] : [])))
}

/** Saves what was told of a year under the next revision: 1 when it is the first. */
export async function saveNews(
  tx: Tx,
  projectId: string,
  { year, revision, ...said }: InnovationNews,
  by: { accountId: string; toldAt: Date },
): Promise<void> {
  const saved = { ...said, ...by, revision: revision + 1 }
  await insert(tx, 'innovationNews', { projectId, year, ...saved })
    .onConflict((conflict) => conflict.columns(['agencyId', 'projectId', 'year']).doUpdateSet(saved))
    .execute()
}
