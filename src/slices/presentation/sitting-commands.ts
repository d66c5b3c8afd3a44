import { type Db, type Tx, transact } from '#db'
import { listFilesOf, removeFile } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict, forbidden, notFound } from '#kit/refusal.ts'
import { maySchedule, sittingPolicy } from './policy.ts'
import { isOpen } from './presentation.ts'
import { listSlots, type PresentationRow, removeSlot, saveSlot } from './presentation-store.ts'
import { holdSchedule, listJudges, saveJudges } from './schedule-store.ts'
import { behind, isElsewhere, type Sitting, type SittingFacts, shifted, unknownPerson } from './sitting.ts'
import {
  arePersons,
  holdSitting,
  listAttendees,
  removeSitting,
  saveAttendees,
  saveNewSitting,
  saveSitting,
} from './sitting-store.ts'
import {
  addSlot,
  events,
  excuseJudge,
  inviteJudge,
  noteSlot,
  refuseBeyond,
  refuseClashes,
  refuseOutside,
  saveMoved,
} from './slot-held.ts'
import { forgetMovesOf } from './slot-move-store.ts'

type Called = { id: string; facts: SittingFacts; codes: string[]; minutes: number }

/** Calls a sitting, with a slot for each of these projects in their order. The same id twice calls it once. */
export const scheduleSitting = (db: Db, actor: Actor, { id, facts, codes, minutes }: Called, { now }: Moment) =>
  transact(db, async (tx) => {
    if (!maySchedule(actor)) throw forbidden()
    await holdSchedule(tx)
    if (!(await saveNewSitting(tx, { ...facts, id }))) return
    await record(tx, actor, { event: 'sitting.scheduled', thing: { kind: 'sitting', id } }, now)
    const added = await addSlots(tx, actor, { ...facts, id }, { codes, minutes, slots: [] }, now)
    refuseBeyond(facts, added)
    await refuseClashes(tx, [facts.heldOn], idsOf(added))
  })

/** Changes when and where a sitting is held; whoever still has to present there is told. Its slots go with its hour. */
export const changeSitting = (
  db: Db,
  actor: Actor,
  id: string,
  { revision, ...facts }: SittingFacts & { revision: number },
  { now }: Moment,
) =>
  transact(db, async (tx) => {
    await holdSchedule(tx)
    const { sitting, slots } = await holdWithSlots(tx, actor, id, 'change')
    compareRevision(sitting.revision, revision)
    const changed = { ...sitting, ...facts }
    await saveSitting(tx, changed)
    await record(tx, actor, { event: 'sitting.changed', thing: { kind: 'sitting', id } }, now)
    const open = slots.filter(isOpen)
    const moved = open.map((slot) => ({ ...slot, beginsAt: shifted(slot.beginsAt ?? '', sitting, changed) }))
    const isMoved = isElsewhere(sitting, changed) || sitting.beginsAt !== changed.beginsAt
    if (isMoved || sitting.endsAt !== changed.endsAt) {
      refuseBeyond(changed, moved)
      await inviteJudges(tx, actor, changed, now)
    }
    if (!isMoved) return
    for (const slot of moved) await saveMoved(tx, actor, { slot }, changed, now)
    await refuseClashes(
      tx,
      [changed.heldOn],
      moved.map((slot) => slot.id),
    )
  })

/** Step: those who judge come for the whole of it. */
async function inviteJudges(tx: Tx, actor: Actor, sitting: Sitting, now: Date): Promise<void> {
  for (const { personId } of await listJudges(tx, [sitting.id])) await inviteJudge(tx, actor, sitting, personId, now)
}

type Kept = { id: string; beginsAt: string; minutes: number; isFixed: boolean }
type Arranged = { revision: number; endsAt: string; kept: Kept[]; codes: string[]; minutes: number }

/**
 * Puts the slots of a sitting at their hours: those that are kept, behind them those of more projects; and lets it last
 * as long as they do.
 */
export const arrangeSitting = (db: Db, actor: Actor, id: string, arranged: Arranged, { now }: Moment) =>
  transact(db, async (tx) => {
    await holdSchedule(tx)
    const { sitting: before, slots } = await holdWithSlots(tx, actor, id, 'change')
    compareRevision(before.revision, arranged.revision)
    const sitting = { ...before, endsAt: arranged.endsAt }
    if (sitting.endsAt <= sitting.beginsAt) throw conflict('Jam selesai harus sesudah jam mulai.', 'ends_at')
    const isResized = sitting.endsAt !== before.endsAt
    const kept = arranged.kept.map((to) => {
      const was = slots.find((one) => one.id === to.id)
      if (!was) throw notFound()
      return { was, slot: { ...was, ...to } }
    })
    const gone = slots.filter((slot) => !arranged.kept.some((one) => one.id === slot.id))
    await takeOut(tx, actor, sitting, gone, now)
    const isMoved = ({ was, slot }: (typeof kept)[number]) =>
      was.beginsAt !== slot.beginsAt || was.minutes !== slot.minutes
    const changed = kept.filter((one) => isOpen(one.was) && (isResized || isMoved(one))).map(({ slot }) => slot)
    refuseBeyond(sitting, changed)
    for (const one of kept) {
      if (one.slot.decision === null && isMoved(one)) {
        refuseOutside(one.slot, sitting)
        await saveMoved(tx, actor, one, sitting, now)
      } else await saveSlot(tx, one.slot)
    }
    await saveSitting(tx, sitting)
    await record(tx, actor, { event: 'sitting.changed', thing: { kind: 'sitting', id } }, now)
    if (isResized) await inviteJudges(tx, actor, sitting, now)
    const { codes, minutes } = arranged
    const added = await addSlots(tx, actor, sitting, { codes, minutes, slots: kept.map(({ slot }) => slot) }, now)
    const moved = kept.filter(isMoved).map(({ slot }) => slot.id)
    refuseBeyond(sitting, added)
    await refuseClashes(tx, [sitting.heldOn], [...moved, ...idsOf(added)])
  })

/** Names who sits as judge in a sitting; refused where one of them is in another slot then, or away. */
export const seatJudges = (
  db: Db,
  actor: Actor,
  id: string,
  { revision, personIds }: { revision: number; personIds: string[] },
  { now }: Moment,
) =>
  transact(db, async (tx) => {
    await holdSchedule(tx)
    const { sitting, slots } = await holdWithSlots(tx, actor, id, 'change')
    compareRevision(sitting.revision, revision)
    if (!(await arePersons(tx, personIds))) throw conflict(unknownPerson)
    const before = new Set((await listJudges(tx, [id])).map(({ personId }) => personId))
    await saveJudges(tx, id, personIds)
    await saveSitting(tx, sitting)
    const details = { persons: personIds.length }
    await record(tx, actor, { event: 'sitting.judges-seated', thing: { kind: 'sitting', id }, details }, now)
    for (const one of new Set(personIds)) if (!before.has(one)) await inviteJudge(tx, actor, sitting, one, now)
    for (const one of before) if (!personIds.includes(one)) await excuseJudge(tx, actor, sitting, one, now)
    await refuseClashes(
      tx,
      [sitting.heldOn],
      slots.filter(isOpen).map((slot) => slot.id),
    )
  })

/** Calls a sitting off, while nothing was decided in it. Its plans wait for another one. */
export const cancelSitting = (db: Db, actor: Actor, id: string, { now }: Moment) =>
  transact(db, async (tx) => {
    await holdSchedule(tx)
    const { sitting, slots } = await holdWithSlots(tx, actor, id, 'change')
    await takeOut(tx, actor, sitting, slots, now)
    await saveAttendees(tx, id, [])
    for (const { personId } of await listJudges(tx, [id])) await excuseJudge(tx, actor, sitting, personId, now)
    await saveJudges(tx, id, [])
    await forgetMovesOf(tx, id)
    await removeSitting(tx, id)
    await record(tx, actor, { event: 'sitting.cancelled', thing: { kind: 'sitting', id } }, now)
  })

/** Writes down who was present. */
export const recordAttendance = (
  db: Db,
  actor: Actor,
  id: string,
  { revision, personIds, guests }: { revision: number; personIds: string[]; guests: string },
  { now }: Moment,
) =>
  transact(db, async (tx) => {
    const { sitting } = await holdWithSlots(tx, actor, id, 'record')
    compareRevision(sitting.revision, revision)
    if (!(await arePersons(tx, personIds))) throw conflict(unknownPerson)
    await saveAttendees(tx, id, personIds)
    await saveSitting(tx, { ...sitting, guests })
    const details = { persons: personIds.length }
    await record(tx, actor, { event: 'sitting.recorded', thing: { kind: 'sitting', id }, details }, now)
  })

export async function holdWithSlots(tx: Tx, actor: Actor, id: string, act: keyof typeof sittingPolicy) {
  const sitting = await holdSitting(tx, id)
  if (!sitting) throw notFound()
  const slots = await listSlots(tx, id)
  const there = [...(await listAttendees(tx, id)), ...(await listJudges(tx, [id]))]
  const attendeeIds = there.map(({ personId }) => personId)
  authorize(sittingPolicy, actor, act, { ...sitting, slots, attendeeIds })
  return { sitting, slots }
}

/** Takes slots out of their sitting, with their slides: nothing would lead to them any more. */
export async function takeOut(
  tx: Tx,
  actor: Actor,
  sitting: Sitting,
  slots: PresentationRow[],
  now: Date,
): Promise<void> {
  if (slots.some(({ decision }) => decision !== null))
    throw conflict('Paparan yang sudah diputuskan tidak dapat dikeluarkan dari sidang.')
  for (const slot of slots) {
    for (const file of await listFilesOf(tx, 'presentation', [slot.id]))
      await removeFile(tx, file.id, { kind: 'presentation', id: slot.id })
    await forgetMovesOf(tx, slot.id)
    await removeSlot(tx, slot.id)
    await noteSlot(tx, actor, events.cancelled, { ...slot, sequence: slot.sequence + 1 }, sitting, now)
  }
}

type Added = { codes: string[]; minutes: number; slots: Parameters<typeof behind>[1] }

type NewSlot = { id: string; beginsAt: string; minutes: number }

/** A slot for each project, behind those that are there; returns them. */
async function addSlots(
  tx: Tx,
  actor: Actor,
  sitting: SittingFacts & { id: string },
  { codes, minutes, slots }: Added,
  now: Date,
): Promise<NewSlot[]> {
  const added: NewSlot[] = []
  for (const code of codes) {
    const beginsAt = behind(sitting.beginsAt, [...slots, ...added])
    const id = await addSlot(tx, actor, sitting, { code, beginsAt, minutes }, now)
    added.push({ id, beginsAt, minutes })
  }
  return added
}

const idsOf = (slots: NewSlot[]) => slots.map(({ id }) => id)
