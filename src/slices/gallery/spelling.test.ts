import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slipsOf } from './spelling.ts'

const word = fc.string({ unit: fc.constantFrom(...'aeknrst'), minLength: 5, maxLength: 12 })

test.each([
  ['nasakh', 'naskah'],
  ['pelayannan', 'pelayanan'],
  ['perpustkaan', 'perpustakaan'],
  ['inovasu', 'inovasi'],
  ['raisp', 'arisp'],
])('%s is a slip of %s', (typed, meant) => expect(slipsOf(typed)).toContain(meant))

test('a slip is one both ways: whatever a word may become leads back to it', () => {
  fc.assert(
    fc.property(word, fc.nat(), (meant, at) => {
      const slips = slipsOf(meant)
      const typed = slips[at % slips.length] ?? ''
      fc.pre([...typed].length >= 4)
      expect(slipsOf(typed)).toContain(meant)
    }),
  )
})

test('each is another word, named once, and at most one letter longer or shorter', () => {
  fc.assert(
    fc.property(word, (typed) => {
      const slips = slipsOf(typed)
      expect(new Set(slips).size).toBe(slips.length)
      expect(slips).not.toContain(typed)
      for (const one of slips) expect(Math.abs(one.length - typed.length)).toBeLessThanOrEqual(1)
    }),
  )
})

test('two letters that changed places come before a letter that is another', () => {
  const slips = slipsOf('nasakh')
  expect(slips.indexOf('naskah')).toBeLessThan(slips.indexOf('nasaka'))
})

test('a forgotten letter comes before one too many, unless that one is doubled', () => {
  const places = (typed: string, ...words: string[]) => words.map((one) => slipsOf(typed).indexOf(one))
  const [whole = 0, cut = 0] = places('perpustakan', 'perpustakaan', 'perpustaka')
  expect(whole).toBeLessThan(cut)
  const [single = 0, longer = 0] = places('pelayannan', 'pelayanan', 'pelayannani')
  expect(single).toBeLessThan(longer)
})

test('short words and endless ones have none', () => {
  expect([slipsOf('tik'), slipsOf('a'.repeat(31))]).toEqual([[], []])
})
