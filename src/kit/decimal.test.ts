import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asTyped,
  by,
  compare,
  exact,
  grouped,
  inFigures,
  meanOf,
  minus,
  plainDecimal,
  plus,
  sumOf,
  times,
} from './decimal.ts'

const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }))
  .map(([isNegative, figures, places]) => {
    const padded = figures.toString().padStart(places + 1, '0')
    const cut = padded.length - places
    return `${isNegative ? '-' : ''}${padded.slice(0, cut)}${places > 0 ? `.${padded.slice(cut)}` : ''}`
  })
const numbers = decimals.map(exact)

describe('exact numbers', () => {
  test('are equal where binary fractions are not', () => {
    expect(compare(plus(exact('0.1'), exact('0.2')), exact('0.3'))).toBe(0)
    expect(compare(exact('82.50'), exact('82.5'))).toBe(0)
  })

  test('add and multiply in any order, and every step can be undone', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        expect(plus(plus(a, b), c)).toEqual(plus(c, plus(b, a)))
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)))
        expect(minus(plus(a, b), b)).toEqual(a)
        if (b.over !== 0n) expect(by(times(a, b), b)).toEqual(a)
      }),
    )
  })

  test('are ordered as their differences say, and a mean lies between its ends', () => {
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 7 }), (list) => {
        const sorted = list.toSorted(compare)
        const [least, most] = [sorted[0] ?? exact(0), sorted.at(-1) ?? exact(0)]
        const mean = meanOf(list) ?? exact(0)
        expect(compare(least, mean)).toBeLessThanOrEqual(0)
        expect(compare(mean, most)).toBeLessThanOrEqual(0)
        expect(times(mean, exact(list.length))).toEqual(sumOf(list))
      }),
    )
    expect(meanOf([])).toBeUndefined()
  })

  test('are shown with two decimals, rounded half up', () => {
    expect(inFigures(exact('82.345'))).toBe('82,35')
    expect(inFigures(exact('82.344999'))).toBe('82,34')
    expect(inFigures(by(exact(200), exact(3)))).toBe('66,67')
    expect(inFigures(exact('1234.5'))).toBe('1.234,50')
    expect(inFigures(exact('-0.005'))).toBe('-0,01')
    expect(inFigures(exact('-0.001'))).toBe('0,00')
    expect(inFigures(exact('99.5'), 0)).toBe('100')
  })

  test('shown in full and typed again they are what they were', () => {
    fc.assert(
      fc.property(
        decimals.filter((text) => !text.startsWith('-')),
        (text) => {
          expect(exact(plainDecimal(inFigures(exact(text), 6)) ?? '')).toEqual(exact(text))
        },
      ),
    )
  })
})

describe('what is typed', () => {
  test.each([
    ['82,5', '82.5'],
    [' 82.5 ', '82.5'],
    ['1.234,5', '1234.5'],
    ['100', '100'],
    ['0,25', '0.25'],
  ])('%s is %s', (typed, plain) => expect(plainDecimal(typed)).toBe(plain))

  test.each(['', '8,', ',5', '1e3', '-5', '82.5.1', 'delapan', '1.23,4'])('%j is no decimal', (typed) =>
    expect(plainDecimal(typed)).toBeUndefined(),
  )

  test('is shown again without zeros that say nothing', () => {
    expect(['1900.50', '-1234567', '900', '0.25'].map(grouped)).toEqual(['1.900,50', '-1.234.567', '900', '0,25'])
    expect([asTyped('82.50'), asTyped('82.00'), asTyped('100'), asTyped('0.25')]).toEqual(['82,5', '82', '100', '0,25'])
  })
})
