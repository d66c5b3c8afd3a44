import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HeadedUnit } from '#people'
import { headsOver, tieOf } from './recusal.ts'

const unit = (id: string, parentId: string | null, ...namedIds: string[]): HeadedUnit => ({
  ...{ id, parentId, namedIds },
  isOpen: true,
  actingIds: namedIds,
})
const aboveOf = (units: HeadedUnit[], id: string) => headsOver(units).get(id)?.aboveIds

describe('whoever is close to a project', () => {
  const project = {
    unitId: 'unit',
    agentIds: ['agent'],
    headIds: ['head'],
    memberIds: ['member'],
    aboveIds: ['deputy'],
  }
  test.each([
    ['agent', 'other', 'agent'],
    ['head', 'other', 'head'],
    ['member', 'other', 'member'],
    ['deputy', 'other', 'above'],
    ['somebody', 'unit', 'unit'],
    ['somebody', 'other', null],
    ['somebody', null, null],
  ])('%s of %s does not judge it because of: %s', (personId, unitId, cause) => {
    expect(tieOf({ personId, unitId }, project)).toBe(cause)
  })
})

describe('who heads a unit above', () => {
  const agency = [
    unit('instansi', null, 'pimpinan'),
    unit('deputi', 'instansi', 'deputi'),
    unit('biro', 'deputi', 'kepala biro', 'plh. biro'),
    unit('bagian', 'biro', 'kepala bagian'),
  ]

  test('is named at each step up, standing in or not, but at the top of all', () => {
    expect(aboveOf(agency, 'bagian')).toEqual(['kepala biro', 'plh. biro', 'deputi'])
    expect(aboveOf(agency, 'deputi')).toEqual([])
    expect(aboveOf(agency, 'instansi')).toEqual([])
  })

  test('is named of the top, too, where another stands beside it that exists today', () => {
    const beside = unit('inspektorat', null, 'inspektur')
    expect(aboveOf([...agency, beside], 'deputi')).toEqual(['pimpinan'])
    expect(aboveOf([...agency, { ...beside, isOpen: false }], 'deputi')).toEqual([])
  })

  test('of all stands in for a unit whose head is away: there it is one’s own', () => {
    const standingIn = agency.map((one) => (one.id === 'deputi' ? unit('deputi', 'instansi', 'pimpinan') : one))
    expect(aboveOf(standingIn, 'biro')).toEqual(['pimpinan'])
  })

  /** Any forest: each unit stands below one before it, or at the top. */
  const forest = fc
    .array(fc.record({ below: fc.nat(), isTop: fc.boolean(), isOpen: fc.boolean(), isHeaded: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    })
    .map((drawn) =>
      drawn.map(({ below, isTop, isOpen, isHeaded }, at): HeadedUnit => {
        const parentId = at === 0 || isTop ? null : `u${below % at}`
        return { ...unit(`u${at}`, parentId, ...(isHeaded ? [`h${at}`] : [])), isOpen }
      }),
    )
  const pathOf = (units: HeadedUnit[], id: string | null): string[] => {
    const found = units.find((one) => one.id === id)
    return found ? [found.id, ...pathOf(units, found.parentId)] : []
  }

  test('is above whatever stands below, however the units come', () => {
    fc.assert(
      fc.property(forest, (units) => {
        const over = headsOver(units)
        const turned = headsOver(units.toReversed())
        for (const { id, parentId } of units) {
          expect(turned.get(id)).toEqual(over.get(id))
          const above = over.get(id)?.aboveIds ?? []
          expect(pathOf(units, parentId).map((one) => `h${one.slice(1)}`)).toEqual(expect.arrayContaining([...above]))
          // Who is above a unit is above all that stands below it.
          for (const lower of units.filter((one) => one.parentId === id))
            expect(over.get(lower.id)?.aboveIds).toEqual(expect.arrayContaining([...above]))
        }
      }),
    )
  })

  test('leaves out nobody but the head of the one top', () => {
    fc.assert(
      fc.property(forest, (units) => {
        const tops = units.filter(({ parentId, isOpen }) => parentId === null && isOpen)
        for (const { id, parentId } of units) {
          const named = units
            .filter((one) => pathOf(units, parentId).includes(one.id))
            .flatMap(({ namedIds }) => namedIds)
          const above = headsOver(units).get(id)?.aboveIds ?? []
          const missing = named.filter((head) => !above.includes(head))
          expect(tops.length === 1 ? (tops[0]?.namedIds ?? []) : []).toEqual(expect.arrayContaining(missing))
        }
      }),
    )
  })

  test('is the same where only the units above it and those at the top are known', () => {
    fc.assert(
      fc.property(forest, fc.nat(), (units, drawn) => {
        const id = `u${drawn % units.length}`
        const known = units.filter((one) => one.parentId === null || pathOf(units, id).includes(one.id))
        expect(headsOver(known).get(id)).toEqual(headsOver(units).get(id))
      }),
    )
  })
})
