import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeSlug, shortened, slugOf, uncapital } from './text.ts'

test('a name becomes an address of plain letters, numbers and single dashes', () => {
  expect(slugOf('Biro Hukum, Organisasi, & Tata Laksana')).toBe('biro-hukum-organisasi-tata-laksana')
  expect(slugOf('Café – 2026')).toBe('cafe-2026')
  expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59))
})

test('a slug that is taken gets the first free number', () => {
  expect(freeSlug('biro-hukum', new Set())).toBe('biro-hukum')
  expect(freeSlug('biro-hukum', new Set(['biro-hukum', 'biro-hukum-2']))).toBe('biro-hukum-3')
})

test('a long text is cut after a word; a short one stays', () => {
  expect(shortened('Lengkapi data dasar.', 20)).toBe('Lengkapi data dasar.')
  expect(shortened('Lengkapi data dasar, lalu kirim.', 22)).toBe('Lengkapi data dasar…')
  expect(shortened('Lengkapi data dasar layanan', 19)).toBe('Lengkapi data dasar…')
  expect(shortened('Satu\nbaris', 20)).toBe('Satu baris')
  expect(shortened('a'.repeat(30), 10)).toBe(`${'a'.repeat(10)}…`)
})

test('a cut text is no longer than it may be, and begins as the whole does', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 60 }), fc.integer({ min: 10, max: 120 }), (text, most) => {
      const short = shortened(text, most)
      expect([...short].length).toBeLessThanOrEqual(most + 1)
      expect(text.startsWith(short.replace(/…$/, ''))).toBe(true)
    }),
  )
})

test('a sentence that goes on in another begins small, and keeps its capitals', () => {
  expect(uncapital('Tujuan TPB')).toBe('tujuan TPB')
})
