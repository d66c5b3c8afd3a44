import type { MayReadFile } from '#files'
import { can } from '#kit/policy.ts'
import { findDecreeById } from './decree-store.ts'
import { decreePolicy } from './policy.ts'

/** The scan of a decree is read by whoever may read the decree. */
export const mayReadDecreeFile: MayReadFile = async (db, actor, decreeId) => {
  const decree = await findDecreeById(db, decreeId)
  return decree !== undefined && can(decreePolicy, actor, 'read', decree)
}
