import { type RawBuilder, sql } from 'kysely'
import { plannedAnew } from '#db/prepared.ts'
import { countFacets, type FacetCount, type FoundGroup } from './facet.ts'
import { type FacetName, facetNames, type Search, type SearchKind, type SearchOrder } from './search.ts'
import { findPlaces, isOf } from './search-facet-store.ts'
import { type Asker, entries, mayFind } from './search-store.ts'

/** Things on one page of what was found. */
export const foundOnPage = 20

/**
 * Of what matches so many are looked at, the newest: they are counted, put in order and shown. Whoever finds more has
 * not asked closely enough to look through it, and counting half of an archive takes seconds.
 */
export const mostFound = 1000

export type FoundThing = { kind: SearchKind; agencyId: string; thingId: string }
/** `isCut`: no more was looked at, and there may be more; the counts are those of the newest. */
export type Found = { total: number; isCut: boolean; things: FoundThing[]; counts: FacetCount[] }

const orders: Record<SearchOrder, RawBuilder<unknown>> = {
  relevance: sql`rank desc, at desc, thing_id`,
  newest: sql`at desc, thing_id`,
  title: sql`title collate id_num, thing_id`,
}

type Looked = { total: number; things: FoundThing[]; groups: (FoundGroup & { agencyId: string })[] }

/**
 * A page of what the asker may find, how much there is, and how much each choice of a facet would leave. Beside what is
 * of all choices, what misses a single one of them is looked at, as many of each. Two queries.
 */
export async function findEntries(asker: Asker, query: string | null, search: Search): Promise<Found> {
  const { total, things, groups } = await look(asker, query, search)
  const projects = new Map(groups.flatMap(({ agencyId, projectId }) => (projectId ? [[projectId, agencyId]] : [])))
  const { places, names } = await findPlaces(
    asker,
    [...projects].map(([projectId, agencyId]) => ({ projectId, agencyId })),
  )
  return { total, isCut: total === mostFound, things, counts: countFacets(groups, places, names) }
}

async function look(asker: Asker, query: string | null, search: Search): Promise<Looked> {
  const names = facetNames.filter((name) => search.chosen[name] !== undefined)
  const matches = query === null ? sql`true` : sql`search_entry.words @@ ${query}::tsquery`
  const rank = query === null || search.order !== 'relevance' ? sql`0` : sql`ts_rank(words, ${query}::tsquery)`
  const order = orders[query === null && search.order === 'relevance' ? 'newest' : search.order]
  const newest = (conditions: RawBuilder<unknown>[]) => sql`
    (select search_entry.kind, search_entry.agency_id, search_entry.thing_id, search_entry.at, search_entry.project_id,
      search_entry.access, search_entry.title, search_entry.words
    from ${entries}
    where ${sql.join([matches, sql`search_reads(search_entry.kind)`, mayFind(asker), ...conditions], sql` and `)}
    order by search_entry.at desc, search_entry.thing_id
    limit ${mostFound})`
  /** Things that are of all choices but of this one. */
  const missing = (missed: FacetName) =>
    newest(
      names.map((name) =>
        name === missed ? sql`${isOf(asker, search, name)} is not true` : isOf(asker, search, name),
      ),
    )
  const grouped = (rows: RawBuilder<unknown>, missed: FacetName | null) => sql`
    select kind, agency_id, project_id, access, ${missed}::text as missed, count(*)::int as count
    from ${rows} as looked_at group by kind, agency_id, project_id, access`
  const groups = [grouped(sql`hit`, null), ...names.map((name) => grouped(missing(name), name))]
  const { rows } = await sql<Looked>`${plannedAnew}
    with hit as materialized (${newest(names.map((name) => isOf(asker, search, name)))}),
    page as (
      select kind, agency_id, thing_id, row_number() over (order by ${order}) as place
      from (select hit.kind, agency_id, thing_id, at, title, ${rank} as rank from hit) as ranked
      order by place
      limit ${foundOnPage} offset ${(search.number - 1) * foundOnPage}
    )
    select
      (select count(*)::int from hit) as total,
      (select coalesce(json_agg(json_build_object('kind', kind, 'agencyId', agency_id, 'thingId', thing_id)
        order by place), '[]') from page) as things,
      (select coalesce(json_agg(json_build_object('kind', kind, 'agencyId', agency_id, 'projectId', project_id,
        'access', access, 'missed', missed, 'count', count)), '[]')
        from (${sql.join(groups, sql` union all `)}) as found) as groups`.execute(asker.db.query)
  return rows[0] ?? { total: 0, things: [], groups: [] }
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
