import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asTyped,
  codeIn,
  isTelling,
  looseWords,
  passageMarks,
  piecesOf,
  readQuestion,
  tsqueryOf,
  withWords,
} from './search.ts'
import { pathOf, readSearch } from './search-address.ts'

const stems = new Map([
  ['perpustakaan', { stem: 'pustaka', longer: null }],
  ['pelayanan', { stem: 'layan', longer: ['pelayanannya'] }],
])
/** Letters, and every sign that means something to PostgreSQL's queries or to texts of SQL. */
const awkward = [...'ab1é😀ﬁß \'"\\-:*&|!()<>%_\0']
const query = (text: string) => tsqueryOf(readQuestion(text), stems)

describe('what was typed', () => {
  test('is read without capitals and accents, a word by its letters and by its stem, the last one as a beginning', () => {
    expect(query('Perpustakaan RÉSMI')).toBe(`(('pustaka') | ('perpustakaan')) & (('resmi') | ('resmi':*))`)
  })

  test('is sought as the longer words in use, where these are known', () => {
    expect(query('pelayanan')).toBe(`(('layan') | ('pelayanan') | ('pelayanannya'))`)
  })

  test('keeps a phrase together, over the common words in it, and leaves out what must not be there', () => {
    expect(query('"pelayanan di perpustakaan" -rapat')).toBe(
      `(('layan' <2> 'pustaka') | ('pelayanan' <2> 'perpustakaan')) & !(('rapat'))`,
    )
  })

  test.each([
    ['di, dan, yang', ['di', 'dan', 'yang']],
    ['😀 — !!', []],
    ['', []],
    ['-rapat', []],
  ])('%s is nothing to look for', (text, common) => {
    const question = readQuestion(text)
    expect([isTelling(question), question.common]).toEqual([false, common])
  })

  test('is read up to its twelfth word, and the page can say so', () => {
    const question = readQuestion('rujukan '.repeat(1250))
    expect([question.isCut, looseWords(question).length]).toEqual([true, 12])
    expect(readQuestion('rujukan satu hari').isCut).toBe(false)
  })

  test('can be said again with other words, which are read as the same', () => {
    const question = withWords(
      readQuestion('perpustakan -rapat "satu hari"'),
      new Map([['perpustakan', 'perpustakaan']]),
    )
    expect(asTyped(question)).toBe('perpustakaan -rapat "satu hari"')
    expect(readQuestion(asTyped(question)).terms).toEqual(question.terms)
  })

  test('is never more than letters, digits and our own signs in a query, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...awkward)), (letters) => {
        const text = letters.join('')
        const written = query(text).replaceAll(/'[\p{L}\p{N}]+'/gu, 'w')
        expect(written).toMatch(/^[w()&|!:*<>\d ]*$/)
      }),
    )
  })

  test.each([
    [' B7K3M9QT ', 'b7k3m9qt'],
    ['bantuan1', null],
    ['b7k3m9q', null],
  ])('%s is a code or is none', (text, code) => expect(codeIn(text)).toBe(code))
})

describe('a passage', () => {
  test('is cut at its marks, and says what it said, whatever stands in it', () => {
    expect(piecesOf('a \u0002b\u0003 \u0001i>')).toEqual([
      { text: 'a ', isFound: false },
      { text: 'b', isFound: true },
      { text: ' <i>', isFound: false },
    ])
    const { begin, end } = passageMarks
    const parts = fc.array(fc.constantFrom('a', '<b>', begin, end, ' '))
    fc.assert(
      fc.property(parts, (all) => {
        const text = piecesOf(all.join('')).map((piece) => piece.text)
        const letters = all.filter((part) => part !== begin && part !== end)
        expect(text.join('').replaceAll(end, '')).toBe(letters.join(''))
      }),
    )
  })
})

describe('an address', () => {
  test('holds the whole search, and gives the same back', () => {
    const path =
      '/cari?q=rujukan&jenis=eviden&area=pelayanan-publik&tahun=2026&tahap=pelaksanaan&akses=tim&urut=terbaru&halaman=2'
    const read = (address: string) => readSearch(Object.fromEntries(new URL(address, 'http://x').searchParams))
    expect(read(path).chosen).toEqual({
      ...{ kind: 'evidence', area: 'pelayanan-publik', year: '2026', stage: 'running', access: 'team' },
    })
    expect(pathOf('/cari', read(path))).toBe(path)
  })

  test('that was typed over asks for what is left of it', () => {
    expect(readSearch({ q: ' a\u0000b ', jenis: 'semua', tahun: "'; --", urut: 'x', halaman: '-1' })).toEqual({
      ...{ text: 'a b', chosen: {}, order: 'relevance', number: 1, isLiteral: false },
    })
  })
})
