import { agentInSeat, findSeat } from '#appointment'
import { type Db, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { conflict } from '#kit/refusal.ts'
import { passOn } from './commands.ts'
import { listLeftBehind } from './hand-over-store.ts'
import { handOverPolicy } from './policy.ts'

/**
 * Serah terima: passes these follow-ups of a seat's former agent on to whoever holds it now, for a reason. What is not
 * among them stays with the former agent; what meanwhile found another owner or end is left as it is.
 */
export const handOver = (
  db: Db,
  actor: Actor,
  seatId: string,
  { followUpIds, reason }: { followUpIds: string[]; reason: string },
  { now, today }: Moment,
): Promise<number> =>
  transact(db, async (tx) => {
    const seat = await findSeat(tx, seatId)
    authorize(handOverPolicy, actor, 'handOver', seat)
    const successor = await agentInSeat(tx, seatId, today)
    if (!successor) throw conflict('Kedudukan ini masih kosong. Tetapkan agen penggantinya lebih dahulu.')
    const passing = (await listLeftBehind(tx, today, seatId)).filter(({ id }) => followUpIds.includes(id))
    for (const { id } of passing) await passOn(tx, actor, id, { ownerId: successor.personId, reason }, now)
    return passing.length
  })
