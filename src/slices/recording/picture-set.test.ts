import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isStale } from '#kit/refusal.ts'
import { arrange, mostPictures, moved, refuseLast, refuseMore } from './picture-set.ts'

const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 })

test('a picture that is moved takes its neighbour’s place, and none is lost or doubled', () => {
  expect(moved(['a', 'b', 'c'], 'c', 'front')).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', 'front')).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 'c', 'back')).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b'], 'x', 'back')).toEqual(['a', 'b'])
  fc.assert(
    fc.property(ids, fc.nat(11), (all, at) => {
      const id = all[at % all.length] ?? ''
      expect(moved(all, id, 'front').toSorted()).toEqual(all.toSorted())
      // Back again it is as it was, unless it stood at the end and did not move.
      if (all[0] !== id) expect(moved(moved(all, id, 'front'), id, 'back')).toEqual(all)
    }),
  )
})

test('an order names each picture that is there once, and no other', () => {
  const there = ['a', 'b', 'c'].map((fileId) => ({ fileId }))
  const order = (...wanted: string[]) => wanted.map((fileId) => ({ fileId, caption: '' }))
  expect(arrange(there, order('c', 'a', 'b'))).toEqual(order('c', 'a', 'b'))
  for (const wanted of [order('a', 'b'), order('a', 'b', 'b'), order('a', 'b', 'x'), order('a', 'b', 'c', 'x')])
    expect(() => arrange(there, wanted)).toThrow(expect.toSatisfy(isStale))
})

test('the last picture stays, only pictures make a set, and a set has its most', () => {
  expect(() => refuseLast([1])).toThrow('satu-satunya gambar')
  refuseLast([1, 2])
  expect(() => refuseMore('film', 2)).toThrow('hanya untuk gambar')
  expect(() => refuseMore('picture', mostPictures + 1)).toThrow('paling banyak 100')
  refuseMore('picture', mostPictures)
})
