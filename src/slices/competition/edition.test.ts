import { describe, expect, test } from 'vitest'
import { ageOf, anniversary } from './age.ts'
import { editions, excessOf, fieldsOf, readEdition } from './edition.ts'
import { anEdition } from './make-entry.ts'

describe('an edition', () => {
  test('of 2023 asks eight aspects whose weights sum to 100, with the limits of its form', () => {
    const edition = anEdition()
    expect(edition.aspects.map(({ weight }) => weight)).toEqual(['0', '10', '15', '5', '30', '20', '5', '15'])
    expect(fieldsOf(edition).map(({ limit }) => limit)).toEqual([200, 300, 200, 200, 600, 100, 200, 200, 500])
    expect(edition.categories).toHaveLength(11)
    expect(edition.goals).toHaveLength(17)
  })

  test('has keys that are its own', () => {
    for (const edition of editions) {
      const keys = fieldsOf(edition).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('whose weights do not sum to 100 exactly is none; one that is unknown says so', () => {
    const edition = anEdition()
    const weighing = (...weights: (string | null)[]) => ({
      ...edition,
      aspects: edition.aspects.map((aspect, at) => ({ ...aspect, weight: weights[at] ?? '0' })),
    })
    expect(() => readEdition(weighing('99.99'))).toThrow('sum to 100')
    expect(readEdition(weighing('33.3', '33.3', '33.4')).aspects).toHaveLength(8)
    const unknown = edition.aspects.map((aspect, at) => ({ ...aspect, weight: at === 0 ? null : aspect.weight }))
    expect(readEdition({ ...edition, aspects: unknown }).aspects[0]?.weight).toBeNull()
  })

  test('counts words as a judge does', () => {
    expect(excessOf('ke-2 dan/atau – satu', { limit: 3 })).toBe(0)
    expect(excessOf('satu dua tiga empat', { limit: 3 })).toBe(1)
  })
})

describe('the age of an innovation', () => {
  test.each([
    ['2021-05-12', '2023-05-12', 'enough'],
    ['2021-05-13', '2023-05-12', 'young'],
    ['2020-02-29', '2022-02-28', 'enough'],
    ['2020-02-29', '2022-02-27', 'young'],
  ])('begun %s, by %s: %s', (startedOn, closingOn, state) => {
    expect(ageOf(startedOn, 2, closingOn)).toMatchObject({ state })
  })

  test.each([
    [null, 2, '2023-05-12', 'start'],
    ['2021-05-12', null, '2023-05-12', 'rule'],
    ['2021-05-12', 2, null, 'closing'],
  ] as const)('is never guessed: start %s, years %s, closing %s', (startedOn, years, closingOn, lacks) => {
    expect(ageOf(startedOn, years, closingOn)).toEqual({ state: 'unknown', lacks })
  })

  test('has its anniversary on 29 February again where there is one', () => {
    expect([anniversary('2020-02-29', 4), anniversary('2020-02-29', 1)]).toEqual(['2024-02-29', '2021-02-28'])
  })
})
