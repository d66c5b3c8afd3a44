import type { Actor, Role } from '#kit/actor.ts'

type Standing = [Actor['standings'][number]['relation'], string]

/** Somebody in no database, for tables of who may do what: of the agency `agency`, with these roles and standings. */
export const actor = (roles: Role[], ...standings: Standing[]): Actor => named('person', roles, ...standings)

/** The same under a name of their own, where it matters who it is. */
export const named = (name: string, roles: Role[], ...standings: Standing[]): Actor => ({
  agencyId: 'agency',
  accountId: name === 'person' ? 'account' : name,
  personId: name,
  unitId: 'unit',
  roles,
  standings: standings.map(([relation, thingId]) => ({ relation, thingId })),
})
