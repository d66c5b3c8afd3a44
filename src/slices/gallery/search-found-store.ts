import { type RawBuilder, sql } from 'kysely'
import { type FacetName, facetNames, type Search, type SearchKind, type SearchOrder } from './search.ts'
import { type Asker, entries, mayFind } from './search-store.ts'

/** Things on one page of what was found. */
export const foundOnPage = 20

export type FoundThing = { kind: SearchKind; agencyId: string; thingId: string }
export type FacetCount = { facet: FacetName; key: string; label: string | null; count: number }
export type Found = { total: number; things: FoundThing[]; counts: FacetCount[] }

type Facet = {
  /** What of a group is compared with the choice. */
  key: RawBuilder<string>
  /** What is shown for it, where the page has no word of its own. */
  label?: RawBuilder<string>
  /** Several of one group. */
  isList?: boolean
}

const nameOf = (table: 'reform_area' | 'reform_target') =>
  sql<string>`(select name from ${sql.table(table)} where code = key order by set_code limit 1)`

const facets = (isPublic: boolean): Record<FacetName, Facet> => ({
  kind: { key: sql`grouped.kind::text` },
  access: { key: sql`nullif(grouped.access, '')` },
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

const orders: Record<SearchOrder, RawBuilder<unknown>> = {
  relevance: sql`rank desc, at desc, thing_id`,
  newest: sql`at desc, thing_id`,
  title: sql`title collate id_num, thing_id`,
}

/**
 * A page of what the asker may find, how much there is, and how much each choice of a facet would leave: a facet is
 * counted under the choices of the others. What is found is first gathered by project: all facets but kind and access
 * are the project's, so that they are looked up once for each and not for each of its things; what has no project belongs
 * to its agency. One query.
 */
export async function findEntries(asker: Asker, query: string | null, search: Search): Promise<Found> {
  const isPublic = asker.actor === null
  const all = Object.entries(facets(isPublic)) as [FacetName, Facet][]
  const chosen = (name: FacetName) => sql`${search.chosen[name] ?? null}::text`
  const missed = (name: FacetName) => sql.ref(`missed_${name}`)
  const matches = query === null ? sql`true` : sql`search_entry.words @@ ${query}::tsquery`
  const rank = query === null || search.order !== 'relevance' ? sql`0` : sql`ts_rank(words, ${query}::tsquery)`
  const order = orders[query === null && search.order === 'relevance' ? 'newest' : search.order]
  const { rows } = await sql<Found>`
    with hit as materialized (
      select search_entry.kind, search_entry.agency_id, search_entry.thing_id, search_entry.at,
        coalesce(search_entry.project_id, search_entry.agency_id) as belongs_to,
        coalesce(search_entry.access::text, '') as access, search_entry.title, ${rank} as rank
      from ${entries}
      where ${matches} and ${mayFind(asker)}
    ), grouped as materialized (
      select kind, agency_id, belongs_to, access, count(*) as n from hit group by kind, agency_id, belongs_to, access
    ), placed as (
      select grouped.kind, grouped.agency_id, grouped.belongs_to, grouped.access, grouped.n,
        unit.name as unit_name, agency.name as agency_name,
        ${sql.join(all.map(([name, { key }]) => sql`${key} as ${sql.ref(`of_${name}`)}`))},
        ${sql.join(
          all.map(([name, { key, isList }]) => {
            const isIn = isList ? sql`${chosen(name)} = any(${key})` : sql`${key} = ${chosen(name)}`
            return sql`(${chosen(name)} is not null and ${isIn} is not true)::int as ${missed(name)}`
          }),
        )}
      from grouped
      join agency on agency.id = grouped.agency_id
      left join project on project.agency_id = grouped.agency_id and project.id = grouped.belongs_to
      left join project_summary on project_summary.agency_id = project.agency_id
        and project_summary.project_id = project.id
      left join programme on programme.agency_id = project.agency_id and programme.id = project.programme_id
      left join unit on unit.agency_id = project.agency_id and unit.id = project.unit_id
    ), weighed as materialized (
      select *, ${sql.join(facetNames.map(missed), sql` + `)} as missed from placed
    ), counted as (
      ${sql.join(
        all.map(([name, { label, isList }]) => {
          const own = sql.ref(`of_${name}`)
          const key = isList ? sql`unnest(${own})` : own
          return sql`
            (select ${name}::text as facet, key, ${label ?? sql`null::text`} as label, sum(n)::int as count
            from (select ${key} as key, n, unit_name, agency_name from weighed where missed = ${missed(name)}) as counted
            where key is not null group by key)`
        }),
        sql` union all `,
      )}
    ), page as (
      select hit.kind, hit.agency_id, hit.thing_id, row_number() over (order by ${order}) as place
      from hit
      join weighed on weighed.kind = hit.kind and weighed.agency_id = hit.agency_id
        and weighed.belongs_to = hit.belongs_to and weighed.access = hit.access
      where weighed.missed = 0
      order by place
      limit ${foundOnPage} offset ${(search.number - 1) * foundOnPage}
    )
    select
      (select coalesce(sum(n), 0)::int from weighed where missed = 0) as total,
      (select coalesce(json_agg(json_build_object('kind', kind, 'agencyId', agency_id, 'thingId', thing_id)
        order by place), '[]') from page) as things,
      (select coalesce(json_agg(json_build_object('facet', facet, 'key', key, 'label', label, 'count', count)), '[]')
        from counted) as counts`.execute(asker.db.query)
  return rows[0] ?? { total: 0, things: [], counts: [] }
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
