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
  /** Who was present and is no person of the agency. */
  guests: string
  revision: number
}

/** What an invitation says. */
export type SittingFacts = Pick<Sitting, 'title' | 'heldOn' | 'beginsAt' | 'endsAt' | 'place' | 'link'>

/** From when until when one of its slots lasts. */
export type SlotTime = { from: string; until: string }

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const two = (part: number) => String(part).padStart(2, '0')
const clockOf = (minutes: number) => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`

/** When each slot is, in their order: they follow each other without a pause. */
export function timesOf(beginsAt: string, slots: readonly { minutes: number | null }[]): SlotTime[] {
  let at = minutesOf(beginsAt)
  return slots.map(({ minutes }) => {
    const from = clockOf(at)
    at += minutes ?? 0
    return { from, until: clockOf(at) }
  })
}

/** By how many minutes the slots last longer than the sitting; 0 when they fit. */
export function minutesOver(sitting: SittingFacts, slots: readonly { minutes: number | null }[]): number {
  const needed = slots.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  return Math.max(0, needed - (minutesOf(sitting.endsAt) - minutesOf(sitting.beginsAt)))
}

/** Whether those who were invited have to be told: another day or hour, or elsewhere. */
export const isElsewhere = (before: SittingFacts, after: SittingFacts): boolean =>
  before.heldOn !== after.heldOn || before.place !== after.place || before.link !== after.link

/** Who is named in minutes is a person of the agency. */
export const unknownPerson = 'Pilih pegawai yang ada dalam daftar.'
