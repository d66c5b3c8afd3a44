import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTreeOrder, isOpenOn, subtreeOf, type Unit } from './unit.ts'

const unit = (id: string, parentId: string | null): Unit => ({
  agencyId: 'pustaka',
  id,
  parentId,
  name: id,
  slug: id,
  position: 1,
  fromOn: null,
  untilOn: null,
  revision: 1,
})

test('the tree is read from each unit to what is below it, siblings in the order given', () => {
  const units = [unit('b', null), unit('a', null), unit('a2', 'a'), unit('a1', 'a'), unit('a11', 'a1')]
  expect(inTreeOrder(units).map(({ id, depth }) => [id, depth])).toEqual([
    ['b', 0],
    ['a', 0],
    ['a2', 1],
    ['a1', 1],
    ['a11', 2],
  ])
})

test('every unit stands in the tree once, whatever its shape', () => {
  const trees = fc.array(fc.nat(), { maxLength: 30 }).map((picks) =>
    // Each unit hangs below one that came before it, or is a root.
    picks.map((pick, at) => unit(`${at}`, pick % (at + 1) === at ? null : `${pick % (at + 1)}`)),
  )
  fc.assert(
    fc.property(trees, (units) => {
      expect(
        inTreeOrder(units)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(units.map(({ id }) => id).sort())
    }),
  )
})

test('a subtree holds the unit and all below it, whatever the order of the list', () => {
  const units = [unit('a11', 'a1'), unit('a1', 'a'), unit('a', null), unit('b', null)]
  expect(subtreeOf(units, 'a')).toEqual(new Set(['a', 'a1', 'a11']))
  expect(subtreeOf(units, 'b')).toEqual(new Set(['b']))
})

test('a unit exists from its first day to its last', () => {
  const term = { fromOn: '2026-01-01', untilOn: '2026-12-31' }
  expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => isOpenOn(term, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(isOpenOn({ fromOn: null, untilOn: null }, '1945-08-17')).toBe(true)
})
