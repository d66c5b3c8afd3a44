import { type Db, insert, remove, select, type Tx } from '#db'
import type { Blob } from './blobs.ts'

/** What was made of a recording, under the name that it has in its address. */
export type Derivative = Blob & { name: string; mediaType: string }

/** Rows that one statement writes: each takes five parameters, and a long film has thousands. */
const atOnce = 500

/**
 * A step: these are from now on the recording's derivatives of their names; earlier ones of `replaced`, a pattern or
 * the names themselves, are forgotten.
 */
export async function saveDerivatives(
  tx: Tx,
  recordingId: string,
  made: Derivative[],
  replaced: string | readonly string[],
): Promise<void> {
  if (typeof replaced === 'string')
    await remove(tx, 'derivative').where('recordingId', '=', recordingId).where('name', '~', replaced).execute()
  else if (replaced.length > 0) await removeDerivatives(tx, recordingId, replaced)
  for (let from = 0; from < made.length; from += atOnce) {
    const rows = made.slice(from, from + atOnce).map((one) => ({ recordingId, ...one }))
    await insert(tx, 'derivative', rows).execute()
  }
}

/** One derivative; undefined when it was not made. */
export const findDerivative = (db: Db, recordingId: string, name: string) =>
  select(db, 'derivative')
    .select(['agencyId', 'sha256', 'size', 'mediaType'])
    .where('recordingId', '=', recordingId)
    .where('name', '=', name)
    .executeTakeFirst()

/** The names of what was made of these recordings: one query for a whole list. */
export async function listDerivatives(
  db: Db,
  recordingIds: string[],
): Promise<{ recordingId: string; name: string }[]> {
  if (recordingIds.length === 0) return []
  return select(db, 'derivative').select(['recordingId', 'name']).where('recordingId', 'in', recordingIds).execute()
}

/** Which of these recordings have a derivative of the name: one query for a whole list. */
export async function listDerived(db: Db, recordingIds: string[], name: string): Promise<Set<string>> {
  if (recordingIds.length === 0) return new Set()
  const rows = await select(db, 'derivative')
    .select('recordingId')
    .where('recordingId', 'in', recordingIds)
    .where('name', '=', name)
    .execute()
  return new Set(rows.map((row) => row.recordingId))
}

/** A step: forgets what was made of a recording, or of it what has these names; the bytes go when nothing names them. */
export async function removeDerivatives(tx: Db, recordingId: string, names?: readonly string[]): Promise<void> {
  await remove(tx, 'derivative')
    .where('recordingId', '=', recordingId)
    .$if(names !== undefined, (those) => those.where('name', 'in', [...(names ?? [])]))
    .execute()
}

/** Which derived contents of the agency any row names: what is made of recordings, and bags that wait to be taken. */
export async function listNamedDerived(db: Db): Promise<Set<string>> {
  const rows = await select(db, 'derivative')
    .select('sha256')
    .union(
      select(db, 'bagRequest')
        .select((eb) => eb.ref('sha256').$notNull().as('sha256'))
        .where('state', '=', 'done'),
    )
    .execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}
