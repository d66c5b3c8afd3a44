import { expect, test } from 'vitest'
import { parseEdition } from './edition.ts'
import { nextEdition } from './next-edition.ts'
import { shipped } from './shipped.ts'

test('every edition can be begun for another year: its rules as remembered, its dates as unknown', () => {
  for (const edition of shipped) {
    const next = nextEdition(edition, 2031)
    expect(parseEdition(next)).toEqual({ edition: next })
    expect(next).toMatchObject({ year: 2031, opensOn: null, closingOn: null, aspects: edition.aspects })
    expect(next.key).toContain('2031')
    expect(next.label).toContain('2031')
    const { dates, basis, ...others } = next.provenance
    expect([dates.certainty, basis.certainty]).toEqual(['unknown', 'unknown'])
    expect(new Set(Object.values(others).map(({ certainty }) => certainty))).toEqual(new Set(['remembered']))
  }
})
