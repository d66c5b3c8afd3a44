import { expect, test } from 'vitest'
import type { SeatRow } from '#appointment'
import type { Actor, Role } from '#kit/actor.ts'
import { type Beginning, firstSteps } from './first-steps.ts'

const actor = (...roles: Role[]): Actor => ({
  agencyId: 'agency',
  accountId: 'account',
  personId: null,
  unitId: null,
  roles,
  standings: [],
})
const seat = (number: number, unitId: string): SeatRow => ({
  agencyId: 'agency',
  id: `seat-${number}`,
  programmeId: 'programme',
  number,
  level: 'central',
  unitId,
  unitName: unitId,
  agent: null,
})
const empty: Beginning = { heads: new Map(), hasProgramme: false, seats: null, uninvited: [] }
const titles = (beginning: Beginning, who = actor('admin')) => firstSteps(who, beginning).map(({ title }) => title)

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
  const seats = [seat(1, 'biro'), seat(2, 'biro'), seat(3, 'pusat')]
  const begun = { heads, hasProgramme: true, seats, uninvited: [{}, {}] }
  expect(titles(begun)).toEqual(['Tunjuk atasan satu unit kerja', 'Undang dua agen'])
  expect(titles({ ...begun, heads: new Map(heads).set('biro', [{}]), uninvited: [] })).toEqual([])
})

test.each<Role[]>([[], ['leadership'], ['evaluator']])(
  'whoever does not run the programme is asked nothing: %s',
  (...roles) => {
    expect(titles(empty, actor(...roles))).toEqual([])
  },
)
