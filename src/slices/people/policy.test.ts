import { describe, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { settingsPolicy } from './agency-policy.ts'
import { personPolicy, registerPolicy } from './person-policy.ts'
import { unitPolicy } from './unit-policy.ts'

const somebody = (but: Partial<Actor> = {}): Actor => ({
  agencyId: 'pustaka',
  accountId: 'akun',
  personId: 'seseorang',
  unitId: 'biro',
  roles: [],
  standings: [],
  ...but,
})

const actors = {
  admin: somebody({ roles: ['admin'] }),
  secretariat: somebody({ roles: ['secretariat'] }),
  leadership: somebody({ roles: ['leadership'] }),
  evaluator: somebody({ roles: ['evaluator'] }),
  'their head': somebody({ standings: [{ relation: 'head', thingId: 'biro' }] }),
  'another head': somebody({ standings: [{ relation: 'head', thingId: 'pusat' }] }),
  'the person': somebody({ personId: 'nadia' }),
  'an agent of the same unit': somebody({ standings: [{ relation: 'agent', thingId: 'kedudukan' }] }),
  'an admin of another agency': somebody({ agencyId: 'lain', roles: ['admin'] }),
}
type Who = keyof typeof actors
const everybody = Object.keys(actors) as Who[]
const insiders = everybody.filter((who) => who !== 'an admin of another agency')

const nadia = { agencyId: 'pustaka', id: 'nadia', unitId: 'biro' }
const agency = { agencyId: 'pustaka' }
const whoMay = (may: (actor: Actor) => boolean) => everybody.filter((who) => may(actors[who]))

describe('of a person’s record', () => {
  test.each<[keyof typeof personPolicy, Who[]]>([
    ['read', ['admin', 'secretariat', 'leadership', 'evaluator', 'their head', 'the person']],
    ['openNip', ['admin', 'secretariat', 'the person']],
    ['readHistory', ['admin', 'secretariat', 'leadership', 'evaluator']],
    ['correct', ['admin', 'secretariat']],
    ['merge', ['admin', 'secretariat']],
  ])('%s is for %j', (action, who) => {
    expect(whoMay((actor) => can(personPolicy, actor, action, nadia))).toEqual(who)
  })

  test('somebody without a unit has no head who could read it', () => {
    expect(can(personPolicy, actors['their head'], 'read', { ...nadia, unitId: null })).toBe(false)
  })
})

test.each<[keyof typeof registerPolicy, Who[]]>([
  ['read', ['admin', 'secretariat', 'leadership', 'evaluator', 'their head', 'another head']],
  ['add', ['admin', 'secretariat']],
])('the register of persons: %s is for %j', (action, who) => {
  expect(whoMay((actor) => can(registerPolicy, actor, action, agency))).toEqual(who)
})

test.each<[keyof typeof unitPolicy, Who[]]>([
  ['read', insiders],
  ['add', ['admin', 'secretariat']],
  ['change', ['admin', 'secretariat']],
  ['nameHead', ['admin', 'secretariat']],
])('units: %s is for %j', (action, who) => {
  expect(whoMay((actor) => can(unitPolicy, actor, action, agency))).toEqual(who)
})

test.each<[keyof typeof settingsPolicy, Who[]]>([
  ['read', ['admin', 'secretariat']],
  ['change', ['admin']],
])('settings: %s is for %j', (action, who) => {
  expect(whoMay((actor) => can(settingsPolicy, actor, action, agency))).toEqual(who)
})
