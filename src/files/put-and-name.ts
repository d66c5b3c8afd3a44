import { type Db, type Tx, transact } from '#db'
import type { Blob, Blobs } from './blobs.ts'
import { keepBlobs } from './store.ts'

/** As many are looked for at once: a long film has thousands of parts, and a bucket takes its time for each. */
const atOnce = 16

/**
 * Puts contents, and names them in a transaction of its own. Between the two a sweep may have taken an older, unnamed
 * one of the same content: then all are put again. Once they are named no sweep takes them.
 */
export async function putAndName<Kept extends readonly Blob[], Result>(
  db: Db,
  store: Blobs,
  put: () => Promise<Kept>,
  name: (tx: Tx, kept: Kept) => Promise<Result>,
): Promise<Result> {
  for (;;) {
    const kept = await put()
    const named = await transact(db, async (tx) => {
      await keepBlobs(tx)
      return (await areThere(store, db.agencyId, kept)) ? { result: await name(tx, kept) } : undefined
    })
    if (named) return named.result
  }
}

async function areThere(store: Blobs, agencyId: string, blobs: readonly Blob[]): Promise<boolean> {
  for (let from = 0; from < blobs.length; from += atOnce) {
    const some = blobs.slice(from, from + atOnce)
    const sizes = await Promise.all(some.map(({ sha256 }) => store.sizeOf(agencyId, sha256)))
    if (sizes.includes(undefined)) return false
  }
  return true
}
