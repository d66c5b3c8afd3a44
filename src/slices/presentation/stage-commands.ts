import { type Db, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { dayInWords, type Moment } from '#kit/date.ts'
import { conflict, notFound } from '#kit/refusal.ts'
import { saveStage } from './presentation-store.ts'
import { holdSchedule } from './schedule-store.ts'
import { holdWithSlots } from './sitting-commands.ts'
import { isRunning } from './stage.ts'

type At = { sittingId: string; slotId: string }

/** Begins a slot now; whoever was presenting is at the end. What runs already goes on as it was. */
export const beginSlot = (db: Db, actor: Actor, { sittingId, slotId }: At, { now, today }: Moment) =>
  transact(db, async (tx) => {
    await holdSchedule(tx)
    const { sitting, slots } = await holdWithSlots(tx, actor, sittingId, 'record')
    const slot = slots.find(({ id }) => id === slotId)
    if (!slot) throw notFound()
    if (sitting.heldOn > today)
      throw conflict(`Sidangnya baru diadakan ${dayInWords(sitting.heldOn)}, jadi belum ada yang dimulai.`)
    if (isRunning(slot)) return
    if (slot.decision !== null) throw conflict('Paparan ini sudah diputuskan, jadi tidak dimulai lagi.')
    for (const running of slots.filter(isRunning)) await saveStage(tx, { ...running, endedAt: now })
    await saveStage(tx, { ...slot, startedAt: now, endedAt: null })
    await record(tx, actor, { event: 'presentation.begun', ...about(slot) }, now)
  })

/** Ends the slot that is running. */
export const endSlot = (db: Db, actor: Actor, { sittingId, slotId }: At, { now }: Moment) =>
  transact(db, async (tx) => {
    await holdSchedule(tx)
    const { slots } = await holdWithSlots(tx, actor, sittingId, 'record')
    const slot = slots.find(({ id }) => id === slotId)
    if (!slot) throw notFound()
    if (!isRunning(slot)) return
    await saveStage(tx, { ...slot, endedAt: now })
    await record(tx, actor, { event: 'presentation.ended', ...about(slot) }, now)
  })

/** Takes back that a slot was begun, by mistake say; it may be begun and moved as before. */
export const unbeginSlot = (db: Db, actor: Actor, { sittingId, slotId }: At, { now }: Moment) =>
  transact(db, async (tx) => {
    await holdSchedule(tx)
    const { slots } = await holdWithSlots(tx, actor, sittingId, 'record')
    const slot = slots.find(({ id }) => id === slotId)
    if (!slot) throw notFound()
    if (slot.startedAt === null) return
    await saveStage(tx, { ...slot, startedAt: null, endedAt: null })
    await record(tx, actor, { event: 'presentation.unbegun', ...about(slot) }, now)
  })

const about = ({ id, projectId }: { id: string; projectId: string }) => ({
  thing: { kind: 'presentation' as const, id },
  details: { projectId },
})
