import { expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { programmePolicy } from './policy.ts'

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
  'an agent': somebody({ standings: [{ relation: 'agent', thingId: 'kedudukan' }] }),
  'somebody without a role': somebody(),
  'an admin of another agency': somebody({ agencyId: 'lain', roles: ['admin'] }),
}

test.each<[keyof typeof programmePolicy, string[]]>([
  ['read', ['admin', 'secretariat', 'leadership', 'evaluator', 'an agent', 'somebody without a role']],
  ['add', ['admin', 'secretariat']],
  ['change', ['admin', 'secretariat']],
])('a programme: %s is for %j', (action, who) => {
  const may = Object.entries(actors).filter(([, actor]) => can(programmePolicy, actor, action, { agencyId: 'pustaka' }))
  expect(may.map(([name]) => name)).toEqual(who)
})
