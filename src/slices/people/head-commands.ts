import { type Db, transact } from '#db'
import { violates } from '#db/violation.ts'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import type { HeadKind } from './head.ts'
import { endStandingById, holdStanding, startStanding } from './standing-store.ts'
import { unitPolicy } from './unit-policy.ts'
import { findUnit } from './unit-store.ts'

export type NamedHead = { personId: string; kind: HeadKind; fromOn: Day; untilOn: Day | null }

/** Names who heads a unit. The database refuses terms that overlap; `overlapOf` has the words for it. */
export const nameHead = (db: Db, actor: Actor, unitId: string, head: NamedHead, now: Date): Promise<void> =>
  transact(db, async (tx) => {
    authorize(unitPolicy, actor, 'nameHead', await findUnit(tx, unitId))
    const { kind: headKind, ...term } = head
    await startStanding(tx, { ...term, relation: 'head', headKind, thing: { kind: 'unit', id: unitId } })
    await record(tx, actor, { event: 'unit.head-named', thing: { kind: 'unit', id: unitId }, details: head }, now)
  })

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

/** What to say beside the field when the database refused a head because of another one; null for other errors. */
export function overlapOf(error: unknown): string | null {
  if (violates(error, 'one_head_of_a_kind_at_a_time'))
    return 'Pada masa itu unit ini sudah mempunyai atasan sejenis. Akhiri yang lama dahulu, atau pilih tanggal lain.'
  if (violates(error, 'one_standing_at_a_time'))
    return 'Pegawai ini sudah menjadi atasan unit ini pada masa itu. Akhiri dahulu, atau pilih tanggal lain.'
  return null
}
