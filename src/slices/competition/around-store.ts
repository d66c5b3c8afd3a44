import { type Db, on, select } from '#db'

/** How many entries the agency has in an edition, whatever their version, but for those that were withdrawn. */
export async function countEntriesIn(db: Db, edition: string): Promise<number> {
  const row = await select(db, 'entry')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('edition', '=', edition)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Titles of the entries of other projects. */
export const listOtherTitles = async (db: Db, projectId: string): Promise<string[]> =>
  (await select(db, 'entry').select('title').where('projectId', '<>', projectId).execute()).map(({ title }) => title)

/** Stages that other entries of a project passed. */
export async function listAwards(db: Db, projectId: string, entryId: string): Promise<string[]> {
  const rows = await select(db, 'entryResult')
    .innerJoin('entry', on('entry.id', 'entryResult.entryId'))
    .select('entryResult.stage')
    .where('entry.projectId', '=', projectId)
    .where('entry.id', '<>', entryId)
    .where('entryResult.outcome', '=', 'passed')
    .execute()
  return rows.map(({ stage }) => stage)
}
