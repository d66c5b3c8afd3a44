import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '#db'
import { type Details, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'
import { holdForAct, titleOf } from '#project'
import { clashOf } from './clash.ts'
import { beyondInWords, clashInWords, outsideInWords } from './pages/clash-words.ts'
import { isOver, type Presentation } from './presentation.ts'
import { listPresentations, type PresentationRow, saveNewPresentation, saveSlot } from './presentation-store.ts'
import { scheduleOn } from './schedule-view.ts'
import { isWithin, minutesOver, type Sitting, timeOf } from './sitting.ts'

/**
 * Throws a conflict, with who and when, where one of these slots cannot be where it now is. What was decided or ended is
 * over, whatever its hour: a plan that was sent back and mended may be presented again on the same day.
 */
export async function refuseClashes(tx: Tx, days: readonly Day[], slotIds: readonly string[]): Promise<void> {
  const { slots: all, away } = await scheduleOn(tx, days)
  const slots = all.filter(({ row }) => !isOver(row))
  for (const slot of slots.filter(({ id }) => slotIds.includes(id))) {
    const clash = clashOf(slot, slots, away)
    if (clash) throw conflict(clashInWords(slot, clash))
  }
}

/** Settled: nobody puts a slot outside the hours to which its sitting's judges are invited; those are changed first. */
export function refuseOutside(slot: PresentationRow, sitting: Sitting): void {
  if (!isWithin(sitting, slot)) throw conflict(outsideInWords(titleOf(slot), timeOf(slot), sitting))
}

/**
 * Settled: nobody gives slots more time than their sitting has, by putting them in it or by shortening it; the form that
 * would says by when it has to end, beside the field for that. Those who judge are invited until then.
 */
export function refuseBeyond(sitting: Pick<Sitting, 'endsAt'>, slots: Parameters<typeof minutesOver>[1]): void {
  const over = minutesOver(sitting, slots)
  if (over > 0) throw conflict(beyondInWords(sitting, over), 'ends_at')
}

type Added = { code: string; beginsAt: string; minutes: number }

/** Step: a project gets a slot; returns its id. Throws a conflict where its plan is not ready for it. */
export async function addSlot(
  tx: Tx,
  actor: Actor,
  sitting: Invited,
  { code, beginsAt, minutes }: Added,
  now: Date,
): Promise<string> {
  const { project, plan } = await holdForAct(tx, actor, code, 'read')
  if (plan.state !== 'verified') throw conflict(`Rencana “${titleOf(project)}” belum diverifikasi.`)
  const before = await listPresentations(tx, project.id)
  if (before.some(({ decision }) => decision === null))
    throw conflict(`Paparan “${titleOf(project)}” sudah dijadwalkan.`)
  const slot = { id: randomUUIDv7(), projectId: project.id, planId: plan.id, sittingId: sitting.id, beginsAt, minutes }
  const open = { isFixed: false, reason: null, decision: null, note: '', decidedAt: null }
  await saveNewPresentation(tx, { ...slot, ...open })
  await noteSlot(tx, actor, events.scheduled, { ...slot, sequence: 0 }, sitting, now)
  return slot.id
}

type Moved = Pick<Presentation, 'id' | 'projectId' | 'sittingId' | 'beginsAt' | 'minutes' | 'isFixed' | 'sequence'>

type Change = {
  slot: Moved
  /** Where it was; left out where its sitting itself changed, of which they hear though the slot stays at its hour. */
  was?: Pick<Moved, 'sittingId' | 'beginsAt' | 'minutes'>
}

/** Step: a slot is now elsewhere or at another hour; those who were invited get their invitation anew. */
export async function saveMoved(
  tx: Tx,
  actor: Actor,
  { slot, was }: Change,
  sitting: Invited,
  now: Date,
): Promise<void> {
  const moved = { ...slot, sequence: slot.sequence + 1 }
  await saveSlot(tx, moved)
  const from = was && { fromSittingId: was.sittingId, fromBeginsAt: was.beginsAt, fromMinutes: was.minutes }
  await noteSlot(tx, actor, events.moved, moved, sitting, now, from)
}

export const events = {
  scheduled: 'presentation.scheduled',
  moved: 'presentation.moved',
  cancelled: 'presentation.cancelled',
} as const

type Invited = Pick<Sitting, 'id' | 'heldOn'>

/** What happened to a slot, with all that its invitation says of day and hour: the slot may be gone when it is written. */
export async function noteSlot(
  tx: Tx,
  actor: Actor,
  event: (typeof events)[keyof typeof events],
  { id, projectId, beginsAt, minutes, sequence }: Omit<Moved, 'sittingId' | 'isFixed'>,
  sitting: Invited,
  now: Date,
  from: Details = {},
): Promise<void> {
  const details = { ...from, projectId, sittingId: sitting.id, heldOn: sitting.heldOn, beginsAt, minutes, sequence }
  await record(tx, actor, { event, thing: { kind: 'presentation', id }, details }, now)
}

/** Step: somebody is to sit as judge in a sitting, or it moved. The invitation's number is the sitting's next revision. */
export const inviteJudge = (tx: Tx, actor: Actor, sitting: Sitting, personId: string, now: Date) =>
  record(tx, actor, { event: 'sitting.judge-invited', ...aboutJudge(sitting, personId) }, now)

/** Step: somebody need not come to a sitting any more. */
export const excuseJudge = (tx: Tx, actor: Actor, sitting: Sitting, personId: string, now: Date) =>
  record(tx, actor, { event: 'sitting.judge-excused', ...aboutJudge(sitting, personId) }, now)

const aboutJudge = ({ id, heldOn, beginsAt, endsAt, revision }: Sitting, personId: string) => ({
  thing: { kind: 'sitting' as const, id },
  details: { personId, heldOn, beginsAt, endsAt, sequence: revision + 1 },
})
