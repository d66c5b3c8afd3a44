import type { Day } from '#kit/date.ts'

/** Sidang paparan: when and where plans are presented, one after the other. */
export type Sitting = {
  agencyId: string
  id: string
  title: string
  heldOn: Day
  /** `HH:MM` on the clock of the agency's zone. */
  beginsAt: string
  endsAt: string
  place: string
  link: string
  /** Until when agents may attach slides; null where no day was set. */
  slidesDueOn: Day | null
  /** Who was present and is no person of the agency. */
  guests: string
  revision: number
}

/** What an invitation says. */
export type SittingFacts = Pick<Sitting, 'title' | 'heldOn' | 'beginsAt' | 'endsAt' | 'place' | 'link' | 'slidesDueOn'>

/** From when until when one of its slots lasts. */
export type SlotTime = { from: string; until: string }

/** Minutes since midnight of `HH:MM`. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const two = (part: number) => String(part).padStart(2, '0')
/** `HH:MM` so many minutes after midnight; past the end of a day it stays at its last minute. */
export function clockOf(minutes: number): string {
  const within = Math.min(Math.max(minutes, 0), 24 * 60 - 1)
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`
}

type Slot = { beginsAt: string | null; minutes: number | null }

const endOf = ({ beginsAt, minutes }: Slot) => minutesOf(beginsAt ?? '00:00') + (minutes ?? 0)

/** From when until when a slot lasts. */
export const timeOf = (slot: Slot): SlotTime => ({ from: slot.beginsAt ?? '', until: clockOf(endOf(slot)) })

/** When a slot behind all that a sitting has would begin. */
export const behind = (beginsAt: string, slots: readonly Slot[]): string =>
  clockOf(Math.max(minutesOf(beginsAt), ...slots.map(endOf)))

/** By how many minutes the last slot ends after the sitting; 0 when they fit. */
export const minutesOver = (sitting: Pick<Sitting, 'endsAt'>, slots: readonly Slot[]): number =>
  Math.max(0, ...slots.map((slot) => endOf(slot) - minutesOf(sitting.endsAt)))

/** Whether a slot lies within the hours of its sitting. */
export const isWithin = (sitting: Pick<Sitting, 'beginsAt' | 'endsAt'>, slot: Slot): boolean =>
  minutesOf(slot.beginsAt ?? '') >= minutesOf(sitting.beginsAt) && endOf(slot) <= minutesOf(sitting.endsAt)

/** The hour of a slot once its sitting begins at another hour: as far from its beginning as before. */
export const shifted = (beginsAt: string, before: SittingFacts, after: SittingFacts): string =>
  clockOf(minutesOf(beginsAt) + minutesOf(after.beginsAt) - minutesOf(before.beginsAt))

type Held = Slot & { sittingId: string | null }

/**
 * Where two slots stand once they have changed places. Settled: each begins when the other did; within one sitting the
 * later one ends when the later one did, so that two neighbours of unlike length change places without a hole.
 */
export function exchanged<One extends Held>(one: One, other: One): [One, One] {
  const to = (slot: One, { sittingId, beginsAt }: One): One => ({ ...slot, sittingId, beginsAt })
  if (one.sittingId !== other.sittingId) return [to(one, other), to(other, one)]
  const [first, second] = endOf(one) <= endOf(other) ? [one, other] : [other, one]
  const [late, early] = [{ ...first, beginsAt: clockOf(endOf(second) - (first.minutes ?? 0)) }, to(second, first)]
  return first === one ? [late, early] : [early, late]
}

/** Whether those who were invited have to be told: another day or hour, or elsewhere. */
export const isElsewhere = (before: SittingFacts, after: SittingFacts): boolean =>
  before.heldOn !== after.heldOn || before.place !== after.place || before.link !== after.link

/** Who is named in minutes is a person of the agency. */
export const unknownPerson = 'Pilih pegawai yang ada dalam daftar.'
