import { type Db, transact } from '#db'
import { violates } from '#db/violation.ts'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { conflict, notFound } from '#kit/refusal.ts'
import type { HeadKind } from './head.ts'
import { endStandingById, holdStanding, startStanding } from './standing-store.ts'
import { unitPolicy } from './unit-policy.ts'
import { findUnit } from './unit-store.ts'

export type NamedHead = { personId: string; kind: HeadKind; fromOn: Day; untilOn: Day | null }

/** Names who heads a unit. Refused while another head of the kind is in force, or the person heads it already. */
export async function nameHead(db: Db, actor: Actor, unitId: string, head: NamedHead, now: Date): Promise<void> {
  try {
    await transact(db, async (tx) => {
      authorize(unitPolicy, actor, 'nameHead', await findUnit(tx, unitId))
      const { kind: headKind, ...term } = head
      await startStanding(tx, { ...term, relation: 'head', headKind, thing: { kind: 'unit', id: unitId } })
      await record(tx, actor, { event: 'unit.head-named', thing: { kind: 'unit', id: unitId }, details: head }, now)
    })
  } catch (error) {
    throw overlapOf(error) ?? error
  }
}

/** The database holds terms apart; these are its words. */
function overlapOf(error: unknown) {
  if (violates(error, 'one_head_of_a_kind_at_a_time'))
    return conflict('Pada masa itu unit ini sudah mempunyai atasan sejenis. Akhiri yang lama, atau pilih tanggal lain.')
  if (violates(error, 'one_standing_at_a_time'))
    return conflict('Pegawai ini sudah menjadi atasan unit ini pada masa itu. Akhiri dahulu, atau pilih tanggal lain.')
  return undefined
}

/** Ends that somebody heads the unit, after a day; where that is before it began, it never was. */
export const endHead = (
  db: Db,
  actor: Actor,
  { unitId, standingId }: { unitId: string; standingId: string },
  untilOn: Day,
  now: Date,
): Promise<void> =>
  transact(db, async (tx) => {
    authorize(unitPolicy, actor, 'nameHead', await findUnit(tx, unitId))
    const standing = await holdStanding(tx, standingId)
    if (standing?.relation !== 'head' || standing.thingId !== unitId) throw notFound()
    await endStandingById(tx, standingId, untilOn)
    const details = { personId: standing.personId, kind: standing.headKind, untilOn }
    await record(tx, actor, { event: 'unit.head-ended', thing: { kind: 'unit', id: unitId }, details }, now)
  })
