import { expect, test } from 'vitest'
import { freeSlug, slugOf } from './text.ts'

test('a name becomes an address of plain letters, numbers and single dashes', () => {
  expect(slugOf('Biro Hukum, Organisasi, & Tata Laksana')).toBe('biro-hukum-organisasi-tata-laksana')
  expect(slugOf('Café – 2026')).toBe('cafe-2026')
})

test('a slug that is taken gets the first free number', () => {
  expect(freeSlug('biro-hukum', new Set())).toBe('biro-hukum')
  expect(freeSlug('biro-hukum', new Set(['biro-hukum', 'biro-hukum-2']))).toBe('biro-hukum-3')
})
