import { createHash } from 'node:crypto'
import { type PostgresPool, type PostgresPoolClient, type RawBuilder, sql } from 'kysely'
import type pg from 'pg'

/** How many statements each connection keeps; those that come after go out unprepared. */
const most = 500

/** A list of ids: each length would be another statement. */
const holdsLongList = / in \((\$\d+, ){5}/

/** Rows that are written together: each number of them would be another statement. */
const writesRows = /\), \(\$\d+/

/** `select *`, whose result changes its shape when a migration adds a column beside a process that still runs. */
const takesAll = /(\b(select|returning)|,) \*|[."]\*/i

const anew = '/* planned anew */'

/** Stands in a statement whose best plan hangs on what is asked: it is sent unprepared, each time. */
export const plannedAnew: RawBuilder<unknown> = sql.raw(anew)

/**
 * A pool whose connections prepare each statement once: PostgreSQL plans a page's joins for longer than it runs them.
 * The statements come from code and take what varies as parameters, so that they are few.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()

  function nameOf(text: string): string | undefined {
    const known = names.get(text)
    if (known !== undefined || names.size >= most) return known
    if (holdsLongList.test(text) || writesRows.test(text) || takesAll.test(text) || text.includes(anew))
      return undefined
    // By what it says, so that whoever else prepares on the same connection means the same by a name.
    const name = createHash('sha256').update(text).digest('base64url')
    names.set(text, name)
    return name
  }

  const preparingClient = (client: pg.PoolClient): PostgresPoolClient => ({
    query: (text: unknown, values: readonly unknown[] = []) => {
      if (typeof text !== 'string') throw new Error('cursors are not used here')
      const name = values.length > 0 ? nameOf(text) : undefined
      return client.query({ text, values: [...values], ...(name && { name }) }) as never
    },
    release: (error) => client.release(error),
  })

  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? preparingClient(client)
      clients.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}
