import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countFacets, type FacetPlace, type FoundGroup } from './facet.ts'

const place = (projectId: string, more: Partial<FacetPlace> = {}): FacetPlace => ({
  ...{ projectId, areaCodes: ['pengawasan', 'tatalaksana'], targetCodes: ['bersih'], stage: 'running', year: '2026' },
  ...{ unitKey: 'biro-1', unitName: 'Biro Satu', agencySlug: 'badan', agencyName: 'Badan' },
  ...more,
})
const names = { areas: { pengawasan: 'Pengawasan' }, targets: {} }
const group = (more: Partial<FoundGroup>): FoundGroup => ({
  ...{ kind: 'project', access: 'team', projectId: 'a', missed: null, count: 1 },
  ...more,
})

test('a facet is counted under the choices of the others: what misses its own choice alone counts for it', () => {
  const groups = [
    group({ count: 2 }),
    group({ projectId: 'b', missed: 'year', count: 5 }),
    group({ missed: 'kind', kind: 'evidence' }),
  ]
  const counts = countFacets(groups, [place('a'), place('b', { year: '2025' })], names)
  const of = (facet: string) =>
    Object.fromEntries(counts.filter((one) => one.facet === facet).map(({ key, count }) => [key, count]))
  expect([of('year'), of('kind'), of('area')]).toEqual([
    { 2025: 5, 2026: 2 },
    { project: 2, evidence: 1 },
    { pengawasan: 2, tatalaksana: 2 },
  ])
  expect(counts.find(({ key }) => key === 'pengawasan')?.label).toBe('Pengawasan')
  expect(counts.find(({ key }) => key === 'tatalaksana')?.label).toBeNull()
})

test('what belongs to no project, or has no access of its own, is counted by what it has', () => {
  expect(countFacets([group({ kind: 'person', access: null, projectId: null })], [], names)).toEqual([
    { facet: 'kind', key: 'person', label: null, count: 1 },
  ])
})

test('each thing is in one kind, one unit and one year; no choice leaves more than there is', () => {
  const groups = fc.array(
    fc.record({
      kind: fc.constantFrom('project' as const, 'evidence' as const),
      access: fc.constantFrom('team' as const, 'agency' as const),
      projectId: fc.constantFrom('a', 'b', 'c'),
      missed: fc.constantFrom(null, 'year' as const),
      count: fc.integer({ min: 1, max: 9 }),
    }),
  )
  const places = [place('a'), place('b', { year: '2025', unitKey: 'biro-2' }), place('c', { areaCodes: [] })]
  fc.assert(
    fc.property(groups, (all) => {
      const counts = countFacets(all, places, names)
      const sumOf = (some: { count: number }[]) => some.reduce((sum, { count }) => sum + count, 0)
      const found = sumOf(all.filter(({ missed }) => missed === null))
      for (const facet of ['kind', 'unit', 'access'])
        expect(sumOf(counts.filter((one) => one.facet === facet))).toBe(found)
      expect(sumOf(counts.filter(({ facet }) => facet === 'year'))).toBe(sumOf(all))
      for (const { facet, count } of counts) expect(count).toBeLessThanOrEqual(facet === 'year' ? sumOf(all) : found)
    }),
  )
})
