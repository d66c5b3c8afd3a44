import { describe, expect, test } from 'vitest'
import { can } from '#kit/policy.ts'
import { named as actor } from '#test/actor.ts'
import { areaEvidencePolicy, type ProgressThing, progressPolicy } from './policy.ts'

const place = { agencyId: 'agency', id: 'project', seatId: 'seat', unitId: 'unit', programmeId: 'programme' }
const broughtBy = (name: string): ProgressThing => ({ ...place, author: { accountId: name, personId: name } })

const who = {
  agent: actor('agent', [], ['agent', 'seat']),
  member: actor('member', [], ['member', 'project']),
  'agent of another seat': actor('other', [], ['agent', 'other']),
  head: actor('head', [], ['head', 'unit']),
  steward: actor('steward', [], ['steward', 'project']),
  secretariat: actor('secretary', ['secretariat']),
  admin: actor('admin', ['admin']),
  leadership: actor('leader', ['leadership']),
  evaluator: actor('evaluator', ['evaluator']),
  'secretariat whose own project it is': actor('both', ['secretariat'], ['agent', 'seat']),
  'secretariat who led it to the last day': actor('both', ['secretariat'], ['former-agent', 'seat']),
  'secretariat in its team': actor('both', ['secretariat'], ['member', 'project']),
  'secretariat of another agency': { ...actor('far', ['secretariat']), agencyId: 'elsewhere' },
  nobody: actor('nobody', []),
}
type Who = keyof typeof who

const readers: Who[] = [
  ...(['agent', 'member', 'head', 'steward', 'secretariat', 'admin', 'leadership', 'evaluator'] as const),
  ...(['secretariat whose own project it is', 'secretariat in its team'] as const),
  'secretariat who led it to the last day',
]

/** Every act on what the agent brought, with those who may do it; everybody who is not named may not. */
const table: Record<keyof typeof progressPolicy, Who[]> = {
  read: readers,
  report: readers.filter((name) => !['head', 'steward', 'leadership', 'evaluator'].includes(name)),
  assign: readers.filter((name) => !['head', 'steward', 'leadership', 'evaluator'].includes(name)),
  verify: ['secretariat', 'admin'],
  sendBack: ['secretariat', 'admin'],
  withdraw: ['agent'],
}

describe.each(Object.keys(table) as (keyof typeof table)[])('to %s', (act) => {
  test.each(Object.keys(who) as Who[])('%s', (name) => {
    expect(can(progressPolicy, who[name], act, broughtBy('agent'))).toBe(table[act].includes(name))
  })
})

test.each(Object.keys(who) as Who[])('to take the evidence of a reform area: %s', (name) => {
  const looks: Who[] = ['secretariat', 'admin', 'leadership', 'evaluator', 'secretariat in its team']
  const own: Who[] = ['secretariat whose own project it is', 'secretariat who led it to the last day']
  const mayLook = [...looks, ...own].includes(name)
  expect(can(areaEvidencePolicy, who[name], 'read', { agencyId: 'agency' })).toBe(mayLook)
})

test('what the secretariat brought in the agent’s place, somebody else verifies', () => {
  expect(can(progressPolicy, who.secretariat, 'verify', broughtBy('secretary'))).toBe(false)
  expect(can(progressPolicy, who.admin, 'verify', broughtBy('secretary'))).toBe(true)
  expect(can(progressPolicy, who.secretariat, 'withdraw', broughtBy('secretary'))).toBe(true)
})
