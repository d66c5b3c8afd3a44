import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freePath, safeFileName } from './file-name.ts'

test.each([
  ['notula.txt', 'notula.txt'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['..\\..\\boot.ini', '-..-boot.ini'],
  ['C:\\Windows\\a?.exe', 'C--Windows-a-.exe'],
  ['CON.txt', '_CON.txt'],
  ['...', 'berkas'],
  ['', 'berkas'],
  ['.pdf', 'pdf'],
  ['rapat‮fdp.exe', 'rapatfdp.exe'],
  [`${'a'.repeat(200)}.pdf`, `${'a'.repeat(96)}.pdf`],
])('%j is kept as %j', (given, kept) => {
  expect(safeFileName(given)).toBe(kept)
})

test('whatever somebody calls a file, its name is one part of a path, and stays what it is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0x10_ff_ff })), (points) => {
      const given = String.fromCodePoint(...points)
      const name = safeFileName(given)
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[. ]|[. ]$|^$/u)
      expect(Array.from(name).length).toBeLessThanOrEqual(101)
      expect(safeFileName(name)).toBe(name)
    }),
  )
})

test('names that are taken are numbered, and no two are one', () => {
  const taken = new Set<string>()
  const given = ['a/notula.txt', 'a/Notula.TXT', 'a/notula.txt', 'a/notula', 'a/notula', 'b.c/x']
  expect(given.map((name) => freePath(name, taken))).toEqual([
    ...['a/notula.txt', 'a/Notula (2).TXT', 'a/notula (3).txt'],
    ...['a/notula', 'a/notula (2)', 'b.c/x'],
  ])
})
