import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { eventWords } from '#desk'

const root = new URL('..', import.meta.url).pathname

/** Every event that a command hands to `record`, as the code writes it: `event: '…'`, or a table of them. */
const recorded = new Set(
  globSync('src/slices/**/*{commands,held}.ts', { cwd: root }).flatMap((file) => {
    const text = readFileSync(`${root}${file}`, 'utf8')
    const tables = [...text.matchAll(/const events = \{([^}]*)\}/g)].map((match) => match[1] ?? '')
    const named = [...text.matchAll(/\bevent: '([^']+)'/g)].map((match) => match[1] ?? '')
    return [...named, ...[...tables.join().matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map((match) => match[1] ?? '')]
  }),
)

test('every event that is recorded has words in the journal', () => {
  expect(recorded.size).toBeGreaterThan(20)
  expect([...recorded].filter((event) => !Object.hasOwn(eventWords, event))).toEqual([])
})

test('every event has the form that the journal asks for', () => {
  expect(Object.keys(eventWords).filter((event) => !/^[a-z-]+\.[a-z-]+$/.test(event))).toEqual([])
})
