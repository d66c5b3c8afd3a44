import type { Db } from '#db'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import type { Unit } from './unit.ts'
import { unitPolicy } from './unit-policy.ts'
import { listUnits } from './unit-store.ts'

/** The unit at this address and the tree that it stands in, for somebody who may do this to it. */
export async function unitAt(
  db: Db,
  actor: Actor,
  action: keyof typeof unitPolicy,
  slug: string,
): Promise<{ unit: Unit; units: Unit[] }> {
  const units = await listUnits(db)
  const unit = units.find((each) => each.slug === slug)
  if (unit === undefined) throw notFound()
  authorize(unitPolicy, actor, action, unit)
  return { unit, units }
}
