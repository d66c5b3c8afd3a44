import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const glossary = readFileSync(`${root}docs/glossary.md`, 'utf8')
const rows = [...glossary.matchAll(/^\| (`?)([^|`]+)\1 \| ([^|]+) \| ([^|]+) \|/gm)]
  .map(([, , english, indonesian]) => ({ english: english?.trim() ?? '', indonesian: indonesian?.trim() ?? '' }))
  .filter(({ english }) => english !== 'in code' && !/^-+$/.test(english))

const twice = (words: string[]) => words.filter((word, at) => words.indexOf(word) !== at)

test('the glossary has rows, and no word stands in it twice in either language', () => {
  expect(rows.length).toBeGreaterThan(40)
  expect(twice(rows.map(({ english }) => english.toLowerCase()))).toEqual([])
  expect(twice(rows.map(({ indonesian }) => indonesian.toLowerCase()))).toEqual([])
})

test('every slice is named by a word of the glossary', () => {
  const slices = existsSync(`${root}src/slices`) ? readdirSync(`${root}src/slices`) : []
  const words = rows.flatMap(({ english }) => [english, `${english}s`]).map((word) => word.replaceAll(' ', '-'))
  const rooms = ['people', 'desk', 'reports', 'gallery', 'competition', 'assessment', 'lke']
  expect(slices.filter((slice) => !words.includes(slice) && !rooms.includes(slice))).toEqual([])
})

test('the doc comment of a domain type opens with the Indonesian word that the glossary has for it', () => {
  const known = new Map(
    rows.map(({ english, indonesian }) => [english.replaceAll(' ', ''), indonesian.split(/[,(]/)[0]?.trim() ?? '']),
  )
  const wrong: string[] = []
  for (const slice of readdirSync(`${root}src/slices`)) {
    for (const file of readdirSync(`${root}src/slices/${slice}`).filter((name) => name.endsWith('.ts'))) {
      const text = readFileSync(`${root}src/slices/${slice}/${file}`, 'utf8')
      for (const [, comment, type] of text.matchAll(
        /\/\*\*\s*(?:\*\s*)?([^\n]*?)\n(?:[^/]*?\*\/\n)?export type (\w+) = \{/g,
      )) {
        const word = known.get(type?.toLowerCase() ?? '')
        if (word && !comment?.toLowerCase().startsWith(word.toLowerCase())) wrong.push(`${slice}/${file}: ${type}`)
      }
    }
  }
  expect(wrong).toEqual([])
})
