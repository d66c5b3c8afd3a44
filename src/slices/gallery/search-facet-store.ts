import { type RawBuilder, sql } from 'kysely'
import type { FacetNames, FacetPlace } from './facet.ts'
import type { FacetName, Search } from './search.ts'
import type { Asker } from './search-store.ts'

/** Units of several agencies may be called alike in addresses. */
const unitKey = (isPublic: boolean) =>
  isPublic ? sql<string>`agency.slug || '-' || unit.slug` : sql<string>`unit.slug`
const year = sql<string>`extract(year from programme.from_on)::text`

/** The projects of a choice; `project_summary` says the same of them as its own room does. */
const projectsOf: Partial<Record<FacetName, (choice: string, isPublic: boolean) => RawBuilder<unknown>>> = {
  area: (choice) => summaries(sql`${choice} = any(area_codes)`),
  target: (choice) => summaries(sql`${choice} = any(target_codes)`),
  stage: (choice) => summaries(sql`stage::text = ${choice}`),
  unit: (choice, isPublic) => sql`
    select project.agency_id, project.id as project_id from project
    join agency on agency.id = project.agency_id
    join unit on unit.agency_id = project.agency_id and unit.id = project.unit_id
    where ${unitKey(isPublic)} = ${choice}`,
  year: (choice) => sql`
    select project.agency_id, project.id as project_id from project
    join programme on programme.agency_id = project.agency_id and programme.id = project.programme_id
    where ${year} = ${choice}`,
}

const summaries = (where: RawBuilder<unknown>) => sql`select agency_id, project_id from project_summary where ${where}`

/**
 * Whether an entry is of what was chosen of this facet. Within an agency its projects of the choice are gathered once;
 * of what everybody may read, which is of all agencies, each entry's project is looked up.
 */
export function isOf(asker: Asker, { chosen }: Search, name: FacetName): RawBuilder<boolean> {
  const choice = chosen[name] ?? ''
  if (name === 'kind') return sql`search_entry.kind = ${choice}::search_kind`
  if (name === 'access') return sql`search_entry.access = ${choice}::search_access`
  if (name === 'agency') return sql`search_entry.agency_id = (select id from agency where slug = ${choice})`
  const projects = projectsOf[name]?.(choice, asker.actor === null) ?? sql``
  if (asker.actor !== null)
    return sql`search_entry.project_id in (
      select project_id from (${projects}) as chosen where agency_id = ${asker.db.agencyId})`
  return sql`exists (
    select from (${projects}) as chosen
    where chosen.agency_id = search_entry.agency_id and chosen.project_id = search_entry.project_id offset 0)`
}

type Placed = {
  names: FacetNames
  /** Of each project: id, unit, programme, areas, targets and stage. */
  projects: [string, string, string, string[] | null, string[] | null, string | null][]
  /** Of each unit: what it is called in addresses and by people, and so its agency. */
  units: Readonly<Record<string, [string, string, string | null, string]>>
  years: Readonly<Record<string, string>>
}

/** What these projects are narrowed by, and what their areas and targets are called. One query. */
export async function findPlaces(
  { db, actor }: Asker,
  projects: readonly { agencyId: string; projectId: string }[],
): Promise<{ places: FacetPlace[]; names: FacetNames }> {
  if (projects.length === 0) return { places: [], names: { areas: {}, targets: {} } }
  const isPublic = actor === null
  const namesOf = (table: 'reform_area' | 'reform_target') => sql`(
    select json_object_agg(code, name) from (
      select distinct on (code) code, name from ${sql.table(table)} order by code, set_code) as named)`
  // The ids are something that PostgreSQL cannot see through: knowing how few they are it would plan this anew each
  // time. Units and programmes are few beside projects, so that each is looked up once, and by itself: PostgreSQL
  // would read all of them for each.
  const { rows } = await sql<Placed>`
    with placed as materialized (
      select project.agency_id, project.id, project.unit_id, project.programme_id, area_codes, target_codes, stage
      from unnest(
          (select ${projects.map(({ agencyId }) => agencyId)}::uuid[]),
          (select ${projects.map(({ projectId }) => projectId)}::uuid[])
        ) as found (agency_id, project_id)
      join project on project.agency_id = found.agency_id and project.id = found.project_id
      left join project_summary on project_summary.agency_id = project.agency_id
        and project_summary.project_id = project.id
    )
    select json_build_object('areas', ${namesOf('reform_area')}, 'targets', ${namesOf('reform_target')}) as names,
      (select coalesce(json_agg(json_build_array(id, unit_id, programme_id, area_codes, target_codes, stage)), '[]')
        from placed) as projects,
      (select coalesce(json_object_agg(unit.id, json_build_array(unit.key, unit.name, unit.agency, unit.agency_name)), '{}')
        from (select distinct agency_id, unit_id from placed) as of
        cross join lateral (
          select unit.id, ${unitKey(isPublic)} as key, unit.name, agency.name as agency_name,
            ${isPublic ? sql`agency.slug` : sql`null::text`} as agency
          from unit join agency on agency.id = unit.agency_id
          where unit.agency_id = of.agency_id and unit.id = of.unit_id offset 0) as unit) as units,
      (select coalesce(json_object_agg(begun.id, begun.year), '{}')
        from (select distinct agency_id, programme_id from placed) as of
        cross join lateral (
          select id, ${year} as year from programme
          where agency_id = of.agency_id and id = of.programme_id offset 0) as begun) as years`.execute(db.query)
  const [{ names, projects: placed, units, years } = none] = rows
  const places = placed.flatMap(([projectId, unitId, programmeId, areaCodes, targetCodes, stage]) => {
    const unit = units[unitId]
    if (!unit) return []
    const [unitKey, unitName, agencySlug, agencyName] = unit
    const year = years[programmeId] ?? ''
    return {
      projectId,
      areaCodes: areaCodes ?? [],
      targetCodes: targetCodes ?? [],
      stage,
      year,
      unitKey,
      unitName,
      agencySlug,
      agencyName,
    }
  })
  return { places, names }
}

const none: Placed = { names: { areas: {}, targets: {} }, projects: [], units: {}, years: {} }
