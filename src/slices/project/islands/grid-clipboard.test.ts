import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayHere, fitted, isOfGrid, numberHere, readTabs, writeHtml, writeTabs } from './grid-clipboard.ts'

test('a block is read as Excel copies it', () => {
  expect(readTabs('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(readTabs('"dua\nbaris"\t"kata ""penting"""')).toEqual([['dua\nbaris', 'kata "penting"']])
  expect(readTabs('\t\n\tx')).toEqual([
    ['', ''],
    ['', 'x'],
  ])
  expect(readTabs('5" layar\t2')).toEqual([['5" layar', '2']])
  expect(readTabs('"Satu" dan dua\t90,5\r\n\t"dua\r\nbaris"\r\n')).toEqual([
    ['"Satu" dan dua', '90,5'],
    ['', 'dua\nbaris'],
  ])
})

test('Excel on a Mac ends its lines in its own way', () => {
  expect(readTabs('a\tb\rc\td\r')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})

test('law: what is copied is what is pasted', () => {
  const cell = fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\r', ''))
  const blocks = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }))
  fc.assert(
    fc.property(blocks, (block) => {
      expect(readTabs(writeTabs(block))).toEqual(block)
    }),
  )
})

test('one text is copied alone, without a line to end', () => {
  expect(writeTabs([['a']])).toBe('a')
  expect(writeTabs([['a', '']])).toBe('a\t\n')
  expect(readTabs(writeTabs([['a'], ['']]))).toEqual([['a'], ['']])
})

test('one cell fills all that is chosen, and a block that fits in evenly repeats', () => {
  expect(fitted([['x']], 2, 2)).toEqual([
    ['x', 'x'],
    ['x', 'x'],
  ])
  expect(fitted([['a'], ['b']], 4, 1)).toEqual([['a'], ['b'], ['a'], ['b']])
  expect(fitted([['a', 'b']], 3, 3)).toEqual([['a', 'b']])
})

test('a spreadsheet takes each text as a text, and a number by its value', () => {
  const html = writeHtml(
    [
      ['=1+1', '90,5'],
      ['007 <b>&', '-2'],
    ],
    ['text', 'number'],
  )
  const cells = [...html.matchAll(/<td ([^>]*)>(.*?)<\/td>/g)].map(([, how, text]) => [how, text])
  const asText = `style='mso-number-format:"\\@"' sdnum="1033;0;@"`
  expect(cells).toEqual([
    [asText, '=1+1'],
    ['x:num="90.5" sdval="90.5" sdnum="1033;"', '90,5'],
    [asText, '007 &lt;b&gt;&amp;'],
    ['x:num="-2" sdval="-2" sdnum="1033;"', '-2'],
  ])
  expect(isOfGrid(html)).toBe(true)
})

test('a day, or a number that could not be taken, goes as a text, and a line break stays in its cell', () => {
  const html = writeHtml([['03/04/2026', '+62 811', 'dua\nbaris']], ['day', 'number', 'text'])
  expect(html).not.toContain('x:num')
  expect(html).toContain('dua<br style="mso-data-placement:same-cell;">baris</td>')
})

test.each([
  // What is shown, what stands behind it, whether the sheet has points, and how it is written here.
  ['1,250', 1250, false, '1.250'],
  ['1.250', 1250, false, '1.250'],
  ['1.250', 1.25, false, '1,250'],
  ['1,25', 1.2541, false, '1,25'],
  ['-90.5', -90.5, false, '-90,5'],
  ['12.5%', 0.125, false, '12,5%'],
  ['12,5 %', 0.125, true, '12,5 %'],
  ['1,250.75', undefined, true, '1.250,75'],
  ['1.250', undefined, false, '1.250'],
  ['31.12.2026', undefined, true, '31.12.2026'],
  ['1,2,3', undefined, true, '1,2,3'],
  ['TW II', undefined, true, 'TW II'],
])('%s with %s behind it (points: %s) is %s', (shown, value, isPointed, here) => {
  expect(numberHere(shown, value, isPointed)).toBe(here)
})

test('a day is counted as sheets do', () => {
  expect([46_387, 46_115.75].map(dayHere)).toEqual(['31/12/2026', '03/04/2026'])
})
