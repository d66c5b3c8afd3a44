import type { KyselyPlugin } from 'kysely'
import type { Db } from './index.ts'

const writes = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode', 'MergeQueryNode'])

/** The same handle, on which a write throws what `refusal` gives: for a request that may look but not act. */
export function withoutWrites(db: Db, refusal: () => Error): Db {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (writes.has(node.kind)) throw refusal()
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { ...db, query: db.query.withPlugin(plugin) }
}
