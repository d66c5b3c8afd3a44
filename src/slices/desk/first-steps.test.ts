import { expect, test } from 'vitest'
import { type Beginning, firstSteps } from './first-steps.ts'

const empty: Beginning = { heads: new Map(), hasProgramme: false, seats: null }
const titles = (beginning: Beginning) => firstSteps(beginning).map(({ title }) => title)

test('an empty agency begins with its units and its programme', () => {
  expect(titles(empty)).toEqual(['Susun unit kerja', 'Buat program'])
})

test('a programme without seats waits for its decree, one that is over for nothing', () => {
  const heads = new Map([['biro', []]])
  expect(titles({ ...empty, heads, hasProgramme: true, seats: [] })).toEqual(['Catat keputusan penetapan agen'])
  expect(titles({ ...empty, heads, hasProgramme: true })).toEqual([])
})

test('units of agents that nobody heads are counted once each, and agents whom nobody invited', () => {
  const heads = new Map<string, object[]>([
    ['biro', []],
    ['pusat', [{}]],
    ['inspektorat', []],
  ])
  const seat = (unitId: string, agentId: string | null, isUninvited = false) => ({ unitId, agentId, isUninvited })
  const seats = [
    seat('biro', 'nadia', true),
    seat('biro', 'nadia', true),
    seat('pusat', 'bonar', true),
    seat('pusat', null),
  ]
  const begun = { heads, hasProgramme: true, seats }
  expect(titles(begun)).toEqual(['Tunjuk atasan satu unit kerja', 'Undang dua agen'])
  expect(titles({ ...begun, heads: new Map(heads).set('biro', [{}]), seats: [seat('pusat', 'bonar')] })).toEqual([])
})
