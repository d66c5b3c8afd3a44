import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type KyselyPlugin,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { DatabaseError } from 'pg'
import type { Tables } from './connect.ts'

const begin = CompiledQuery.raw('start transaction isolation level repeatable read, read only')
const end = CompiledQuery.raw('commit')

/**
 * Reads on one picture of the database, which cannot be written. What is asked at the same moment leaves at the same
 * moment on the one connection, each answer coming when it is its turn; nothing waits for the transaction to begin. A
 * transaction of Kysely's own would send each statement when the one before it was answered.
 */
export const reading = <Result>(
  query: Kysely<Tables>,
  work: (query: Kysely<Tables>) => Promise<Result>,
): Promise<Result> => {
  const executor = query.getExecutor()
  return executor.provideConnection(async (connection: DatabaseConnection) => {
    let isOver = false
    const lent = sayingWhy(connection)
    const lend = async () => {
      if (isOver) throw new Error('the reads of this page are over')
      return lent
    }
    try {
      const [, result] = await Promise.all([connection.executeQuery(begin), work(over(lend, executor.plugins))])
      return result
    } finally {
      // Sent after all that was asked, so that it ends the transaction of whatever is still under way.
      isOver = true
      await connection.executeQuery(end)
    }
  })
}

/**
 * A connection on which those reads that PostgreSQL refuses because one before them failed fail for its reason: which of
 * them a page hears of first hangs on how deep it asked, and what is written down of a fault is to name what failed.
 */
function sayingWhy(connection: DatabaseConnection): DatabaseConnection {
  let first: unknown
  return {
    executeQuery: async (query, options) => {
      try {
        return await connection.executeQuery(query, options)
      } catch (error) {
        first ??= error
        throw isRefusedForAnother(error) ? first : error
      }
    },
    streamQuery: (query, size, options) => connection.streamQuery(query, size, options),
  }
}

const isRefusedForAnother = (error: unknown): boolean => error instanceof DatabaseError && error.code === '25P02'

/** A handle whose statements all go to the connection that is lent, without waiting for each other. */
const over = (lend: () => Promise<DatabaseConnection>, plugins: readonly KyselyPlugin[]): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => lending(lend),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [...plugins],
  })

const lending = (lend: () => Promise<DatabaseConnection>): Driver => ({
  init: nothing,
  acquireConnection: lend,
  releaseConnection: nothing,
  beginTransaction: refused,
  commitTransaction: refused,
  rollbackTransaction: refused,
  destroy: nothing,
})

const nothing = async () => undefined
const refused = () => Promise.reject(new Error('a page writes nothing, and its reads are one transaction already'))
