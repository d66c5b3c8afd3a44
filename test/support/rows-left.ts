import { sql } from 'kysely'
import type { Database } from '#db'

/** Tables in which something of an agency that is gone, or of its accounts, is still there. */
export async function rowsLeft(database: Database): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'agency_id'
  `.execute(database.query)
  const left: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await sql`select 1 from ${sql.table(name)} where agency_id is not null limit 1`.execute(
      database.query,
    )
    if (rows.length > 0) left.push(name)
  }
  const account = await database.query.selectFrom('account').select('id').executeTakeFirst()
  return account ? [...left, 'account'] : left
}
