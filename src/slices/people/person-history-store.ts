import type { Db } from '#db'
import { listEntriesOf } from '#journal'
import { namesOf } from './author-store.ts'
import { listCorrections } from './correction-store.ts'
import { listMergedIds } from './merge-store.ts'

/** Something that was done to a person's record. */
export type PersonDeed = {
  id: string
  at: Date
  event: string
  /** Null where the system did it. */
  author: string | null
  /** Of a correction: which facts, and why. */
  correction: { fields: string[]; reason: string } | null
}

/** What was done to the record, and to those that were given up for it, latest first. Four queries. */
export async function listHistory(db: Db, personId: string): Promise<PersonDeed[]> {
  const entries = await listEntriesOf(db, [personId, ...(await listMergedIds(db, personId))])
  const corrections = new Map((await listCorrections(db, personId)).map((correction) => [correction.id, correction]))
  const names = await namesOf(
    db,
    entries.map(({ accountId }) => accountId),
  )
  return entries.map(({ id, at, event, accountId, details }) => ({
    id,
    at,
    event,
    author: names.get(accountId ?? '') ?? null,
    correction: corrections.get(String(details.correctionId)) ?? null,
  }))
}
