import { sql } from 'kysely'
import { type Db, on, select } from '#db'
import type { PreservationEvent } from './preservation-event.ts'

/** How the agency's own contents stand in one storage. */
export type OwnChecks = { storage: string; checked: number; spoilt: number; oldestAt: Date }

/** What files of the agency are: contents, each counted once, and their bytes. */
export const countOwn = (db: Db): Promise<{ contents: number; bytes: number }> =>
  db.query
    .selectFrom(select(db, 'file').select(['sha256', 'size']).distinctOn('sha256').as('content'))
    .select([sql<number>`count(*)::int`.as('contents'), sql<number>`coalesce(sum(size), 0)::bigint`.as('bytes')])
    .executeTakeFirstOrThrow()

/** Of each storage, how many of the agency's contents were read there, and which check is the oldest. */
export const listOwnChecks = (db: Db): Promise<OwnChecks[]> =>
  select(db, 'fixityCheck')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('file')
          .select('file.id')
          .whereRef('file.agencyId', '=', 'fixityCheck.agencyId')
          .whereRef('file.sha256', '=', 'fixityCheck.sha256'),
      ),
    )
    .select('storage')
    .select([
      sql<number>`count(*)::int`.as('checked'),
      sql<number>`(count(*) filter (where flaw is not null))::int`.as('spoilt'),
      sql<Date>`min(checked_at)`.as('oldestAt'),
    ])
    .groupBy('storage')
    .execute()

/** Every file of the agency with its last check in each of these storages: what the report is made of. */
export async function listFileChecks(db: Db, storages: readonly string[]) {
  const rows = await select(db, 'file')
    .leftJoin('recording', on('recording.id', 'file.thingId'))
    .leftJoin('fixityCheck', (join) =>
      on('fixityCheck.sha256', 'file.sha256')(join).on('fixityCheck.storage', 'in', [...storages]),
    )
    .select(['file.name', 'file.thingKind', 'file.part', 'file.mediaType', 'file.size', 'file.sha256'])
    .select(['recording.code', 'fixityCheck.storage', 'fixityCheck.checkedAt', 'fixityCheck.flaw'])
    .orderBy('file.id')
    .orderBy('fixityCheck.storage')
    .execute()
  return rows
}
export type FileCheck = Awaited<ReturnType<typeof listFileChecks>>[number]

/** What was found spoilt or mended of recordings' files, the latest first. */
export const listFindings = (db: Db) =>
  select(db, 'preservationEvent')
    .innerJoin('recording', on('recording.id', 'preservationEvent.recordingId'))
    .select(['preservationEvent.id', 'preservationEvent.at', 'preservationEvent.kind', 'preservationEvent.detail'])
    .select(['preservationEvent.outcome', 'preservationEvent.figures', 'recording.code', 'recording.title'])
    .where('preservationEvent.kind', '=', 'fixity check')
    .where('preservationEvent.detail', '<>', 'first')
    .orderBy('preservationEvent.at', 'desc')
    .orderBy('preservationEvent.id', 'desc')
    .limit(50)
    .$narrowType<{ figures: PreservationEvent['figures'] }>()
    .execute()
export type Finding = Awaited<ReturnType<typeof listFindings>>[number]
