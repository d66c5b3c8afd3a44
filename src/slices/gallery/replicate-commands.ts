import { type Db, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { notFound } from '#kit/refusal.ts'
import { replicateStep } from '#project'
import { findShownPlan } from './shown-plan-store.ts'
import { findShown } from './shown-store.ts'

/**
 * Begins the project of a seat with what a public page shows of another, whatever agency that is of. Everything is read
 * as the public reads it, within the transaction: what was taken back a moment ago crosses no more.
 */
export const replicateProject = (
  db: Db,
  actor: Actor,
  { code, id, seatId }: { code: string; id: string; seatId: string },
  moment: Moment,
): Promise<string> =>
  transact(db, async (tx) => {
    const shown = await findShown(tx, code)
    if (!shown) throw notFound('Proyek ini tidak ada, atau tidak diterbitkan.')
    const source = {
      sourceAgencyId: shown.agencyId,
      sourceProjectId: shown.id,
      sourceCode: shown.code,
      sourceTitle: shown.title,
      sourceAgencyName: shown.agencyName,
    }
    const taken = { ...shown, plan: await findShownPlan(tx, shown) }
    return replicateStep(tx, actor, { id, seatId }, { source, taken }, moment)
  })
