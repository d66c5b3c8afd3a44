import { sql } from 'kysely'
import { type Db, select, type Tx, update } from '#db'

/** A table with rows that name a person, and how many of them name this one. */
export type Moving = { table: string; count: number }

type Reference = { table: string; column: string }

/**
 * Every column that names a person. They are found by their foreign keys: a room above this one that keeps something
 * of a person is never forgotten. What may only be added to, as the journal, stays as it was written.
 */
async function listReferences(db: Db): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select owner.relname as "table", own.attname as "column"
    from pg_constraint
    cross join unnest(conkey, confkey) as pair (own, other)
    join pg_class owner on owner.oid = conrelid
    join pg_attribute own on own.attrelid = conrelid and own.attnum = pair.own
    join pg_attribute other on other.attrelid = confrelid and other.attnum = pair.other
    where contype = 'f' and confrelid = 'person'::regclass and other.attname = 'id'
      and conrelid <> 'person'::regclass and has_table_privilege(conrelid, 'update')
    order by owner.relname, own.attname`.execute(db.query)
  return rows
}

/** How many rows of which tables would move from the person, where there are any. */
export async function countMoving(db: Db, personId: string): Promise<Moving[]> {
  const counts = (await listReferences(db)).map(
    ({ table, column }) => sql`
      select ${table}::text as "table", count(*)::int as count from ${sql.table(table)}
      where agency_id = ${db.agencyId} and ${sql.ref(column)} = ${personId}`,
  )
  const all = sql.join(counts, sql` union all `)
  const { rows } = await sql<Moving>`
    select "table", sum(count)::int as count from (${all}) each where count > 0
    group by "table" order by "table"`.execute(db.query)
  return rows
}

/** Makes every row that names the one person name the other; returns how many. */
export async function movePerson(tx: Tx, fromId: string, toId: string): Promise<number> {
  let moved = 0
  for (const { table, column } of await listReferences(tx)) {
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = ${toId}
      where agency_id = ${tx.agencyId} and ${sql.ref(column)} = ${fromId}`.execute(tx.query)
    moved += Number(numAffectedRows ?? 0)
  }
  return moved
}

/** Gives up a record, and whatever was given up for it before, for the one that stays. */
export async function saveMerged(tx: Tx, givenUpId: string, stayingId: string): Promise<void> {
  await update(tx, 'person')
    .set({ mergedIntoId: stayingId })
    .where((eb) => eb.or([eb('id', '=', givenUpId), eb('mergedIntoId', '=', givenUpId)]))
    .execute()
}

/** The ids of the records that were given up for this one. */
export async function listMergedIds(db: Db, personId: string): Promise<string[]> {
  const rows = await select(db, 'person').select('id').where('mergedIntoId', '=', personId).execute()
  return rows.map(({ id }) => id)
}
