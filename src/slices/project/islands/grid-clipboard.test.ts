import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitted, readTabs, writeTabs } from './grid-clipboard.ts'

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
