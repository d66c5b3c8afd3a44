import { expect, test } from 'vitest'
import { dueInWords } from './state.tsx'

test.each([
  [{ state: 'late', days: 4 }, 'Lewat 4 hari'],
  [{ state: 'soon', days: 0 }, 'Hari ini'],
  [{ state: 'soon', days: 1 }, 'Besok'],
  [{ state: 'open', days: 12 }, '12 hari lagi'],
] as const)('%o is said in words: %s', (due, words) => {
  expect(dueInWords(due)).toBe(words)
})
