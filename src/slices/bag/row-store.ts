import { sql } from 'kysely'
import type { Database } from '#db'
import type { Reference, Row, Table } from './carried.ts'

/** All tables that belong to agencies, and the agencies themselves, as the database knows them. */
export async function listTables({ query }: Pick<Database, 'query'>): Promise<Table[]> {
  const { rows } = await sql<{
    name: string
    columns: string[]
    generated: string[]
    required: string[]
    key: string[]
  }>`
    select c.relname as name,
      array_agg(a.attname::text order by a.attnum) as columns,
      coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated <> ''), '{}') as generated,
      coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attnotnull), '{}') as required,
      (select array_agg(k.attname::text order by k.attnum) from pg_constraint p
        join pg_attribute k on k.attrelid = p.conrelid and k.attnum = any(p.conkey)
        where p.conrelid = c.oid and p.contype = 'p') as key
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    group by c.oid, c.relname
    having c.relname = 'agency' or bool_or(a.attname = 'agency_id')
    order by c.relname`.execute(query)
  const references = await listReferences({ query })
  return rows.map((table) => ({ ...table, references: references.filter(({ owner }) => owner === table.name) }))
}

async function listReferences({ query }: Pick<Database, 'query'>): Promise<(Reference & { owner: string })[]> {
  const { rows } = await sql<Reference & { owner: string }>`
    select c.conrelid::regclass::text as owner, c.confrelid::regclass::text as table,
      (select array_agg(a.attname::text order by k.place) from unnest(c.conkey) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as "from",
      (select array_agg(a.attname::text order by k.place) from unnest(c.confkey) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number) as "to"
    from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
    order by c.conname`.execute(query)
  return rows
}

/** Instants are written in one zone, whatever the machine's; for the transaction that `query` is. */
export const speakUtc = ({ query }: Pick<Database, 'query'>) => sql`set local time zone 'UTC'`.execute(query)

/** Rows of a table whose columns have one of these values, each as JSON, with the columns that are asked for. */
export async function listRows(
  { query }: Pick<Database, 'query'>,
  table: Table,
  { columns, where, among }: { columns: string[]; where: string[]; among: unknown[][] },
): Promise<Row[]> {
  if (among.length === 0) return []
  const wanted = JSON.stringify(among.map((values) => Object.fromEntries(where.map((name, at) => [name, values[at]]))))
  const same = sql.join(
    where.map((name) => sql`t.${sql.id(name)} = w.${sql.id(name)}`),
    sql` and `,
  )
  const { rows } = await sql<{ row: Row }>`
    select ${pickedFrom('t', columns)} as row from ${sql.table(table.name)} t
    where exists (select from jsonb_populate_recordset(null::${sql.table(table.name)}, ${wanted}::jsonb) w where ${same})
    order by ${sql.join(table.key.map((name) => sql`t.${sql.id(name)}`))}`.execute(query)
  return rows.map(({ row }) => row)
}

/** The rows as the database would say them after it had taken them in. Throws where a value cannot be one of its column. */
export async function asStored({ query }: Pick<Database, 'query'>, table: Table, rows: Row[]): Promise<Row[]> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const { rows: said } = await sql<{ row: Row }>`
    select ${pickedFrom('t', columns)} as row
    from jsonb_populate_recordset(null::${sql.table(table.name)}, ${JSON.stringify(rows)}::jsonb) t`.execute(query)
  return said.map(({ row }) => row)
}

/** Adds the rows; columns that they don't name are as in any new row. */
export async function addRows({ query }: Pick<Database, 'query'>, table: Table, rows: Row[]): Promise<void> {
  if (rows.length === 0) return
  const columns = sql.join([...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => sql.id(name)))
  await sql`
    insert into ${sql.table(table.name)} (${columns})
    select ${columns}
    from jsonb_populate_recordset(null::${sql.table(table.name)}, ${JSON.stringify(rows)}::jsonb)`.execute(query)
}

/** One JSON object of these columns; built in pieces, since a function takes a hundred arguments at most. */
const pickedFrom = (name: string, columns: readonly string[]) =>
  sql`(select coalesce(jsonb_object_agg(e.key, e.value), '{}') from jsonb_each(to_jsonb(${sql.id(name)})) e
    where e.key = any(${[...columns]}))`
