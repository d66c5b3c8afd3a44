import { sql } from 'kysely'
import type { Db } from '#db'
import type { AimCount, WatchedAgency } from './national.ts'

/** Whose figures, of which year, and when they are asked for. */
type Asked = { accountId: string; year: number; now: Date }

/** The agencies that let this account look on as their evaluator: the only ones whose rows are read here. */
const watched = ({ accountId, now }: Pick<Asked, 'accountId' | 'now'>) => sql`
  select agency.id, agency.name, (${now}::timestamptz at time zone agency.zone)::date as today
  from access
  join agency on agency.id = access.agency_id
  where access.account_id = ${accountId} and access.ended_at is null and 'evaluator' = any(access.roles)`

/** The programmes of the watched agencies that began in the year. */
const programmes = ({ year }: Pick<Asked, 'year'>) => sql`
  join programme on programme.agency_id = watched.id
    and programme.from_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`

const has = (condition: ReturnType<typeof sql>) => sql`coalesce(sum(projects) filter (where ${condition}), 0)::int`
const at = (stage: string) => has(sql`is_open and stage = ${sql.lit(stage)}`)

/**
 * What is counted of each watched agency: of the programmes that began in the year, and the agents in force on its last
 * day, as the LKE counts them. One query, over indexes alone; which stage's day binds a project is `boundBy` of the project, said again here.
 */
export async function listWatched({ query }: Pick<Db, 'query'>, asked: Asked): Promise<WatchedAgency[]> {
  const lastDay = `${asked.year}-12-31`
  const { rows } = await sql<WatchedAgency>`
    with watched as materialized (${watched(asked)}),
    counted as (
      select programme.agency_id, programme.id as programme_id, of_programme.*
      from watched ${programmes(asked)}
      cross join lateral (
        select stage, state, count(*) as projects, count(*) filter (where integrated) as integrated
        from project_summary
        where project_summary.agency_id = programme.agency_id and project_summary.programme_id = programme.id
        group by stage, state
      ) as of_programme
    ),
    known as (
      select watched.id, watched.name, counted.stage, counted.state, projects, integrated,
        counted.state not in ('closed', 'stopped') as is_open, stage.due_on < watched.today as is_past
      from watched
      left join counted on counted.agency_id = watched.id
      left join stage on stage.agency_id = counted.agency_id and stage.programme_id = counted.programme_id
        and stage.kind = case
          when counted.state = 'running' and counted.stage <> 'finishing' then 'running' else counted.stage
        end
    )
    select id as agency_id, name,
      (select count(distinct person_id)::int from appointment
        where appointment.agency_id = known.id
          and appointment.until_on >= ${lastDay}::date and appointment.from_on <= ${lastDay}::date) as agents,
      coalesce(sum(projects), 0)::int as projects,
      ${at('preparing')} as preparing, ${at('approval')} as approval, ${at('verification')} as verification,
      ${at('presentation')} as presentation, ${at('running')} as running, ${at('finishing')} as finishing,
      ${has(sql`state = 'closed'`)} as closed, ${has(sql`state = 'stopped'`)} as stopped,
      ${has(sql`is_open and is_past`)} as late, coalesce(sum(integrated), 0)::int as integrated
    from known
    group by id, name`.execute(query)
  return rows
}

type CountedAim = AimCount & { kind: 'area' | 'target' }

/**
 * How many projects of the watched agencies, or of these among them, serve each area and each target, in the order of
 * their set; an area of another set that bears the same name is the same. One query.
 */
export async function listAims(
  { query }: Pick<Db, 'query'>,
  asked: Asked,
  among: string[] | null,
): Promise<{ areas: AimCount[]; targets: AimCount[] }> {
  const { rows } = await sql<CountedAim>`
    with watched as materialized (${watched(asked)}),
    wanted as materialized (
      select programme.set_code, project.area_codes, project.target_codes, count(*) as projects
      from watched ${programmes(asked)}
      join project_summary as project
        on project.agency_id = programme.agency_id and project.programme_id = programme.id
      ${among === null ? sql`` : sql`where watched.id = any(${among}::uuid[])`}
      group by programme.set_code, project.area_codes, project.target_codes
    )
    select 'area' as kind, aim.name, min(aim.position) as position, sum(projects)::int as projects
    from wanted
    join reform_area as aim on aim.set_code = wanted.set_code and aim.code = any(wanted.area_codes)
    group by aim.name
    union all
    select 'target', aim.name, min(aim.position), sum(projects)::int
    from wanted
    join reform_target as aim on aim.set_code = wanted.set_code and aim.code = any(wanted.target_codes)
    group by aim.name
    order by kind, position, name`.execute(query)
  const ofKind = (wanted: CountedAim['kind']) => rows.filter(({ kind }) => kind === wanted)
  return { areas: ofKind('area'), targets: ofKind('target') }
}

/** The years in which programmes of the watched agencies began, the newest first. One query. */
export async function listYears({ query }: Pick<Db, 'query'>, asked: Omit<Asked, 'year'>): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    with watched as materialized (${watched(asked)})
    select distinct extract(year from programme.from_on)::int as year
    from watched
    join programme on programme.agency_id = watched.id
    order by year desc`.execute(query)
  return rows.map(({ year }) => year)
}
