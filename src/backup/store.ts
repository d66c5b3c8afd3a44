import type { Database } from '#db'

/** How a daily copy went; `problem` is the sentence that says what is wrong with it. */
export type BackupRun = {
  id: string
  beganAt: Date
  endedAt: Date
  folder: string
  fileCount: number
  /** Bytes of the stored contents. */
  size: number
  problem: string | null
}

export async function addRun(database: Database, run: BackupRun): Promise<void> {
  await database.query.insertInto('backupRun').values(run).execute()
}

/** The last daily copy that is whole; undefined when there has been none. */
export const findLastSuccess = (database: Pick<Database, 'query'>): Promise<BackupRun | undefined> =>
  database.query
    .selectFrom('backupRun')
    .selectAll()
    .where('problem', 'is', null)
    .orderBy('endedAt', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The last daily copy, whole or not. */
export const findLastRun = (database: Pick<Database, 'query'>): Promise<BackupRun | undefined> =>
  database.query.selectFrom('backupRun').selectAll().orderBy('endedAt', 'desc').limit(1).executeTakeFirst()
