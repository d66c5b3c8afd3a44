import type { FacetName, SearchAccess, SearchKind } from './search.ts'

/** Saringan: one choice of a facet, and how much of what was found it would leave. */
export type FacetCount = { facet: FacetName; key: string; label: string | null; count: number }

/**
 * Things of one kind and access in one project that were found, or that were left out by a single choice, which
 * `missed` names. What belongs to no project has only these two to be narrowed by.
 */
export type FoundGroup = {
  kind: SearchKind
  access: SearchAccess | null
  projectId: string | null
  missed: FacetName | null
  count: number
}

/** What a project is narrowed by. */
export type FacetPlace = {
  projectId: string
  areaCodes: string[]
  targetCodes: string[]
  stage: string | null
  year: string
  /** Unique among all that is searched. */
  unitKey: string
  unitName: string
  /** Null within an agency, where there is no other to choose. */
  agencySlug: string | null
  agencyName: string
}

/** What areas and targets are called, by their codes. */
export type FacetNames = Readonly<Record<'areas' | 'targets', Readonly<Record<string, string>>>>

type Choice = readonly [facet: FacetName, key: string | null, label?: string | undefined]

/**
 * How much each choice of each facet would leave: a facet is counted under the choices of the others, so what misses
 * its choice alone counts for it as well as what misses none.
 */
export function countFacets(groups: readonly FoundGroup[], places: readonly FacetPlace[], names: FacetNames) {
  const placeOf = new Map(places.map((place) => [place.projectId, place]))
  const counts = new Map<string, FacetCount>()
  for (const { kind, access, projectId, missed, count } of groups) {
    const place = placeOf.get(projectId ?? '')
    const choices: Choice[] = [['kind', kind], ['access', access], ...(place ? choicesOf(place, names) : [])]
    for (const [facet, key, label] of choices) {
      if (key === null || (missed !== null && missed !== facet)) continue
      const known = counts.get(`${facet} ${key}`)
      if (known) known.count += count
      else counts.set(`${facet} ${key}`, { facet, key, label: label ?? null, count })
    }
  }
  return [...counts.values()]
}

const choicesOf = (place: FacetPlace, { areas, targets }: FacetNames): Choice[] => [
  ...place.areaCodes.map((code) => ['area', code, areas[code]] as const),
  ...place.targetCodes.map((code) => ['target', code, targets[code]] as const),
  ['stage', place.stage],
  ['year', place.year],
  ['unit', place.unitKey, place.unitName],
  ['agency', place.agencySlug, place.agencyName],
]
