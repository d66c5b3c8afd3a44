import type { Database } from '#db'
import {
  carriedColumns,
  carriedReferences,
  keyOf,
  type Row,
  type Rows,
  recordingKeyOf,
  skeleton,
  type Table,
} from './carried.ts'
import { listRows } from './row-store.ts'

type Place = Pick<Database, 'query'>
type Recording = { agencyId: string; id: string }

/** Collects rows, each once, with all that they refer to. */
export async function collect(db: Place, tables: Table[], recordings: readonly Recording[]): Promise<Rows> {
  const named = new Map(tables.map((table) => [table.name, table]))
  const found = new Map<string, Map<string, Row>>()
  const take = async (table: Table, where: string[], among: unknown[][]): Promise<void> => {
    const there = found.get(table.name) ?? new Map<string, Row>()
    found.set(table.name, there)
    const rows = await listRows(db, table, { columns: carriedColumns(table), where, among })
    const fresh = rows.filter((row) => !there.has(keyOf(table, row)))
    for (const row of fresh) there.set(keyOf(table, row), row)
    if (fresh.length > 0) await follow(table, fresh)
  }
  /** What the rows refer to, and what of the skeleton hangs on them. */
  const follow = async (table: Table, rows: Row[]): Promise<void> => {
    for (const { table: target, from, to } of carriedReferences(table)) {
      const other = named.get(target)
      const among = valuesOf(rows, from).filter((values) => !values.includes(null))
      const missing = among.filter((values) => !isThere(found.get(target), to, values))
      if (other && missing.length > 0) await take(other, to, missing)
    }
    for (const child of skeleton[table.name] ?? []) {
      const other = named.get(child)
      const up = other?.references.find((reference) => reference.table === table.name)
      if (other && up) await take(other, up.from, valuesOf(rows, up.to))
    }
  }
  const keys = recordings.map(({ agencyId, id }) => [agencyId, id])
  for (const table of tables) {
    const key = recordingKeyOf(table)
    if (key !== undefined) await take(table, ['agency_id', key], keys)
  }
  const filled = [...found].filter(([, rows]) => rows.size > 0)
  return new Map(filled.map(([name, rows]) => [name, [...rows.values()]]))
}

const valuesOf = (rows: readonly Row[], columns: readonly string[]): unknown[][] => {
  const all = rows.map((row) => columns.map((column) => row[column] ?? null))
  return [...new Map(all.map((values) => [values.join(' '), values])).values()]
}

const isThere = (rows: ReadonlyMap<string, Row> | undefined, to: readonly string[], values: readonly unknown[]) =>
  to.length === 2 && to[0] === 'agency_id' && to[1] === 'id' && rows?.has(values.join(' '))
