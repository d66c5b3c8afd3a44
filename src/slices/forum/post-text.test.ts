import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionedIn, piecesOf } from './post-text.ts'

const members = [
  { id: '1', name: 'Sri' },
  { id: '2', name: 'Sri Wahyuni' },
  { id: '3', name: 'Haris Munandar' },
]
const names = members.map(({ name }) => name)

test('a mention is the longest name that fits, exactly as it is written', () => {
  expect(mentionedIn('Terima kasih @Sri Wahyuni, dan @Haris Munandar.', members)).toEqual(['2', '3'])
  expect(mentionedIn('@Sri Wahyuningsih lain orang', members)).toEqual(['1'])
  expect(mentionedIn('@sri dan @Srikandi, surel a@Sri, Haris Munandar', members)).toEqual([])
  expect(mentionedIn('@Sri @Sri', members)).toEqual(['1'])
})

test('an address ends before what closes the sentence; other schemes are text', () => {
  expect(piecesOf('Lihat (https://contoh.go.id/a?b=1). javascript:alert(1)', names)).toEqual([
    { kind: 'text', text: 'Lihat (' },
    { kind: 'link', text: 'https://contoh.go.id/a?b=1' },
    { kind: 'text', text: '). javascript:alert(1)' },
  ])
  expect(piecesOf('xhttps://contoh.id https://', names)).toMatchObject([{ kind: 'text' }])
})

test('the pieces joined are the text, and a link is always one of the web', () => {
  const part = fc.constantFrom('@Sri', ' Wahyuni', 'https://a.id/', '.', ' ', '\n', '<b>', '"', 'http://', '@')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map((parts) => parts.join('')),
      ),
      (text) => {
        const pieces = piecesOf(text, names)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        expect(pieces.filter(({ kind, text }) => kind === 'link' && !/^https?:\/\/[^\s<>"']+$/i.test(text))).toEqual([])
      },
    ),
  )
})
