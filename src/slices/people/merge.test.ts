import { expect, test } from 'vitest'
import { mergeFacts, mergeObstacle } from './merge.ts'
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
