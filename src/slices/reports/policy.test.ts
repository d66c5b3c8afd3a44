import { expect, test } from 'vitest'
import { type Actor, type Role, relations, roles } from '#kit/actor.ts'
import { watchesNation } from './policy.ts'

const actor = (but: Partial<Actor>): Actor => ({
  agencyId: 'agency',
  accountId: 'account',
  personId: 'person',
  unitId: 'unit',
  roles: [],
  standings: [],
  ...but,
})

const expected: Record<Role, boolean> = { admin: false, secretariat: false, leadership: false, evaluator: true }

test.each(roles)('an account in the role %s watches several agencies only as an evaluator', (role) => {
  expect(watchesNation(actor({ roles: [role] }))).toBe(expected[role])
})

test('no standing opens it, nor all other roles together', () => {
  const standings = relations.map((relation) => ({ relation, thingId: 'thing' }))
  expect(watchesNation(actor({ standings }))).toBe(false)
  expect(watchesNation(actor({ roles: roles.filter((role) => role !== 'evaluator'), standings }))).toBe(false)
})
