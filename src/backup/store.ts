import { sql } from 'kysely'
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

/** Bytes of all contents that rows name, each once. */
export async function countContentBytes({ query }: Pick<Database, 'query'>): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(size), 0)::float8 as bytes from (
      select agency_id, sha256, size from file
      union select agency_id, sha256, size from upload where sha256 is not null
    ) as content`.execute(query)
  return rows[0]?.bytes ?? 0
}

/** How the daily copy in this folder went. */
export const findRunIn = (database: Pick<Database, 'query'>, folder: string): Promise<BackupRun | undefined> =>
  database.query
    .selectFrom('backupRun')
    .selectAll()
    .where('folder', '=', folder)
    .orderBy('endedAt', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The last daily copy, whole or not. */
export const findLastRun = (database: Pick<Database, 'query'>): Promise<BackupRun | undefined> =>
  database.query.selectFrom('backupRun').selectAll().orderBy('endedAt', 'desc').limit(1).executeTakeFirst()
