import { randomUUIDv7 } from 'node:crypto'
import { type Db, type Tx, transact } from '#db'
import { listFilesOf, removeFile } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict, forbidden, notFound } from '#kit/refusal.ts'
import { holdForAct, titleOf } from '#project'
import { maySchedule, sittingPolicy } from './policy.ts'
import type { Presentation } from './presentation.ts'
import {
  listPresentations,
  listSlots,
  type PresentationRow,
  removeSlot,
  saveNewPresentation,
  saveSlot,
} from './presentation-store.ts'
import { isElsewhere, type Sitting, type SittingFacts, timesOf, unknownPerson } from './sitting.ts'
import {
  arePersons,
  holdSitting,
  listAttendees,
  removeSitting,
  saveAttendees,
  saveNewSitting,
  saveSitting,
} from './sitting-store.ts'

type Called = { id: string; facts: SittingFacts; codes: string[]; minutes: number }

/** Calls a sitting, with a slot for each of these projects in their order. The same id twice calls it once. */
export const scheduleSitting = (db: Db, actor: Actor, { id, facts, codes, minutes }: Called, { now }: Moment) =>
  transact(db, async (tx) => {
    if (!maySchedule(actor)) throw forbidden()
    if (!(await saveNewSitting(tx, { ...facts, id }))) return
    await record(tx, actor, { event: 'sitting.scheduled', thing: { kind: 'sitting', id } }, now)
    await addSlots(tx, actor, { ...facts, id }, { codes, minutes, behind: 0 }, now)
  })

/** Changes when and where a sitting is held; whoever still has to present there is told. */
export const changeSitting = (
  db: Db,
  actor: Actor,
  id: string,
  { revision, ...facts }: SittingFacts & { revision: number },
  { now }: Moment,
) =>
  transact(db, async (tx) => {
    const { sitting, slots } = await holdWithSlots(tx, actor, id, 'change')
    compareRevision(sitting.revision, revision)
    const changed = { ...sitting, ...facts }
    await saveSitting(tx, changed)
    await record(tx, actor, { event: 'sitting.changed', thing: { kind: 'sitting', id } }, now)
    await noteMoves(tx, actor, { sitting, slots }, { sitting: changed, slots }, now)
  })

type Arranged = { revision: number; kept: { id: string; minutes: number }[]; codes: string[]; minutes: number }

/** Puts the slots of a sitting in order: those that are kept, behind them those of more projects. */
export const arrangeSitting = (db: Db, actor: Actor, id: string, arranged: Arranged, { now }: Moment) =>
  transact(db, async (tx) => {
    const { sitting, slots } = await holdWithSlots(tx, actor, id, 'change')
    compareRevision(sitting.revision, arranged.revision)
    const kept: PresentationRow[] = []
    for (const [at, { id: slotId, minutes }] of arranged.kept.entries()) {
      const slot = slots.find((one) => one.id === slotId)
      if (!slot) throw notFound()
      kept.push({ ...slot, position: at + 1, minutes })
    }
    await takeOut(
      tx,
      actor,
      sitting,
      slots.filter(({ id: slotId }) => !kept.some((one) => one.id === slotId)),
      now,
    )
    for (const slot of kept) await saveSlot(tx, slot)
    await saveSitting(tx, sitting)
    await record(tx, actor, { event: 'sitting.changed', thing: { kind: 'sitting', id } }, now)
    await noteMoves(tx, actor, { sitting, slots }, { sitting, slots: kept }, now)
    await addSlots(tx, actor, sitting, { codes: arranged.codes, minutes: arranged.minutes, behind: kept.length }, now)
  })

/** Calls a sitting off, while nothing was decided in it. Its plans wait for another one. */
export const cancelSitting = (db: Db, actor: Actor, id: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const { sitting, slots } = await holdWithSlots(tx, actor, id, 'change')
    await takeOut(tx, actor, sitting, slots, now)
    await saveAttendees(tx, id, [])
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

async function holdWithSlots(tx: Tx, actor: Actor, id: string, act: keyof typeof sittingPolicy) {
  const sitting = await holdSitting(tx, id)
  if (!sitting) throw notFound()
  const slots = await listSlots(tx, id)
  const attendeeIds = (await listAttendees(tx, id)).map(({ personId }) => personId)
  authorize(sittingPolicy, actor, act, { ...sitting, slots, attendeeIds })
  return { sitting, slots }
}

/** Takes slots out of their sitting, with their slides: nothing would lead to them any more. */
async function takeOut(tx: Tx, actor: Actor, sitting: Sitting, slots: PresentationRow[], now: Date): Promise<void> {
  if (slots.some(({ decision }) => decision !== null))
    throw conflict('Paparan yang sudah diputuskan tidak dapat dikeluarkan dari sidang.')
  for (const slot of slots) {
    for (const file of await listFilesOf(tx, 'presentation', [slot.id]))
      await removeFile(tx, file.id, { kind: 'presentation', id: slot.id })
    await removeSlot(tx, slot.id)
    await noteSlot(tx, actor, events.cancelled, slot, sitting, now)
  }
}

type Added = { codes: string[]; minutes: number; behind: number }

/** A slot for each project, behind those that are there. Throws a conflict where a plan is not ready for it. */
async function addSlots(
  tx: Tx,
  actor: Actor,
  sitting: SittingFacts & { id: string },
  { codes, minutes, behind }: Added,
  now: Date,
): Promise<void> {
  for (const [at, code] of codes.entries()) {
    const { project, plan } = await holdForAct(tx, actor, code, 'read')
    if (plan.state !== 'verified') throw conflict(`Rencana “${titleOf(project)}” belum diverifikasi.`)
    const before = await listPresentations(tx, project.id)
    if (before.some(({ decision }) => decision === null))
      throw conflict(`Paparan “${titleOf(project)}” sudah dijadwalkan.`)
    const slot: Omit<Presentation, 'agencyId' | 'revision'> = {
      ...{ id: randomUUIDv7(), projectId: project.id, planId: plan.id, sittingId: sitting.id },
      ...{ position: behind + at + 1, minutes, reason: null, decision: null, note: '', decidedAt: null },
    }
    await saveNewPresentation(tx, slot)
    await noteSlot(tx, actor, events.scheduled, slot, sitting, now)
  }
}

type Arrangement = { sitting: SittingFacts & { id: string }; slots: Pick<Presentation, SlotFields>[] }
type SlotFields = 'id' | 'projectId' | 'minutes' | 'decision'

/** An entry for each slot that now begins at another time or elsewhere, and is still to come. */
async function noteMoves(tx: Tx, actor: Actor, before: Arrangement, after: Arrangement, now: Date): Promise<void> {
  const [times, newTimes] = [before, after].map(({ sitting, slots }) => timesOf(sitting.beginsAt, slots))
  const isMoved = isElsewhere(before.sitting, after.sitting)
  for (const [at, slot] of after.slots.entries()) {
    const was = times?.[before.slots.findIndex(({ id }) => id === slot.id)]
    const isLater = was?.from !== newTimes?.[at]?.from
    if (slot.decision === null && (isMoved || isLater))
      await noteSlot(tx, actor, events.moved, slot, after.sitting, now)
  }
}

const events = {
  scheduled: 'presentation.scheduled',
  moved: 'presentation.moved',
  cancelled: 'presentation.cancelled',
} as const

async function noteSlot(
  tx: Tx,
  actor: Actor,
  event: (typeof events)[keyof typeof events],
  { id, projectId }: Pick<Presentation, 'id' | 'projectId'>,
  sitting: Pick<Sitting, 'id' | 'heldOn'>,
  now: Date,
): Promise<void> {
  const details = { projectId, sittingId: sitting.id, heldOn: sitting.heldOn }
  await record(tx, actor, { event, thing: { kind: 'presentation', id }, details }, now)
}
