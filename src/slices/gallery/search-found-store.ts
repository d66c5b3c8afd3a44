import { type RawBuilder, sql } from 'kysely'
import { type FacetName, facetNames, type Search, type SearchKind, type SearchOrder } from './search.ts'
import { type Asker, entries, mayFind } from './search-store.ts'

/** Things on one page of what was found. */
export const foundOnPage = 20

/**
 * Of what matches so many are looked at, the newest: they are counted, put in order and shown. Whoever finds more has
 * not asked closely enough to look through it, and counting half of an archive takes seconds.
 */
export const mostFound = 1000

export type FoundThing = { kind: SearchKind; agencyId: string; thingId: string }
export type FacetCount = { facet: FacetName; key: string; label: string | null; count: number }
/** `isCut`: no more was looked at, and there may be more; the counts are those of the newest. */
export type Found = { total: number; isCut: boolean; things: FoundThing[]; counts: FacetCount[] }

type Facet = {
  /** What of a row is compared with the choice. */
  key: RawBuilder<string>
  /** What is shown for it, where the page has no word of its own. */
  label?: RawBuilder<string>
  /** Several of one row. */
  isList?: boolean
}

const nameOf = (table: 'reform_area' | 'reform_target') =>
  sql<string>`(select name from ${sql.table(table)} where code = key order by set_code limit 1)`

/** The facets of the rows of this name: entries, or what they were gathered to. */
const facetsOf = (row: 'search_entry' | 'grouped', isPublic: boolean): Record<FacetName, Facet> => ({
  kind: { key: sql`${sql.ref(`${row}.kind`)}::text` },
  access: { key: sql`${sql.ref(`${row}.access`)}::text` },
  area: { key: sql`project_summary.area_codes`, label: nameOf('reform_area'), isList: true },
  target: { key: sql`project_summary.target_codes`, label: nameOf('reform_target'), isList: true },
  unit: {
    key: isPublic ? sql`agency.slug || '-' || unit.slug` : sql`unit.slug`,
    label: sql`max(unit_name)`,
  },
  year: { key: sql`extract(year from programme.from_on)::text` },
  stage: { key: sql`project_summary.stage::text` },
  agency: { key: sql`agency.slug`, label: sql`max(agency_name)` },
})

/** What the facets are read from, beside a row that is joined with its project. */
const places = (row: 'search_entry' | 'grouped') => sql`
  join agency on agency.id = ${sql.ref(`${row}.agency_id`)}
  left join project_summary on project_summary.agency_id = project.agency_id
    and project_summary.project_id = project.id
  left join programme on programme.agency_id = project.agency_id and programme.id = project.programme_id
  left join unit on unit.agency_id = project.agency_id and unit.id = project.unit_id`

const orders: Record<SearchOrder, RawBuilder<unknown>> = {
  relevance: sql`rank desc, at desc, thing_id`,
  newest: sql`at desc, thing_id`,
  title: sql`title collate id_num, thing_id`,
}

/**
 * A page of what the asker may find, how much there is, and how much each choice of a facet would leave: a facet is
 * counted under the choices of the others, so what misses a single choice is looked at beside what misses none. What is
 * found is first gathered by project: all facets but kind and access are the project's, so that they are looked up once
 * for each and not for each of its things; what has no project belongs to its agency. One query.
 */
export async function findEntries(asker: Asker, query: string | null, search: Search): Promise<Found> {
  const isPublic = asker.actor === null
  const names = facetNames.filter((name) => search.chosen[name] !== undefined)
  const chosen = (name: FacetName) => sql`${search.chosen[name] ?? null}::text`
  const missed = (name: FacetName) => sql.ref(`missed_${name}`)
  /** 1 where the row is not of this choice, else 0. */
  const misses = (row: 'search_entry' | 'grouped', name: FacetName) => {
    const { key, isList } = facetsOf(row, isPublic)[name]
    return sql`(${isList ? sql`${chosen(name)} = any(${key})` : sql`${key} = ${chosen(name)}`} is not true)::int`
  }
  const sumOf = (parts: RawBuilder<unknown>[]) => (parts.length === 0 ? sql`0` : sql.join(parts, sql` + `))
  const matches = query === null ? sql`true` : sql`search_entry.words @@ ${query}::tsquery`
  const rank = query === null || search.order !== 'relevance' ? sql`0` : sql`ts_rank(words, ${query}::tsquery)`
  const order = orders[query === null && search.order === 'relevance' ? 'newest' : search.order]
  const newest = (missing: RawBuilder<unknown>) => sql`
    (select search_entry.kind, search_entry.agency_id, search_entry.thing_id, search_entry.at,
      coalesce(search_entry.project_id, search_entry.agency_id) as belongs_to, search_entry.access,
      search_entry.title, search_entry.words
    from ${entries}
    ${names.length === 0 ? sql`` : places('search_entry')}
    where ${matches} and search_reads(search_entry.kind) and ${mayFind(asker)} and ${missing}
    order by search_entry.at desc, search_entry.thing_id
    limit ${mostFound})`
  // The kind by itself, since entries are kept by it.
  const holds = names.map((name) =>
    name === 'kind'
      ? sql`search_entry.kind = ${search.chosen.kind}::search_kind`
      : sql`search_holds(${misses('search_entry', name)} = 0)`,
  )
  const missesOne = sql`search_holds(${sumOf(names.map((name) => misses('search_entry', name)))} = 1)`
  const all = Object.entries(facetsOf('grouped', isPublic)) as [FacetName, Facet][]
  // Never prepared, for its `*`: whether the newest are read until enough match, or what matches is gathered first,
  // hangs on the words, and a plan for all words would take seconds for the commonest.
  const { rows } = await sql<Omit<Found, 'isCut'>>`
    with hit as materialized (${newest(holds.length === 0 ? sql`true` : sql.join(holds, sql` and `))}),
    near as materialized (
      ${names.length === 0 ? sql`select * from hit where false` : newest(missesOne)}
    ), grouped as materialized (
      select kind, agency_id, belongs_to, access, count(*) as n
      from (select kind, agency_id, belongs_to, access from hit
        union all select kind, agency_id, belongs_to, access from near) as looked_at
      group by kind, agency_id, belongs_to, access
    ), placed as materialized (
      select grouped.n, unit.name as unit_name, agency.name as agency_name,
        ${sql.join(all.map(([name, { key }]) => sql`${key} as ${sql.ref(`of_${name}`)}`))},
        ${sumOf(names.map((name) => misses('grouped', name)))} as missed
        ${sql.join(
          names.map((name) => sql`, ${misses('grouped', name)} as ${missed(name)}`),
          sql``,
        )}
      from grouped
      left join project on project.agency_id = grouped.agency_id and project.id = grouped.belongs_to
      ${places('grouped')}
    ), counted as (
      ${sql.join(
        all.map(([name, { label, isList }]) => {
          const own = sql.ref(`of_${name}`)
          const key = isList ? sql`unnest(${own})` : own
          const others = names.includes(name) ? missed(name) : sql`0`
          return sql`
            (select ${name}::text as facet, key, ${label ?? sql`null::text`} as label, sum(n)::int as count
            from (select ${key} as key, n, unit_name, agency_name from placed where missed = ${others}) as counted
            where key is not null group by key)`
        }),
        sql` union all `,
      )}
    ), ranked as (
      select *, ${rank} as rank from hit
    ), page as (
      select kind, agency_id, thing_id, row_number() over (order by ${order}) as place
      from ranked
      order by place
      limit ${foundOnPage} offset ${(search.number - 1) * foundOnPage}
    )
    select
      (select count(*)::int from hit) as total,
      (select coalesce(json_agg(json_build_object('kind', kind, 'agencyId', agency_id, 'thingId', thing_id)
        order by place), '[]') from page) as things,
      (select coalesce(json_agg(json_build_object('facet', facet, 'key', key, 'label', label, 'count', count)), '[]')
        from counted) as counts`.execute(asker.db.query)
  const { total, things, counts } = rows[0] ?? { total: 0, things: [], counts: [] }
  return { total, isCut: total === mostFound, things, counts }
}

/** Entries that are looked at for a suggestion, and how many are given. */
const mostLookedAt = 400
export const mostSuggested = 8

/** Things whose title holds what is being typed, the best first; few, and quickly. One query. */
export async function findTitles(asker: Asker, query: string): Promise<FoundThing[]> {
  const { rows } = await sql<FoundThing>`
    select kind, agency_id, thing_id
    from (
      select search_entry.kind, search_entry.agency_id, search_entry.thing_id, search_entry.at,
        ts_rank(search_entry.words, ${query}::tsquery) as rank
      from ${entries}
      where search_entry.words @@ ${query}::tsquery and ${mayFind(asker)}
      limit ${mostLookedAt}
    ) as title
    order by ${orders.relevance}
    limit ${mostSuggested}`.execute(asker.db.query)
  return rows
}
