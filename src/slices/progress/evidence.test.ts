import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isConflict } from '#kit/refusal.ts'
import { evidenceObstacle, linesAfter, provedByItAlone } from './evidence.ts'
import { walkFrom } from './evidence-walk.ts'

const lines = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
const states = fc.constantFrom('submitted', 'verified', 'returned', 'withdrawn')
const pieces = fc.uniqueArray(fc.record({ id: fc.nat(20).map(String), lineIds: lines, state: states }), {
  selector: ({ id }) => id,
})

test('what a piece alone proves is left without proof when it goes, and nothing else is', () => {
  fc.assert(
    fc.property(pieces, fc.nat(), (all, pick) => {
      const piece = all[pick % Math.max(1, all.length)]
      if (!piece) return
      const provedBy = (some: typeof all) =>
        new Set(some.filter(({ state }) => state === 'submitted' || state === 'verified').flatMap((one) => one.lineIds))
      const rest = provedBy(all.filter(({ id }) => id !== piece.id))
      const lost = [...provedBy(all)].filter((line) => !rest.has(line))
      expect(provedByItAlone(piece, all).toSorted()).toEqual(lost.toSorted())
    }),
  )
})

describe('the lines that evidence proves', () => {
  test('are those that were chosen and those that the plan no longer has, each once', () => {
    fc.assert(
      fc.property(lines, lines, lines, (current, wanted, planned) => {
        const chosen = wanted.filter((line) => planned.includes(line))
        if (chosen.length === 0) return
        const after = linesAfter(current, chosen, planned)
        expect(new Set(after)).toEqual(new Set([...chosen, ...current.filter((line) => !planned.includes(line))]))
        expect(after).toHaveLength(new Set(after).size)
      }),
    )
  })

  test.each([
    [['x'], 'Rencana aksi sudah berubah'],
    [[], 'Pilih paling sedikit satu kegiatan'],
  ])('are not %j', (chosen, sentence) => {
    const refused = () => linesAfter([], chosen, ['a'])
    expect(refused).toThrow(sentence)
    try {
      refused()
    } catch (error) {
      expect(isConflict(error)).toBe(true)
    }
  })
})

test.each([
  ['preparing', false],
  ['running', true],
  ['finished', true],
  ['closed', false],
  ['stopped', false],
])('evidence comes to a project that is %s: %s', (state, may) => {
  expect(evidenceObstacle({ state }) === null).toBe(may)
})

describe('the walk', () => {
  const piece = (id: string, minute: number, state: 'submitted' | 'verified' = 'submitted') => ({
    id,
    state,
    addedAt: new Date(Date.UTC(2026, 10, 24, 2, minute)),
  })

  test('goes from the earliest that waits to the latest, and round', () => {
    const all = [piece('c', 2), piece('a', 0), piece('b', 1)]
    const at = (id: string) => {
      const here = all.find((one) => one.id === id) ?? piece(id, 0)
      const { before, after, waiting } = walkFrom(here, all)
      return [before?.id, after?.id, waiting]
    }
    expect(at('a')).toEqual(['c', 'b', 2])
    expect(at('b')).toEqual(['a', 'c', 2])
    expect(at('c')).toEqual(['b', 'a', 2])
  })

  test('passes over what was looked at, and ends', () => {
    const done = piece('a', 0, 'verified')
    expect(walkFrom(done, [done, piece('b', 1)]).after?.id).toBe('b')
    expect(walkFrom(done, [done])).toEqual({ before: null, after: null, waiting: 0 })
  })
})
