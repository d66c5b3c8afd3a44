import { expect, test } from 'vitest'
import { countWords } from './words.ts'

test.each([
  ['', 0],
  ['  \n ', 0],
  ['ke-2 dan/atau', 2],
  ['satu\u00a0dua', 2],
  ['2021\u20132023', 2],
  ['satu \u2014 dua', 2],
  ['- butir', 2],
  ['1 butir', 2],
  ['per\u200bpustakaan', 1],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})
