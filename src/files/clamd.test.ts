import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { startClamd, virus } from '#test/clamd.ts'
import { freshFolder } from '#test/folder.ts'
import { openClamd } from './clamd.ts'
import { bytesOf } from './hashing.ts'

const daemon = await startClamd()

beforeEach(() => {
  daemon.mood = 'well'
  daemon.most = 1_000_000
})

describe('the scanner', () => {
  test('is given the bytes as they are, however they are cut', async () => {
    daemon.most = 10_000
    const parts = fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(parts, fc.boolean(), async (cut, isInfected) => {
        const whole = Buffer.concat(isInfected ? [...cut, virus] : cut)
        const found = await daemon.scanner.check(bytesOf(whole))
        if (whole.length > daemon.most) return found.found === 'too large'
        return found.found === (isInfected ? 'threat' : 'nothing')
      }),
      { numRuns: 40 },
    )
  })

  test.each(['refused', 'silent', 'broken'] as const)('that is %s says nothing of a file', async (mood) => {
    daemon.mood = mood
    // Waiting for one that is silent is what this is about: a short while will do.
    const scanner = mood === 'silent' ? openClamd(daemon.url, { answer: 100 }) : daemon.scanner
    await expect(scanner.check(bytesOf(randomBytes(3000)))).rejects.toThrow()
    expect(await scanner.whyAway()).toMatch(
      { refused: /memutus sambungan/, silent: /tidak menjawab/, broken: /menjawab "stream: broken ERROR"/ }[mood],
    )
  })

  test('that is not there says why in words', async () => {
    expect(await openClamd('tcp://127.0.0.1:1').whyAway()).toContain('ditolak')
    expect(await openClamd(`unix:${freshFolder()}/none.ctl`).whyAway()).toContain('tidak ada')
    expect(await daemon.scanner.whyAway()).toBeNull()
  })

  test('that was told to report what it did not read whole is taken at its word', async () => {
    daemon.most = 100
    expect(await daemon.scanner.check(bytesOf(Buffer.alloc(5_000_000)))).toEqual({ found: 'too large' })
  })
})
