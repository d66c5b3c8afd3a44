import {
  type DeleteQueryBuilder,
  type InsertObject,
  type JoinBuilder,
  type SelectQueryBuilder,
  sql,
  type UpdateQueryBuilder,
} from 'kysely'
import type { Database, Tables } from './connect.ts'
import { reading } from './reading.ts'

export type { Database, Tables } from './connect.ts'

/** A database handle that speaks for one agency. Every store function takes one and narrows every table by it. */
export type Db = Database & { agencyId: string }

/** The same within a transaction: what commands hand to store functions that write, and to steps of other slices. */
export type Tx = Db & { inTransaction: true }

/** Tables whose rows belong to an agency: all that have the column. */
type AgencyTable = { [T in keyof Tables]: Tables[T] extends { agencyId: unknown } ? T : never }[keyof Tables] & string

/** The handle of one agency. */
export const forAgency = (database: Database, agencyId: string): Db => ({ ...database, agencyId })

/** Runs `work` in one transaction: all of its writes happen or none. */
export const transact = <Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  db.query.transaction().execute((query) => work({ ...db, query, inTransaction: true }))

/**
 * Runs a page's reads on one picture of the database, which cannot be written. Reads that do not need each other are
 * asked with `Promise.all`: they share one way there and back.
 */
export const readOnly = <Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> =>
  reading(db.query, (query) => work({ ...db, query }))

/** `select … from table` of this agency's rows. */
export const select = <T extends AgencyTable>(db: Db, table: T) =>
  db.query.selectFrom(table as AgencyTable).where(ofAgency(db, table)) as unknown as SelectQueryBuilder<
    Tables,
    T,
    Record<never, never>
  >

/** `insert into table` of rows of this agency; the caller leaves `agencyId` out. */
export function insert<T extends AgencyTable>(tx: Db, table: T, rows: OwnRow<T> | OwnRow<T>[]) {
  const list = Array.isArray(rows) ? rows : [rows]
  return tx.query
    .insertInto(table)
    .values(list.map((row) => ({ ...row, agencyId: tx.agencyId })) as unknown as InsertObject<Tables, T>[])
}

type OwnRow<T extends AgencyTable> = Omit<InsertObject<Tables, T>, 'agencyId'>

/** `update table` of this agency's rows. */
export const update = <T extends AgencyTable>(tx: Db, table: T) =>
  tx.query.updateTable(table as AgencyTable).where(ofAgency(tx, table)) as unknown as UpdateQueryBuilder<
    Tables,
    T,
    T,
    { numUpdatedRows: bigint }
  >

/** `delete from table` of this agency's rows. */
export const remove = <T extends AgencyTable>(tx: Db, table: T) =>
  tx.query.deleteFrom(table as AgencyTable).where(ofAgency(tx, table)) as unknown as DeleteQueryBuilder<
    Tables,
    T,
    { numDeletedRows: bigint }
  >

/** What joins two tables, narrowed by agency: `.innerJoin('unit', on('unit.id', 'person.unitId'))`. */
export const on =
  (left: `${string}.${string}`, right: `${string}.${string}`) =>
  <From, Names extends keyof From>(join: JoinBuilder<From, Names>): JoinBuilder<From, Names> =>
    join.on(sql<boolean>`${sql.ref(left)} = ${sql.ref(right)}`).on(sql<boolean>`${agencyOf(left)} = ${agencyOf(right)}`)

const ofAgency = (db: Db, table: string) => sql<boolean>`${sql.ref(`${table}.agencyId`)} = ${db.agencyId}`
const agencyOf = (reference: string) => sql.ref(`${reference.split('.')[0]}.agencyId`)
