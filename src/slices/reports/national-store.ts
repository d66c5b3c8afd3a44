import { sql } from 'kysely'
import type { Db } from '#db'
import type { AimCount, WatchedAgency } from './national.ts'

/** Whose figures, of which year, and when they are asked for. */
type Asked = { accountId: string; year: number; now: Date }

/** The agencies that let this account look on as their evaluator: the only ones whose rows are read here. */
const watched = ({ accountId }: Pick<Asked, 'accountId'>) => sql`
  select agency.id, agency.name, agency.zone
  from access
  join agency on agency.id = access.agency_id
  where access.account_id = ${accountId} and access.ended_at is null and 'evaluator' = any(access.roles)`

/** That a programme began in the year. */
const beganIn = ({ year }: Pick<Asked, 'year'>) => sql`
  programme.from_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`

const has = (condition: ReturnType<typeof sql>) => sql`coalesce(sum(projects) filter (where ${condition}), 0)::int`
const at = (stage: string) => has(sql`is_open and stage = ${sql.lit(stage)}`)

/**
 * What is counted of each watched agency: of the programmes that began in the year, and the agents in force on its last
 * day, as the LKE counts them. One query, over what each programme keeps of its projects; which stage's day binds a
 * project is `boundBy` of the project, said again here.
 */
export async function listWatched({ query }: Pick<Db, 'query'>, asked: Asked): Promise<WatchedAgency[]> {
  const lastDay = `${asked.year}-12-31`
  const { rows } = await sql<WatchedAgency>`
    with watched as materialized (${watched(asked)}),
    known as (
      select watched.id, watched.name, counted.stage, counted.state, projects, integrated,
        counted.state not in ('closed', 'stopped') as is_open,
        due_on < (${asked.now}::timestamptz at time zone watched.zone)::date as is_past
      from watched
      -- For one agency after the other: PostgreSQL takes them for few, and would hold each against all.
      left join lateral (
        select standing.stage, standing.state, standing.projects, standing.integrated, stage.due_on
        from programme
        join programme_standing as standing
          on standing.agency_id = programme.agency_id and standing.programme_id = programme.id
        left join stage on stage.agency_id = standing.agency_id and stage.programme_id = standing.programme_id
          and stage.kind = case
            when standing.state = 'running' and standing.stage <> 'finishing' then 'running' else standing.stage
          end
        where programme.agency_id = watched.id and ${beganIn(asked)}
      ) as counted on true
    )
    select id as agency_id, name,
      -- Gathered before they are counted: sorting the persons of each agency would take longer than all else.
      (select count(*)::int from (
        select from appointment
        where appointment.agency_id = known.id
          and appointment.until_on >= ${lastDay}::date and appointment.from_on <= ${lastDay}::date
        group by person_id) as once) as agents,
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
      select programme.set_code, served.kind, served.code, sum(served.projects) as projects
      from watched
      join programme on programme.agency_id = watched.id and ${beganIn(asked)}
      join programme_aim as served
        on served.agency_id = programme.agency_id and served.programme_id = programme.id
      where ${among}::uuid[] is null or watched.id = any(${among}::uuid[])
      group by programme.set_code, served.kind, served.code
    )
    select wanted.kind, aim.name, min(aim.position) as position, sum(wanted.projects)::int as projects
    from wanted
    join (
      select 'area'::aim_kind as kind, set_code, code, name, position from reform_area
      union all
      select 'target', set_code, code, name, position from reform_target
    ) as aim on aim.kind = wanted.kind and aim.set_code = wanted.set_code and aim.code = wanted.code
    where wanted.projects > 0
    group by wanted.kind, aim.name
    order by wanted.kind, position, aim.name`.execute(query)
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
