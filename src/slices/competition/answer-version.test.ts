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

test('what is saved as it stands is nobody’s writing: who wrote it goes on', () => {
  const same = { text: 'a', after: 0 }
  const versions = left([
    { by: 'budi', ...same },
    { by: 'sari', ...same },
    { by: 'budi', text: 'ab', after: 0 },
  ])
  expect(versions).toMatchObject([{ text: 'ab', accountId: 'budi' }])
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
      // What changed nothing was written by nobody, and left nothing.
      const written = writes.filter(({ text }, at) => text !== writes[at - 1]?.text)
      for (const [at, { by, text }] of written.entries()) {
        const next = written[at + 1]
        if (next && next.by !== by) expect(versions.map((version) => version.text)).toContain(text)
      }
    }),
  )
})
