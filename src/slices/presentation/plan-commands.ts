import { randomUUIDv7 } from 'node:crypto'
import { type Db, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { conflict, forbidden, notFound, stale } from '#kit/refusal.ts'
import { type Asked, draftPlan, seenOf } from './plan-view.ts'
import { maySchedule } from './policy.ts'
import { findPresentation } from './presentation-store.ts'
import { holdSchedule } from './schedule-store.ts'
import { clockOf } from './sitting.ts'
import { holdSitting, saveSitting } from './sitting-store.ts'
import { addSlot, refuseClashes, saveMoved } from './slot-held.ts'
import { forgetMovesOf, type SlotMove, saveNewMove } from './slot-move-store.ts'

/**
 * Keeps a schedule as it was seen: made anew under the lock, it must come out the same, or somebody changed what it
 * stands on. What is scheduled already never loses its slot by it. All of it can be taken back at once.
 */
export const keepPlan = (db: Db, actor: Actor, asked: Asked, seen: string, { now, today }: Moment) =>
  transact(db, async (tx) => {
    if (!maySchedule(actor)) throw forbidden()
    await holdSchedule(tx)
    const draft = await draftPlan(tx, actor, asked, today)
    if (seenOf(draft) !== seen) throw stale()
    const { plan, sittings, subjects } = draft
    if (plan.unplaced.some(({ id }) => subjects.get(id)?.slot))
      throw conflict(
        'Ada paparan yang sudah dijadwalkan dan tidak mendapat jam. Tambah sidang atau waktunya, atau jangan susun ulang yang sudah ada.',
      )
    const touched = new Set<string>()
    const changed: string[] = []
    const moves: SlotMove[] = []
    const moveId = randomUUIDv7()
    for (const { id, roomId, from } of plan.placed) {
      const sitting = sittings.find((one) => one.id === roomId)
      const slot = subjects.get(id)?.slot
      if (!sitting) throw notFound()
      const beginsAt = clockOf(from)
      const to = { moveId, toSittingId: roomId, toBeginsAt: beginsAt, movedAt: now, isPlan: true }
      if (!slot) {
        const added = await addSlot(tx, actor, sitting, { code: id, beginsAt, minutes: asked.minutes }, now)
        changed.push(added)
        moves.push({ ...to, presentationId: added, ...nowhere })
      }
      const was = slot && (await findPresentation(tx, id))
      const isMoved = was?.sittingId !== roomId || was.beginsAt !== beginsAt || was.minutes !== asked.minutes
      if (was && !isMoved) continue
      if (was) {
        await forgetMovesOf(tx, id)
        const moved = { ...was, sittingId: roomId, beginsAt, minutes: asked.minutes }
        await saveMoved(tx, actor, { was, slot: moved }, sitting, now)
        touched.add(was.sittingId ?? roomId)
        changed.push(id)
        const from = { fromSittingId: was.sittingId, fromBeginsAt: was.beginsAt, fromMinutes: was.minutes }
        moves.push({ ...to, presentationId: id, ...from, wasFixed: was.isFixed })
      }
      touched.add(roomId)
    }
    for (const id of touched) {
      const sitting = await holdSitting(tx, id)
      if (!sitting) throw notFound()
      await saveSitting(tx, sitting)
      await record(tx, actor, { event: 'sitting.changed', thing: { kind: 'sitting', id } }, now)
    }
    await saveNewMove(tx, moves)
    const days = sittings.map(({ heldOn }) => heldOn)
    await refuseClashes(tx, days, changed)
    return { count: plan.placed.length, day: plan.placed[0]?.day ?? today }
  })

/** Of a slot that was not there before. */
const nowhere = { fromSittingId: null, fromBeginsAt: null, fromMinutes: null, wasFixed: false }
