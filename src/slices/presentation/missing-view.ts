import type { Db } from '#db'
import { type Attending, missedBy } from './clash.ts'
import { isOpen } from './presentation.ts'
import { scheduleOn } from './schedule-view.ts'
import type { SittingRow } from './sitting-store.ts'

/** A sitting at which somebody who is expected cannot be. */
export type Lacking = { sitting: SittingRow; people: Attending[] }

/**
 * Of these sittings those in which a slot that is still to come lacks somebody. Nothing is asked where nobody is away at
 * all, which is nearly always; else as much as for the board of those days.
 */
export async function listLackingSittings(db: Db, sittings: readonly SittingRow[]): Promise<Lacking[]> {
  const doubtful = sittings.filter(({ absences }) => absences > 0)
  if (doubtful.length === 0) return []
  const { slots, away } = await scheduleOn(
    db,
    doubtful.map(({ heldOn }) => heldOn),
  )
  return doubtful.flatMap((sitting) => {
    const open = slots.filter((slot) => slot.sittingId === sitting.id && isOpen(slot.row))
    const people = missedBy(open, away)
    return people.length > 0 ? [{ sitting, people }] : []
  })
}
