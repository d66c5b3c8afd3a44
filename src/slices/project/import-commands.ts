import { createHash } from 'node:crypto'
import { type Db, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { stale } from '#kit/refusal.ts'
import { requireOpen } from './action-plan.ts'
import { insteadOfAgent } from './gate-commands.ts'
import { raiseMatrix } from './grid-store.ts'
import { hold, settle } from './held.ts'
import { difference } from './import/difference.ts'
import { type Absent, propose } from './import/propose.ts'
import type { ReadRow } from './import/reading.ts'
import { replaceMatrix } from './import-store.ts'
import { activitiesOf, type Matrix } from './matrix.ts'
import { keepFilled } from './matrix-commands.ts'
import { findMatrix } from './plan-store.ts'

/** What the matrix of a plan was when somebody looked at it: another one has another stamp. */
export const stampOf = (planId: string, matrix: Matrix): string => {
  const rows = matrix.flatMap(({ id, revision, activities }) => [
    `${id}:${revision}`,
    ...activities.map((activity) => `${activity.id}:${activity.revision}`),
  ])
  return createHash('sha256')
    .update([planId, ...rows].join())
    .digest('base64url')
    .slice(0, 22)
}

/**
 * Takes the rows of a file into a project's open plan: all of them or none. `stamp` is of the matrix that the
 * difference was shown against; another one is stale, and the difference is shown anew. Rows that say what the plan
 * says already write nothing and leave no entry. Returns how many rows came, changed and went.
 */
export const importMatrix = (
  db: Db,
  actor: Actor,
  code: string,
  { rows, absent, takes, stamp }: { rows: readonly ReadRow[]; absent: Absent; takes: readonly number[]; stamp: string },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'edit')
    requireOpen(held.plan)
    const before = await findMatrix(tx, held.plan.id)
    if (stampOf(held.plan.id, before) !== stamp) throw stale()
    const after = propose(before, rows, absent, takes)
    const { counts, isNone } = difference(before, after)
    if (isNone) return counts
    await keepFilled(
      tx,
      held.project,
      activitiesOf(after).map(({ more }) => more),
    )
    await replaceMatrix(tx, held.plan.id, before, after)
    await raiseMatrix(tx, held.plan.id)
    const onBehalfOf = await insteadOfAgent(tx, actor, held.project, today)
    await settle(tx, actor, held, { event: 'action-plan.imported', onBehalfOf, details: counts }, now)
    return counts
  })
