import { randomUUIDv7 } from 'node:crypto'
import { type Db, type Tx, transact } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Day, Moment } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { conflict, notFound } from '#kit/refusal.ts'
import { titleOf } from '#project'
import { sittingPolicy } from './policy.ts'
import { isOpen } from './presentation.ts'
import { findPresentation, holdPresentation, listFeedback, type PresentationRow } from './presentation-store.ts'
import { holdSchedule } from './schedule-store.ts'
import { exchanged, type Sitting } from './sitting.ts'
import { takeOut } from './sitting-commands.ts'
import { holdSitting, saveSitting } from './sitting-store.ts'
import { listSlides } from './slide-store.ts'
import { refuseClashes, refuseOutside, saveMoved } from './slot-held.ts'
import { listMoved, removeMove, type SlotMove, saveNewMove } from './slot-move-store.ts'

type To = { sittingId: string; beginsAt: string }

/** Moves a slot to another hour or sitting. It stays there when the schedule is made anew. */
export const moveSlot = (db: Db, actor: Actor, slotId: string, to: To, moment: Moment) =>
  transact(db, async (tx) => {
    await holdSchedule(tx)
    const slot = await holdOpen(tx, actor, slotId)
    if (slot.sittingId === to.sittingId && slot.beginsAt === to.beginsAt) return
    await apply(tx, actor, [{ was: slot, slot: { ...slot, ...to, isFixed: true } }], moment, true)
  })

/** Two slots change places. */
export const exchangeSlots = (db: Db, actor: Actor, slotId: string, otherId: string, moment: Moment) =>
  transact(db, async (tx) => {
    await holdSchedule(tx)
    const [one, other] = [await holdOpen(tx, actor, slotId), await holdOpen(tx, actor, otherId)]
    if (one.id === other.id) throw conflict('Pilih paparan lain untuk ditukar.')
    const [first, second] = exchanged(one, other)
    const changes = [
      { was: one, slot: { ...first, isFixed: true } },
      { was: other, slot: { ...second, isFixed: true } },
    ]
    await apply(tx, actor, changes, moment, true)
  })

/**
 * Puts back what was moved last, and takes out what had no slot before, unless somebody changed that since or its place
 * is no longer free; returns to which day, and whether it was an automatic schedule.
 */
export const undoMove = (
  db: Db,
  actor: Actor,
  moveId: string,
  moment: Moment,
): Promise<{ day: Day; isPlan: boolean }> =>
  transact(db, async (tx) => {
    await holdSchedule(tx)
    const changes: Change[] = []
    const added: PresentationRow[] = []
    const all = await listMoved(tx, moveId)
    for (const moved of all) {
      const was = await holdOpen(tx, actor, moved.presentationId)
      if (was.sittingId !== moved.toSittingId || was.beginsAt !== moved.toBeginsAt) throw conflict(movedAgain(was))
      const { fromSittingId: sittingId, fromBeginsAt: beginsAt, wasFixed: isFixed } = moved
      const minutes = moved.fromMinutes ?? was.minutes
      if (sittingId === null) added.push(was)
      else changes.push({ was, slot: { ...was, sittingId, beginsAt, minutes, isFixed } })
    }
    if (changes.length + added.length === 0) throw notFound('Pemindahan ini sudah diurungkan.')
    await removeMove(tx, moveId)
    const day = await takeOutAdded(tx, actor, added, moment)
    const movedTo = changes.length > 0 ? await apply(tx, actor, changes, moment, false) : day
    return { day: movedTo ?? moment.today, isPlan: all.some((one) => one.isPlan) }
  })

const movedAgain = (slot: PresentationRow) =>
  `“${titleOf(slot)}” sudah dipindahkan lagi, jadi susunan sebelumnya tidak dapat dikembalikan.`

/**
 * Takes out slots that an automatic schedule gave; returns the day of the first. Nobody's slides go by it, nor what
 * somebody said.
 */
async function takeOutAdded(
  tx: Tx,
  actor: Actor,
  added: PresentationRow[],
  { now, today }: Moment,
): Promise<Day | undefined> {
  const ids = added.map(({ id }) => id)
  const withSlides = (await listSlides(tx, ids)).map(({ thingId }) => thingId)
  const withFeedback = (await listFeedback(tx, ids)).map(({ presentationId }) => presentationId)
  const first = added.find(({ id }) => withSlides.includes(id) || withFeedback.includes(id))
  if (first)
    throw conflict(
      withSlides.includes(first.id)
        ? `Salindia “${titleOf(first)}” sudah dilampirkan, jadi susunan sebelumnya tidak dapat dikembalikan.`
        : `“${titleOf(first)}” sudah mempunyai masukan, jadi susunan sebelumnya tidak dapat dikembalikan.`,
    )
  const days: Day[] = []
  for (const [sittingId, slots] of Map.groupBy(added, (slot) => slot.sittingId ?? '')) {
    const sitting = await holdToChange(tx, actor, sittingId)
    refusePast(sitting, today, 'Susunannya tidak dapat dikembalikan lagi.')
    await takeOut(tx, actor, sitting, slots, now)
    await saveSitting(tx, sitting)
    days.push(sitting.heldOn)
  }
  return days.toSorted()[0]
}

function refusePast({ heldOn, title }: Sitting, today: Day, instead: string): void {
  if (heldOn < today) throw conflict(`${title} sudah lewat. ${instead}`)
}

type Change = { was: PresentationRow; slot: PresentationRow }

async function apply(
  tx: Tx,
  actor: Actor,
  changes: Change[],
  { now, today }: Moment,
  isUndoable: boolean,
): Promise<Day> {
  const sittings = new Map<string, Sitting>()
  for (const { was, slot } of changes)
    for (const id of [was.sittingId, slot.sittingId])
      if (id && !sittings.has(id)) sittings.set(id, await holdToChange(tx, actor, id))
  for (const { was, slot } of changes) {
    const sitting = sittings.get(slot.sittingId ?? '')
    if (!sitting) throw notFound()
    refusePast(sitting, today, 'Pilih sidang yang akan datang.')
    refuseOutside(slot, sitting)
    await saveMoved(tx, actor, { was, slot }, sitting, now)
  }
  for (const sitting of sittings.values()) await saveSitting(tx, sitting)
  const moveId = randomUUIDv7()
  if (isUndoable)
    await saveNewMove(
      tx,
      changes.map((change) => moveOf(change, moveId, now)),
    )
  await refuseClashes(
    tx,
    [...sittings.values()].map(({ heldOn }) => heldOn),
    changes.map(({ slot }) => slot.id),
  )
  return sittings.get(changes[0]?.slot.sittingId ?? '')?.heldOn ?? today
}

const moveOf = ({ was, slot }: Change, moveId: string, movedAt: Date): SlotMove => ({
  ...{ moveId, presentationId: slot.id, movedAt, wasFixed: was.isFixed, isPlan: false },
  ...{ fromSittingId: was.sittingId, fromBeginsAt: was.beginsAt, fromMinutes: was.minutes },
  ...{ toSittingId: slot.sittingId ?? '', toBeginsAt: slot.beginsAt ?? '' },
})

/** Whoever runs the programme moves slots; which of them is looked at does not matter. */
async function holdToChange(tx: Tx, actor: Actor, id: string): Promise<Sitting> {
  const sitting = await holdSitting(tx, id)
  if (!sitting) throw notFound('Sidang ini tidak ada lagi. Pilih sidang lain.')
  authorize(sittingPolicy, actor, 'change', { ...sitting, slots: [], attendeeIds: [] })
  return sitting
}

async function holdOpen(tx: Tx, actor: Actor, id: string): Promise<PresentationRow> {
  await holdPresentation(tx, id)
  const slot = await findPresentation(tx, id)
  if (!slot?.sittingId) throw notFound()
  await holdToChange(tx, actor, slot.sittingId)
  if (!isOpen(slot)) throw conflict('Paparan yang sudah dimulai atau diputuskan tidak dapat dipindahkan.')
  return slot
}
