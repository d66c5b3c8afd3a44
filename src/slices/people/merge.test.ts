import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeDoubts, mergeFacts, mergeObstacle } from './merge.ts'
import type { PersonFacts } from './person.ts'

const facts = (but: Partial<PersonFacts> = {}): PersonFacts => ({
  titlesBefore: '',
  name: 'Nadia Kusumastuti',
  titlesAfter: '',
  nip: null,
  noNipReason: null,
  position: '',
  grade: '',
  unitId: null,
  email: null,
  ...but,
})

test('the record that stays keeps its facts and takes what it lacks from the other', () => {
  const staying = facts({ position: 'Pustakawan Ahli Muda', noNipReason: 'Belum diketahui' })
  const givenUp = facts({ name: 'Nadia K.', nip: '198504122009122903', position: 'Staf', email: 'nadia@uji.example' })
  expect(mergeFacts(staying, givenUp)).toEqual(
    facts({ nip: '198504122009122903', position: 'Pustakawan Ahli Muda', email: 'nadia@uji.example' }),
  )
})

test('of two NIPs the one of the record that stays is kept', () => {
  const merged = mergeFacts(facts({ nip: '198504122009122903' }), facts({ nip: '198504122009122904' }))
  expect(merged.nip).toBe('198504122009122903')
})

test.each([
  ['Nadia Kusumastuti', 'Nadia K.', false],
  ['Nadia Kusumastuti', 'Nadya Kusumastuti', false],
  ['Nadia Kusumastuti', 'KUSUMASTUTI', false],
  ['Sri Wahyuningtyas', 'Sri Wahyuningtias', false],
  ['Nadia Kusumastuti', 'Bonar Hutapea', true],
  ['Siti Aminah', 'Siti Rahma', true],
])('the names %s and %s: far apart is %s', (name, other, far) => {
  const [one, two] = [facts({ name }), facts({ name: other })]
  expect([mergeDoubts(one, two).length > 0, mergeDoubts(two, one).length > 0]).toEqual([far, far])
})

test.each([
  ['198504122009122003', '198504122009122003', 0],
  ['198504122009122003', '198504122009122004', 0],
  ['198504122009122003', null, 0],
  ['198504122009122003', '198504122011011007', 1],
  ['198504122009122003', '198504212009122003', 1],
])('the NIPs %s and %s raise %i doubts', (nip, other, doubts) => {
  expect(mergeDoubts(facts({ nip }), facts({ nip: other }))).toHaveLength(doubts)
})

test('a record raises no doubt against itself', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z]+( [A-Za-z.]+)*$/), (name) => {
      expect(mergeDoubts(facts({ name }), facts({ name }))).toEqual([])
    }),
  )
})

test('a record merges neither with itself nor with one that was given up', () => {
  const [a, b] = [
    { id: 'a', mergedIntoId: null },
    { id: 'b', mergedIntoId: null },
  ]
  expect(mergeObstacle(a, b)).toBeNull()
  expect(mergeObstacle(a, a)).toMatch('berbeda')
  expect(mergeObstacle(a, { ...b, mergedIntoId: 'c' })).toMatch('dilepas sudah digabung')
  expect(mergeObstacle({ ...a, mergedIntoId: 'c' }, b)).toMatch('dipakai sudah digabung')
})
