import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { knownPassword, passwordProblem, stemOf } from './password.ts'
import { hashPassword, isOutdated, verifyPassword } from './password-hash.ts'
import { passwordJudge } from './password-list.ts'

const owner = { email: 'sri.lestari@pustaka.example', name: 'Dr. Sri Lestari', agencies: ['Pustaka Nusantara'] }
const judge = passwordJudge()

describe('a password', () => {
  test.each([
    ['sebelaskata', 'paling sedikit 12'],
    ['é'.repeat(129), 'paling banyak 128'],
    ['kopi lestari pagi', 'tidak boleh memuat'],
    ['KOPI-L.E.S.T.A.R.I', 'tidak boleh memuat'],
    ['sri.lestari@pustaka.example', 'tidak boleh memuat'],
    ['pustaka nusantara 45', 'tidak boleh memuat'],
    ['merintis jalan setapak', 'tidak boleh memuat'],
    ['Agen Perubahan jaya', 'tidak boleh memuat'],
    ['aaaaaaaaaaaaaaaa', 'mudah ditebak'],
    ['1234567890123456', 'mudah ditebak'],
    ['katakata123456', 'mudah ditebak'],
    ['Katakatakata!!', 'mudah ditebak'],
    ['Perpustakaan2026', 'mudah ditebak'],
    ['Sayang!!!12345', 'mudah ditebak'],
    ['qwertyuiop12', 'mudah ditebak'],
  ])('%s is refused', async (password, words) => {
    expect(await judge(password, owner)).toContain(words)
  })

  test.each(['gajah menari tujuh', ' spasi di tepi tetap ', `${'é'.repeat(4)}kursi biru`, 'Tr0ub4dor&3-kayu'])(
    '%s is accepted as it was typed',
    async (password) => {
      expect(await judge(password, owner)).toBeNull()
    },
  )

  test('of random letters is hardly ever taken for a known one', async () => {
    const random = fc.string({ minLength: 14, maxLength: 40, unit: fc.constantFrom(...'abcdefghijklmnop') })
    let refused = 0
    await fc.assert(
      fc.asyncProperty(random, async (password) => {
        if ((await judge(password, owner)) !== null) refused += 1
      }),
      { numRuns: 500 },
    )
    expect(refused).toBeLessThanOrEqual(2)
  })
})

test('the stem of a password that repeats a word is that word', () => {
  const word = fc.constantFrom('kata', 'sandi', 'merdeka')
  fc.assert(
    fc.property(word, fc.integer({ min: 1, max: 5 }), fc.nat(99_999), (stem, times, figures) => {
      expect(stemOf(`${stem.repeat(times)}${figures}`)).toBe(stem)
    }),
  )
})

describe('a file of breached passwords', () => {
  const breached = ['gajah menari tujuh', 'kuda makan siang', 'lima ekor merpati']
  const others = Array.from({ length: 500 }, (_, index) => `sandi bocor ${index}`)
  const file = path.join(freshFolder(), 'breached.txt')
  const lines = [...breached, ...others].map((word, index) => `${sha1(word)}:${index * 37}`)
  writeFileSync(file, `${lines.sort().join('\r\n')}\r\n`)
  const judgeByFile = passwordJudge(file)

  test('is searched to its first and last line', async () => {
    for (const password of [...breached, ...others]) expect(await judgeByFile(password, owner)).toBe(knownPassword)
  })

  test('lets pass what it does not hold', async () => {
    for (let index = 500; index < 700; index += 1) expect(await judgeByFile(`sandi bocor ${index}`, owner)).toBeNull()
  })
})

describe('a hash', () => {
  test('is argon2id in PHC, salted, and only the password itself verifies', async () => {
    const [first, second] = await Promise.all([hashPassword('gajah menari'), hashPassword('gajah menari')])
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(first).not.toBe(second)
    expect(await verifyPassword({ hash: first, password: 'gajah menari' })).toBe(true)
    expect(await verifyPassword({ hash: first, password: 'gajah menari ' })).toBe(false)
    expect(await verifyPassword({ hash: 'salt:scrypt', password: 'gajah menari' })).toBe(false)
  })

  test('made by another program at a lower cost verifies, and is due to be made anew', async () => {
    // From the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 8 -p 1 -l 32
    const hash = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
    expect(await verifyPassword({ hash, password: 'password' })).toBe(true)
    expect(isOutdated(hash)).toBe(true)
    expect(isOutdated(await hashPassword('x'))).toBe(false)
  })

  test('is made for any number of people at once', async () => {
    const hashes = await Promise.all(Array.from({ length: 12 }, (_, index) => hashPassword(`sandi ${index}`)))
    expect(new Set(hashes).size).toBe(12)
  })
})

test('a password is never judged by what it may not be compared with: an empty name', () => {
  expect(passwordProblem('gajah menari tujuh', { email: '', name: '', agencies: [''] })).toBeNull()
})

function sha1(word: string): string {
  return createHash('sha1').update(word).digest('hex').toUpperCase()
}
