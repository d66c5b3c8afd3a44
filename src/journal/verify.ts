import { type Db, select } from '#db'
import { type Entry, hashOf, noHash } from './entry.ts'

/** The first entry at which the chain of an agency's journal does not hold. */
export type Broken = { sequence: number; why: 'missing' | 'changed' }

/** Reads the whole journal of the agency in order; undefined when every entry is there and unchanged. */
export async function verifyJournal(db: Db): Promise<Broken | undefined> {
  let previous: { sequence: number; hash: Buffer } = { sequence: 0, hash: noHash }
  for (;;) {
    const rows = await select(db, 'journal')
      .selectAll()
      .where('sequence', '>', previous.sequence)
      .orderBy('sequence')
      .limit(1000)
      .execute()
    if (rows.length === 0) return undefined
    for (const row of rows) {
      if (row.sequence !== previous.sequence + 1) return { sequence: previous.sequence + 1, why: 'missing' }
      const expected = hashOf(row as Entry, previous.hash)
      if (!row.previousHash.equals(previous.hash) || !row.hash.equals(expected)) {
        return { sequence: row.sequence, why: 'changed' }
      }
      previous = { sequence: row.sequence, hash: row.hash }
    }
  }
}
