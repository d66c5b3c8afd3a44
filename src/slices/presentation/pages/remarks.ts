import { clashOf } from '../clash.ts'
import { isOpen, isOver } from '../presentation.ts'
import type { Planned, ScheduledSlot } from '../schedule-view.ts'
import { isWithin, type Sitting } from '../sitting.ts'
import { clashInWords } from './clash-words.ts'

/** What is wrong with where a slot stands: an absence may be told of, and a sitting shortened, after it was put there. */
export function remarkOn(slot: ScheduledSlot, sitting: Sitting, { slots, away }: Planned): string | null {
  if (!isOpen(slot.row)) return null
  const clash = clashOf(
    slot,
    slots.filter(({ row }) => !isOver(row)),
    away,
  )
  if (clash) return clashInWords(slot, clash)
  return isWithin(sitting, slot.row) ? null : 'Di luar jam sidang.'
}

/** What is wrong with the slots of a sitting, but for those that last beyond it, of which is told otherwise. */
export const clashesIn = (sitting: Sitting, planned: Planned): string[] =>
  planned.slots
    .filter((slot) => slot.sittingId === sitting.id && isWithin(sitting, slot.row))
    .flatMap((slot) => remarkOn(slot, sitting, planned) ?? [])
