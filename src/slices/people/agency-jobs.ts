import { type Database, type Db, forAgency } from '#db'
import type { Zone } from '#kit/date.ts'
import { listAgencies } from './agency-store.ts'

/** Does a round's work for one agency after the other. Where it fails for one, the others have theirs all the same. */
export async function inEachAgency(database: Database, work: (db: Db, zone: Zone) => Promise<void>): Promise<void> {
  const failures: unknown[] = []
  for (const { id, zone } of await listAgencies(database)) {
    await work(forAgency(database, id), zone).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, `a round failed for ${failures.length} agencies`)
}
