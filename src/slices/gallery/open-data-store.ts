import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#db'
import type { Day, Zone } from '#kit/date.ts'
import { describedColumns } from '#recording'
import type { OpenDataName, OpenProject, OpenRecording, OpenTally } from './open-data.ts'
import { shownRecordings } from './shown-recording-store.ts'
import { shownProjects } from './shown-store.ts'

type Rows = { proyek: OpenProject; dokumentasi: OpenRecording; area: OpenTally; unit: OpenTally; tahun: OpenTally }

/** What names the place of a project. */
const around = [
  sql<string>`(select slug from agency where id = project.agency_id)`.as('agencySlug'),
  sql<string>`(select name from agency where id = project.agency_id)`.as('agencyName'),
  sql<Zone>`(select zone from agency where id = project.agency_id)`.as('zone'),
  sql<string>`(select slug from unit where agency_id = project.agency_id and id = project.unit_id)`.as('unitSlug'),
  sql<string>`(select name from unit where agency_id = project.agency_id and id = project.unit_id)`.as('unitName'),
  sql<number>`(select extract(year from from_on)::int from programme
    where agency_id = project.agency_id and id = project.programme_id)`.as('year'),
] as const

const areasOf = (column: 'code' | 'name') => sql<string[]>`array(
  select reform_area.${sql.ref(column)} from project_area
  join reform_area on reform_area.set_code = project_area.set_code and reform_area.code = project_area.area_code
  where project_area.agency_id = project.agency_id and project_area.project_id = project.id
  order by reform_area.position)`

/** What a finished project reached, under the rule by which its page shows it (`shown-finish-store.ts`). */
const finishWords = (column: 'before_words' | 'after_words') => sql<string | null>`(
  select finish.${sql.ref(column)} from finish
  where finish.agency_id = project.agency_id and finish.project_id = project.id
    and finish.confirmed_at <= publication.published_at and project.state = 'closed')`

/** Published projects, each with how many of its recordings are public. */
const counted = (database: Database, now: Date) =>
  shownProjects(database).leftJoin(
    shownRecordings(database, now)
      .select(['recording.agencyId', 'recording.projectId'])
      .select(sql<number>`count(*)::int`.as('recordings'))
      .groupBy(['recording.agencyId', 'recording.projectId'])
      .as('counted'),
    (join) =>
      join
        .onRef('counted.agencyId', '=', 'publication.agencyId')
        .onRef('counted.projectId', '=', 'publication.projectId'),
  )

const recordingCount = sql<number>`coalesce(counted.recordings, 0)`.as('recordings')

const projectRows = (database: Database, now: Date) =>
  counted(database, now)
    .select(['project.id as key', 'project.code', 'project.title', 'project.isPublicService'])
    .select(['project.presentCondition', 'project.problem', 'project.wantedCondition'])
    .select(around)
    .select(
      sql<string>`(select name from programme where agency_id = project.agency_id and id = project.programme_id)`.as(
        'programmeName',
      ),
    )
    .select([areasOf('code').as('areaCodes'), areasOf('name').as('areas')])
    .select([finishWords('before_words').as('beforeWords'), finishWords('after_words').as('afterWords')])
    .select(
      sql<string | null>`(select source_code from lineage
        where lineage.agency_id = project.agency_id and lineage.project_id = project.id)`.as('sourceCode'),
    )
    .select(recordingCount)
    .select(sql<Date>`publication.published_at`.as('publishedAt'))

const recordingRows = (database: Database, now: Date) =>
  shownRecordings(database, now)
    .select(['recording.id as key', 'recording.code', 'recording.arkNaan', 'recording.arkName', 'recording.title'])
    .select(['recording.alternativeTitle', 'recording.description', 'recording.kind', 'recording.place'])
    .select(['recording.language', 'recording.duration', 'recording.keywords', 'recording.licence'])
    .select(['recording.rightsNote', 'project.code as projectCode', 'project.title as projectTitle'])
    .select(sql<Day | null>`recording.recorded_on`.as('recordedOn'))
    .select(around)
    .select([describedColumns[0], describedColumns[1]])
    .select(
      sql<string[]>`array(select track from caption where caption.agency_id = recording.agency_id
        and caption.recording_id = recording.id and track <> 'chapters' order by track)`.as('captions'),
    )
    .select(sql<Date>`publication.published_at`.as('publishedAt'))

/** What is public of each project, for what counts it. */
const places = (database: Database, now: Date) =>
  counted(database, now).select([
    'project.agencyId',
    'project.id',
    'project.unitId',
    'project.programmeId',
    recordingCount,
  ])

const sums = sql`count(*)::int as projects, sum(recordings)::int as recordings`

/** The rows of each file, as a query whose `key` orders them. */
const queries: Record<OpenDataName, (database: Database, now: Date) => RawBuilder<unknown>> = {
  proyek: (database, now) => sql`${projectRows(database, now)}`,
  dokumentasi: (database, now) => sql`${recordingRows(database, now)}`,
  area: (database, now) => sql`
    select reform_area.set_code || '/' || reform_area.code as key, reform_area.code, reform_area.name,
      reform_set.name as within, ${sums}
    from (${places(database, now)}) as place
    join project_area on project_area.agency_id = place.agency_id and project_area.project_id = place.id
    join reform_area on reform_area.set_code = project_area.set_code and reform_area.code = project_area.area_code
    join reform_set on reform_set.code = reform_area.set_code
    group by reform_area.set_code, reform_area.code, reform_area.name, reform_set.name`,
  unit: (database, now) => sql`
    select agency.slug || '-' || unit.slug as key, agency.slug || '-' || unit.slug as code, unit.name,
      agency.name as within, ${sums}
    from (${places(database, now)}) as place
    join unit on unit.agency_id = place.agency_id and unit.id = place.unit_id
    join agency on agency.id = place.agency_id
    group by agency.slug, unit.slug, unit.name, agency.name`,
  tahun: (database, now) => sql`
    select year::text as key, year::text as code, year::text as name, '' as within, ${sums}
    from (${places(database, now)}) as place
    join programme on programme.agency_id = place.agency_id and programme.id = place.programme_id
    cross join lateral (select extract(year from programme.from_on)::int as year) as begun
    group by year`,
}

/** At most `limit` rows of a file after this key, in the order of their keys. One query. */
export async function listOpenData<Name extends OpenDataName>(
  database: Database,
  name: Name,
  { after, limit }: { after: string | null; limit: number },
  now: Date,
): Promise<Rows[Name][]> {
  const { rows } = await sql<Rows[Name]>`
    select * from (${queries[name](database, now)}) as one
    where ${after}::text is null or one.key::text > ${after}::text
    order by one.key::text limit ${limit}`.execute(database.query)
  return rows
}

/** How many rows a file has, and a fingerprint of all that they say. One query. */
export async function findOpenDataState(database: Database, name: OpenDataName, now: Date) {
  const { rows } = await sql<{ count: number; fingerprint: string }>`
    select count(*)::int as count,
      md5(coalesce(string_agg(md5(one::text), '' order by one.key::text), '')) as fingerprint
    from (${queries[name](database, now)}) as one`.execute(database.query)
  return rows[0] ?? { count: 0, fingerprint: '' }
}

/** What was noted of each file. */
export const listOpenDataNotes = ({ query }: Database) =>
  query.selectFrom('openData').select(['name', 'count', 'fingerprint', 'changedAt']).execute()

type Note = { name: string; count: number; fingerprint: string; changedAt: Date }

/** Notes how a file stands, and since when, unless it stood so before. */
export const saveOpenDataNote = ({ query }: Database, { name, ...fields }: Note) =>
  query
    .insertInto('openData')
    .values({ name, ...fields })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet(fields).whereRef('openData.fingerprint', '<>', 'excluded.fingerprint'),
    )
    .execute()
