import type pg from 'pg'
import type { Manifest } from './manifest.ts'

/**
 * The schema that is backed up. Jobs (the schema `jobs`) are left out on purpose: what is waiting to be done then is
 * not what should be done after a restore, and nobody should get the same message twice.
 */
const schema = 'public'

export type TableShape = { name: string; columns: string[] }

/** What can be made again from the rest: the bytes that these rows name are in no backup either. */
const remade = ['processing', 'derivative', 'bag_request']

/** Every table of ours with the columns that hold data (generated ones follow from the others). */
export async function listTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select table_class.relname as name, array_agg(attname::text order by attnum) as columns
     from pg_class as table_class join pg_attribute on attrelid = table_class.oid
     where relnamespace = $1::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped and attgenerated = ''
       and table_class.relname <> all ($2)
       and not exists (select from pg_depend where objid = table_class.oid and deptype = 'e')
     group by table_class.relname order by table_class.relname`,
    [schema, remade],
  )
  return rows
}

export async function listSequences(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = $1 order by sequencename`,
    [schema],
  )
  const sequences: Manifest['sequences'] = []
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from ${quoted(name)}`,
    )
    sequences.push({ name, value: state[0]?.value ?? '1', isCalled: state[0]?.isCalled ?? false })
  }
  return sequences
}

export async function listMigrations(client: pg.Client): Promise<Manifest['migrations']> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration order by name',
  )
  return rows
}

export type ForeignKey = { table: string; name: string; definition: string }

/** Foreign keys with what makes them again. */
export async function listForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = $1::regnamespace and conparentid = 0`,
    [schema],
  )
  return rows
}

/** Tables on which triggers of our own watch each row. */
export async function listTriggered(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct relname as name from pg_trigger join pg_class on pg_class.oid = tgrelid
     where relnamespace = $1::regnamespace and not tgisinternal`,
    [schema],
  )
  return rows.map((row) => row.name)
}

/** A table, column or sequence of ours, as SQL names it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** `"public"."unit" ("agency_id", "id", …)` */
export const copyTarget = ({ name, columns }: TableShape): string =>
  `${quoted(schema)}.${quoted(name)} (${columns.map(quoted).join(', ')})`
