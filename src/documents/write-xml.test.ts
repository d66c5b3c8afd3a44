import fc from 'fast-check'
import { expect, test } from 'vitest'
import { element } from './write-xml.ts'
import { attributeIn, piecesOf } from './xml.ts'

/** What XML 1.0 can say of a text. */
const sayable = (text: string) =>
  [...text].filter((letter) => /[\t\n\r\u0020-\ud7ff\ue000-\ufffd]|[\u{10000}-\u{10ffff}]/u.test(letter)).join('')

test('any text comes back from what is written, but for what XML cannot say', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (words, value) => {
      const pieces = [...piecesOf(element('dc:title', { of: value }, words).text)]
      const open = pieces.find(({ kind }) => kind === 'open')
      const text = pieces.flatMap((piece) => (piece.kind === 'text' ? piece.text : [])).join('')
      expect(text).toBe(sayable(words))
      expect(open?.kind === 'open' && attributeIn(open.attributes, 'of')).toBe(sayable(value))
    }),
  )
})

test('what is not there is left out', () => {
  expect(element('a', { b: undefined, c: '1' }, null, element('d'), undefined).text).toBe('<a c="1"><d/></a>')
  expect(element('a', {}, '').text).toBe('<a></a>')
})
