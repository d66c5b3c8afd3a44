import { expect, test } from 'vitest'
import { headsByUnit } from './head.ts'

const units = [
  { id: 'sekretariat', parentId: null },
  { id: 'biro', parentId: 'sekretariat' },
  { id: 'bagian', parentId: 'biro' },
]
const head = (unitId: string, kind: 'definitive' | 'plt' | 'plh', name: string) => ({ unitId, kind, name })
const whoActs = (heads: ReturnType<typeof head>[], unitId: string) =>
  headsByUnit(units, heads)
    .get(unitId)
    ?.map(({ name }) => name)

test('the definitive head of a unit acts for it', () => {
  expect(whoActs([head('biro', 'definitive', 'Bonar'), head('sekretariat', 'definitive', 'Sri')], 'biro')).toEqual([
    'Bonar',
  ])
})

test('the tasks of an absent head pass to the Plh., then to the Plt.; the head keeps the right to act', () => {
  const heads = [head('biro', 'definitive', 'Bonar'), head('biro', 'plt', 'Tari'), head('biro', 'plh', 'Hasan')]
  expect(whoActs(heads, 'biro')).toEqual(['Hasan', 'Tari', 'Bonar'])
})

test('a unit without a head passes to whoever heads the nearest unit above it', () => {
  expect(whoActs([head('sekretariat', 'definitive', 'Sri')], 'bagian')).toEqual(['Sri'])
  const both = [
    head('sekretariat', 'definitive', 'Sri'),
    head('biro', 'plt', 'Tari'),
    head('biro', 'definitive', 'Bonar'),
  ]
  expect(whoActs(both, 'bagian')).toEqual(['Tari', 'Bonar'])
})

test('where nobody heads any unit above, nobody acts', () => {
  expect(whoActs([head('bagian', 'definitive', 'Dewi')], 'biro')).toEqual([])
})
