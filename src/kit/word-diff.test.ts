import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareWords, countChanges, type Run } from './word-diff.ts'

const words = fc
  .array(fc.constantFrom('nilai', 'awal', 'diukur', 'dari', 'contoh', ' ', '  ', '\n\n', ','), { maxLength: 40 })
  .map((parts) => parts.join(''))
const texts = fc.oneof(words, fc.string())
const without = (kind: Run['kind'], runs: Run[]) =>
  runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('')

test('what stayed and was added is the later text, what stayed and was removed the former', () => {
  fc.assert(
    fc.property(texts, texts, fc.constantFrom(0, 50, undefined), (before, after, most) => {
      const runs = compareWords(before, after, most)
      expect(without('removed', runs)).toBe(after)
      expect(without('added', runs)).toBe(before)
    }),
  )
})

test('equal texts have no change, and texts with a change are not equal', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      expect(countChanges(compareWords(before, before))).toBe(0)
      expect(countChanges(compareWords(before, after)) === 0).toBe(before === after)
    }),
  )
})

test('no two runs of a kind stand beside each other, and none is empty', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const runs = compareWords(before, after)
      expect(runs.filter(({ text }, at) => text === '' || runs[at - 1]?.kind === runs[at]?.kind)).toEqual([])
    }),
  )
})

test('words that change side by side are one change', () => {
  const runs = compareWords('Laporan disampaikan setiap triwulan penuh.', 'Laporan disampaikan tiap bulan berjalan.')
  expect(runs).toEqual([
    { kind: 'same', text: 'Laporan disampaikan ' },
    { kind: 'removed', text: 'setiap triwulan penuh.' },
    { kind: 'added', text: 'tiap bulan berjalan.' },
  ])
  expect(countChanges(runs)).toBe(1)
})

test('beyond its limit the whole between equal ends counts as rewritten', () => {
  expect(compareWords('a b c d', 'a c b d', 1)).toEqual([
    { kind: 'same', text: 'a ' },
    { kind: 'removed', text: 'b c' },
    { kind: 'added', text: 'c b' },
    { kind: 'same', text: ' d' },
  ])
})
