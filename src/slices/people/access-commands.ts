import { type Db, type Tx, transact } from '#db'
import { record } from '#journal'
import type { Actor, Role } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision } from '#kit/refusal.ts'
import { type Access, changeRoles, endAccess } from './access.ts'
import { accessPolicy } from './access-policy.ts'
import { holdAccess, holdAdmins, saveAccess } from './access-store.ts'

/** Gives the access these roles and no others. The last admin stays one. */
export const giveRoles = (
  db: Db,
  actor: Actor,
  to: { accessId: string; roles: readonly Role[]; revision: number },
  now: Date,
): Promise<void> =>
  transact(db, async (tx) => {
    const access = await holdLive(tx, to.accessId)
    authorize(accessPolicy, actor, 'changeRoles', access)
    compareRevision(access.revision, to.revision)
    const changed = changeRoles(access, to.roles, await countOtherAdmins(tx, access))
    await saveAccess(tx, changed)
    const details = { before: access.roles.join(' '), after: changed.roles.join(' ') }
    await record(tx, actor, { event: 'access.roles-changed', thing: { kind: 'access', id: access.id }, details }, now)
  })

/** From now on the account may no longer act for the agency; its open pages there end with its next request. */
export const removeAccess = (db: Db, actor: Actor, accessId: string, now: Date): Promise<void> =>
  transact(db, async (tx) => {
    const access = await holdLive(tx, accessId)
    authorize(accessPolicy, actor, 'end', access)
    await saveAccess(tx, endAccess(access, await countOtherAdmins(tx, access), now))
    await record(tx, actor, { event: 'access.ended', thing: { kind: 'access', id: access.id } }, now)
  })

/** Admins are locked before the one access, so that two who lock one another wait instead of deadlock. */
async function holdLive(tx: Tx, id: string): Promise<Access | undefined> {
  await holdAdmins(tx)
  const access = await holdAccess(tx, id)
  return access?.endedAt === null ? access : undefined
}

const countOtherAdmins = async (tx: Tx, access: Access): Promise<number> =>
  (await holdAdmins(tx)).filter((id) => id !== access.id).length
