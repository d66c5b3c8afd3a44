import { roles as allRoles, type Role } from '#kit/actor.ts'
import { conflict } from '#kit/refusal.ts'

/** Akses: that an account may act for an agency, as which person and in which roles. */
export type Access = {
  agencyId: string
  id: string
  accountId: string
  personId: string | null
  roles: readonly Role[]
  endedAt: Date | null
  revision: number
}

/** As the page calls the roles. */
export const roleNames: Record<Role, string> = {
  admin: 'Admin',
  secretariat: 'Sekretariat',
  leadership: 'Pimpinan',
  evaluator: 'Evaluator',
}

/** In their own order, each once. */
const inOrder = (roles: readonly Role[]): Role[] => allRoles.filter((role) => roles.includes(role))

/** The access with these roles. `otherAdmins` are those who stay admin; an agency without one could help nobody. */
export function changeRoles(access: Access, roles: readonly Role[], otherAdmins: number): Access {
  const changed = { ...access, roles: inOrder(roles) }
  if (wouldLeaveNoAdmin(access, changed.roles, otherAdmins)) throw lastAdmin()
  return changed
}

/** The access ended. */
export function endAccess(access: Access, otherAdmins: number, now: Date): Access {
  if (wouldLeaveNoAdmin(access, [], otherAdmins)) throw lastAdmin()
  return { ...access, endedAt: now }
}

const wouldLeaveNoAdmin = (access: Access, roles: readonly Role[], otherAdmins: number): boolean =>
  access.roles.includes('admin') && !roles.includes('admin') && otherAdmins === 0

const lastAdmin = () => conflict('Akun ini satu-satunya admin instansi. Jadikan orang lain admin dahulu, lalu ulangi.')
