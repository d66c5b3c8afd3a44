import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noid } from '#kit/text.ts'
import { arkInWords, checkCharacter, makeArk, parseArk } from './ark.ts'

const ark = fc
  .tuple(fc.uint8Array({ minLength: 8, maxLength: 8 }), fc.constantFrom('99999', '13030', '12148'))
  .map(([random, naan]) => makeArk(naan, random))
const wordsOf = (naan: string, name: string) => `ark:/${naan}/${name}`

describe('an ARK', () => {
  test('has the check character of NOID’s own example', () => expect(checkCharacter('13030/xf93gt2')).toBe('q'))

  test('is of the alphabet without vowels, and ours are told by their beginning', () => {
    const { arkNaan, arkName } = makeArk('99999', randomBytes(8))
    expect(arkNaan).toBe('99999')
    expect(arkName).toMatch(new RegExp(`^r1[${noid}]{9}$`))
  })

  test('is read as it was written, whatever hyphens and capitals crept in', () => {
    fc.assert(
      fc.property(ark, fc.nat(10), fc.boolean(), (one, at, slash) => {
        const { arkNaan, arkName } = one
        expect(parseArk(arkInWords(one))).toEqual(one)
        const spoilt = `${arkName.slice(0, at)}-${arkName.slice(at).toUpperCase()}`
        expect(parseArk(`ARK:${slash ? '/' : ''}${arkNaan}/${spoilt}`)).toEqual(one)
      }),
    )
  })

  test('with one letter wrong is never another one', () => {
    fc.assert(
      fc.property(ark, fc.nat(8), fc.constantFrom(...noid, 'a', 'l', 'u', '!'), ({ arkNaan, arkName }, at, letter) => {
        const place = at + 2
        fc.pre(arkName.charAt(place) !== letter)
        const wrong = arkName.slice(0, place) + letter + arkName.slice(place + 1)
        expect(parseArk(wordsOf(arkNaan, wrong))).toBeUndefined()
      }),
    )
  })

  test('with one figure of its number wrong is never another one', () => {
    fc.assert(
      fc.property(ark, fc.nat(4), fc.constantFrom(...'0123456789'), ({ arkNaan, arkName }, at, figure) => {
        fc.pre(arkNaan.charAt(at) !== figure)
        const wrong = arkNaan.slice(0, at) + figure + arkNaan.slice(at + 1)
        expect(parseArk(wordsOf(wrong, arkName))).toBeUndefined()
      }),
    )
  })

  test('with two neighbours that changed places is never another one', () => {
    fc.assert(
      fc.property(ark, fc.nat(7), ({ arkNaan, arkName }, at) => {
        const place = at + 2
        const [one = '', other = ''] = arkName.slice(place, place + 2)
        fc.pre(one !== other)
        const wrong = arkName.slice(0, place) + other + one + arkName.slice(place + 2)
        expect(parseArk(wordsOf(arkNaan, wrong))).toBeUndefined()
      }),
    )
  })

  test.each(['', 'ark:', 'ark:/99999/', 'ark:/99999/r1bcdf', 'doi:10.1/x', 'ark:/99999/r1bcdfghjkm/film.mp4'])(
    '"%s" is none',
    (text) => expect(parseArk(text)).toBeUndefined(),
  )
})
