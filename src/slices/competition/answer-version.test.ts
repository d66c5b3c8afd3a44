import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnswerVersion, versionAfter } from './answer-version.ts'

const start = new Date('2026-11-24T02:00:00Z')
const minute = 60_000

type Write = { by: string; text: string; after: number }

/** The versions that these writings leave, the oldest first. */
function left(writes: Write[]): AnswerVersion[] {
  const versions: AnswerVersion[] = []
  let at = start.getTime()
  for (const { by, text, after } of writes) {
    at += after * minute
    const version = versionAfter(versions.at(-1), { text, evidence: '' }, by, new Date(at))
    versions[version.number - 1] = version
  }
  return versions
}

test('what one person writes at a stretch is one version, for half an hour', () => {
  const typed = ['a', 'ab', 'abc'].map((text) => ({ by: 'sari', text, after: 10 }))
  expect(left(typed).map(({ text }) => text)).toEqual(['abc'])
  expect(left([...typed, { by: 'sari', text: 'abcd', after: 10 }]).map(({ text }) => text)).toEqual(['abc', 'abcd'])
  expect(left([...typed, { by: 'budi', text: 'x', after: 0 }]).map(({ text }) => text)).toEqual(['abc', 'x'])
})

test('nothing that one person left is written over by another, and the newest is what is stored', () => {
  const write = fc.record({
    by: fc.constantFrom('sari', 'budi'),
    text: fc.string({ maxLength: 5 }),
    after: fc.integer({ min: 0, max: 50 }),
  })
  fc.assert(
    fc.property(fc.array(write, { minLength: 1, maxLength: 12 }), (writes) => {
      const versions = left(writes)
      expect(versions.map(({ number }) => number)).toEqual(versions.map((_, at) => at + 1))
      expect(versions.at(-1)?.text).toBe(writes.at(-1)?.text)
      for (const [at, { by, text }] of writes.entries()) {
        const next = writes[at + 1]
        if (next && next.by !== by) expect(versions.map((version) => version.text)).toContain(text)
      }
    }),
  )
})
