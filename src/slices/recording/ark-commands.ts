import { randomBytes } from 'node:crypto'
import { type Database, type Db, forAgency, transact } from '#db'
import { makeArk } from './ark.ts'
import { holdWithoutArk, listAgenciesWithoutArk, saveArk } from './ark-store.ts'

/**
 * Gives a lasting address to every recording that has none: those that were there before addresses were. In small
 * steps, each whole in itself, so that one that is broken off is gone on with; where all have theirs it does nothing.
 */
export async function giveArks(database: Database): Promise<number> {
  let given = 0
  for (const agencyId of await listAgenciesWithoutArk(database)) {
    const db = forAgency(database, agencyId)
    let some: number
    do {
      some = await giveSome(db)
      given += some
    } while (some > 0)
  }
  return given
}

const giveSome = (db: Db): Promise<number> =>
  transact(db, async (tx) => {
    const ids = await holdWithoutArk(tx)
    for (const id of ids) await saveArk(tx, id, makeArk(tx.arkNaan, randomBytes(8)))
    return ids.length
  })
