import { CamelCasePlugin, Kysely, type LogEvent, PostgresDialect } from 'kysely'
import pg from 'pg'
import { trialNaan } from '#kit/naan.ts'
import { preparing } from './prepared.ts'
import type { DB as Tables } from './tables.ts'
import type { Vault } from './vault.ts'

export type { Tables }

/** Hands an event to whoever subscribed to it, within the transaction that `query` is. */
export type Publish = (
  query: Kysely<Tables>,
  event: string,
  entry: { agencyId: string; entryId: string },
) => Promise<void>

/**
 * Puts a task into a queue, within the transaction that `query` is where it is one. `data` becomes JSON. In a queue whose
 * tasks are done once at a time, one of the same `key` that waits or runs is enough; a higher `priority` comes first.
 */
export type Send = (query: Kysely<Tables>, queue: string, data: object, how?: SendHow) => Promise<void>
type SendHow = { key?: string; priority?: number }

/** The whole database, of all agencies: for sign-in, jobs and operations. Everything else takes a `Db`. */
export type Database = {
  query: Kysely<Tables>
  publish: Publish
  send: Send
  vault: Vault
  /** The number under which lasting addresses are given (`RINTIS_ARK_NAAN`). */
  arkNaan: string
}

/** PostgreSQL's own numbers for the types that are read otherwise than `pg` does. */
const dateOid = 1082
const bigintOid = 20

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === dateOid) return (value: string) => value
    if (oid === bigintOid) return Number
    return pg.types.getTypeParser(oid, format)
  },
}

/**
 * Connections to PostgreSQL under the role `rintis_app`, which may not change the schema.
 * `lost` hears of idle connections that broke; without a listener they would end the process. A statement does not wait
 * for the answer of the one before it (decision 36), which those of COPY cannot: they take a connection of their own.
 */
export function openPool(url: string, lost: (error: Error) => void, size = 10): pg.Pool {
  const options = '-c role=rintis_app'
  const pool = new pg.Pool({ connectionString: url, options, max: size, types, pipeline: true })
  pool.on('error', lost)
  return pool
}

/** The database over a pool, with the ports that its transactions need. `log` is told of each query. */
export const openDatabase = (
  pool: pg.Pool,
  ports: { publish: Publish; send: Send; vault: Vault; arkNaan?: string; log?: (event: LogEvent) => void },
): Database => ({
  query: new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(ports.log && { log: ports.log }),
  }),
  publish: ports.publish,
  send: ports.send,
  vault: ports.vault,
  arkNaan: ports.arkNaan ?? trialNaan,
})
