import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { themeColours } from '../page.tsx'

const folder = import.meta.dirname
const sheets = readdirSync(folder).filter((file) => file.endsWith('.css'))
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8').replace(/\/\*.*?\*\//gs, '')

const [lightText = '', darkText = ''] = read('tokens.css').split('prefers-color-scheme: dark')
const light = coloursOf(lightText)
const themes = { light, dark: { ...light, ...coloursOf(darkText) } }

function coloursOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6,8});/g)].map(([, name, value]) => [name, value]),
  )
}

/** Contrast of two opaque colours, 1 to 21 (WCAG 2.2, 1.4.3). */
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Which text stands on which grounds. */
const text: Record<string, string[]> = {
  ink: ['paper', 'wash', 'field', 'sheet', 'accent-wash', 'soon-wash', 'late-wash'],
  'ink-2': ['paper', 'wash', 'field', 'sheet'],
  accent: ['paper', 'wash', 'field', 'sheet', 'accent-wash'],
  'accent-deep': ['paper', 'wash', 'sheet'],
  'on-accent': ['accent', 'accent-deep'],
  late: ['paper', 'wash', 'field', 'sheet', 'late-wash'],
  soon: ['paper', 'wash', 'sheet', 'soon-wash'],
  'on-rail': ['rail', 'rail-lit'],
  'on-rail-2': ['rail'],
}

/** Which edges, icons and focus rings must be seen on which grounds. */
const shapes: Record<string, string[]> = {
  edge: ['paper', 'wash', 'field', 'sheet'],
  accent: ['paper', 'wash', 'field'],
  late: ['paper', 'field'],
  'on-rail': ['rail', 'rail-lit'],
}

const pairsOf = (grounds: Record<string, string[]>) =>
  Object.entries(grounds).flatMap(([front, behind]) => behind.map((ground) => [front, ground] as const))

test('both themes name the same colours', () => {
  expect(Object.keys(coloursOf(darkText)).sort()).toEqual(Object.keys(light).sort())
})

describe.each(Object.entries(themes))('in the %s theme', (_, colours) => {
  const of = (token: string) => {
    const value = colours[token]
    if (value === undefined) throw new Error(`There is no colour --${token}.`)
    return value
  }

  test.each(pairsOf(text))('%s can be read on %s', (front, ground) => {
    expect(contrast(of(front), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(pairsOf(shapes))('%s can be told from %s', (front, ground) => {
    expect(contrast(of(front), of(ground))).toBeGreaterThanOrEqual(3)
  })
})

test('contrast is computed as the standard does', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

test('no colour stands outside the tokens', () => {
  const literal = /:[^;{}]*(#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch|color)\(|\b(white|black|red|green|blue|gr[ae]y)\b)/i
  expect(sheets.filter((file) => file !== 'tokens.css' && literal.test(read(file)))).toEqual([])
})

test('every custom property that a sheet uses is a token', () => {
  const known = new Set(
    [
      ...sheets
        .map(read)
        .join('')
        .matchAll(/--([\w-]+):/g),
    ].map(([, name]) => name),
  )
  const used = sheets.flatMap((file) => [...read(file).matchAll(/var\(--([\w-]+)/g)].map(([, name]) => `${name}`))
  expect(used.filter((name) => !known.has(name))).toEqual([])
})

test('the browser paints around a page in the colour of its paper', () => {
  expect(themeColours).toEqual({ light: themes.light.paper, dark: themes.dark.paper })
})

test('the sheet stays under 25 kB compressed', () => {
  expect(brotliCompressSync(sheets.map(read).join('')).length).toBeLessThan(25_000)
})
