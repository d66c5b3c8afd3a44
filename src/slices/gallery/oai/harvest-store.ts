import { type SelectQueryBuilder, sql } from 'kysely'
import { type Database, type Db, insert, on, select, type Tables, type Tx, update } from '#db'
import type { Zone } from '#kit/date.ts'
import { shownRecordings } from '../shown-recording-store.ts'
import type { HarvestRecord, HarvestSet } from './answer.ts'
import type { Harvest, HarvestCursor } from './request.ts'

/** The stored records of all agencies, each with its metadata only while everybody may still see its recording. */
const records = (database: Database, now: Date) =>
  database.query.selectFrom('harvestRecord').select((eb) => [
    ...(['arkNaan', 'arkName', 'changedAt', 'sets'] as const),
    eb
      .case()
      .when(
        eb.exists(
          shownRecordings(database, now)
            .select('recording.id')
            .where(sql<boolean>`recording.agency_id = harvest_record.agency_id`)
            .where(sql<boolean>`recording.id = harvest_record.recording_id`)
            // Asked of each record of a page: without this PostgreSQL first gathers all that is public, on every page.
            .offset(0),
        ),
      )
      .then(eb.ref('metadata'))
      .else(null)
      .end()
      .as('metadata'),
  ])

/** One record; undefined where nothing of this name was ever public. */
export const findRecord = (database: Database, arkName: string, now: Date): Promise<HarvestRecord | undefined> =>
  records(database, now).where('arkName', '=', arkName).executeTakeFirst()

/** At most `limit` records in the order of their changes, after the place where a harvest stands. */
export const listRecords = (
  database: Database,
  { from, until, set, after, limit }: Harvest & { after: HarvestCursor | null; limit: number },
  now: Date,
): Promise<HarvestRecord[]> =>
  records(database, now)
    .$call((all) => within(all, { from, until, set }))
    .$if(after !== null, (all) =>
      all.where(sql<boolean>`(changed_at, ark_name) > (${after?.changedAt}::timestamptz, ${after?.arkName})`),
    )
    .orderBy('changedAt')
    .orderBy('arkName')
    .limit(limit)
    .execute()

export async function countRecords({ query }: Database, harvest: Harvest): Promise<number> {
  const { count } = await within(query.selectFrom('harvestRecord'), harvest)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Only what is asked stands in the query, so that each kind of question finds its index. */
const within = <Out>(query: SelectQueryBuilder<Tables, 'harvestRecord', Out>, { from, until, set }: Harvest) =>
  query
    .$if(from !== null, (all) => all.where(sql<boolean>`changed_at >= ${from}::timestamptz`))
    .$if(until !== null, (all) => all.where(sql<boolean>`changed_at <= ${until}::timestamptz`))
    .$if(set !== null, (all) => all.where(sql<boolean>`sets @> array[${set}]`))

/** The groups of all agencies, in the order of their names for machines. */
export const listSets = ({ query }: Database): Promise<HarvestSet[]> =>
  query.selectFrom('harvestSet').select(['spec', 'name']).distinctOn('spec').orderBy('spec').execute()

/** When the first of what there is now last changed, and whom to write to about it. */
export async function findAbout({ query }: Database) {
  const first = await query
    .selectFrom('harvestRecord')
    .select(({ fn }) => fn.min('changedAt').as('at'))
    .executeTakeFirst()
  const agencies = await query
    .selectFrom('agency')
    .select(['name', 'contactEmail'])
    .where((eb) =>
      eb.exists(
        eb.selectFrom('harvestRecord').select('recordingId').whereRef('harvestRecord.agencyId', '=', 'agency.id'),
      ),
    )
    .orderBy('name')
    .execute()
  return { earliest: first?.at ?? null, agencies }
}

/** What was given out of a project's recordings. */
export const listGiven = (tx: Tx, projectId: string) =>
  select(tx, 'harvestRecord')
    .innerJoin('recording', on('recording.id', 'harvestRecord.recordingId'))
    .select(['harvestRecord.recordingId', 'harvestRecord.sets', 'harvestRecord.metadata'])
    .where('recording.projectId', '=', projectId)
    .execute()

/** The agency's projects of which anything is or was given out, or may now be. */
export const listHarvested = async (db: Db): Promise<string[]> => {
  const published = select(db, 'publication').select('projectId').where('publishedAt', 'is not', null)
  const given = select(db, 'harvestRecord')
    .innerJoin('recording', on('recording.id', 'harvestRecord.recordingId'))
    .select('recording.projectId')
  return (await published.union(given).execute()).map(({ projectId }) => projectId)
}

/** What a project's place is called in addresses, its agency's zone, and the areas that its programme knows. */
export const findHarvestPlace = (tx: Tx, projectId: string) =>
  select(tx, 'project')
    .innerJoin('agency', 'agency.id', 'project.agencyId')
    .innerJoin('unit', on('unit.id', 'project.unitId'))
    .innerJoin('programme', on('programme.id', 'project.programmeId'))
    .select(['agency.slug as agencySlug', 'agency.zone', 'unit.slug as unitSlug', 'programme.slug as programmeSlug'])
    .select(
      sql<{ code: string; name: string }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name) order by position), '[]')
        from reform_area where set_code = programme.set_code)`.as('areas'),
    )
    .where('project.id', '=', projectId)
    .$narrowType<{ zone: Zone }>()
    .executeTakeFirstOrThrow()

type Given = { recordingId: string; arkNaan: string; arkName: string; sets: string[]; metadata: string }

export async function saveGiven(tx: Tx, given: Given[], changedAt: Date): Promise<void> {
  if (given.length === 0) return
  const rows = given.map((one) => ({ ...one, changedAt }))
  await insert(tx, 'harvestRecord', rows)
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'recordingId']).doUpdateSet(({ ref }) => ({
        changedAt,
        sets: ref('excluded.sets'),
        metadata: ref('excluded.metadata'),
      })),
    )
    .execute()
}

/** They are public no longer. */
export const saveGone = (tx: Tx, recordingIds: string[], changedAt: Date) =>
  update(tx, 'harvestRecord').set({ changedAt, metadata: null }).where('recordingId', 'in', recordingIds).execute()

/** The groups as they are called now; one whose name is the same stays untouched. */
export async function saveSets(tx: Tx, sets: HarvestSet[]): Promise<void> {
  const each = [...new Map(sets.map((set) => [set.spec, set])).values()]
  if (each.length === 0) return
  await insert(tx, 'harvestSet', each)
    .onConflict((conflict) =>
      conflict
        .columns(['agencyId', 'spec'])
        .doUpdateSet(({ ref }) => ({ name: ref('excluded.name') }))
        .where(sql<boolean>`harvest_set.name <> excluded.name`),
    )
    .execute()
}

/** One at a time in an agency: a slower one would write what it read before the other's change. */
export const holdHarvest = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`harvest ${tx.agencyId}`}, 0))`.execute(tx.query)
