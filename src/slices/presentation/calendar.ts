import type { CalendarEvent } from '#kit/calendar.ts'
import { beginningOf, type Day, type Zone } from '#kit/date.ts'
import { clockOf, minutesOf, type Sitting } from './sitting.ts'

type When = { zone: Zone; heldOn: Day; beginsAt: string; endsAt: string }

const hoursOf = ({ zone, heldOn, beginsAt, endsAt }: When) => ({
  begins: instantOf(zone, heldOn, beginsAt),
  ends: instantOf(zone, heldOn, endsAt),
})

const instantOf = (zone: Zone, day: Day, clock: string): string =>
  new Date(beginningOf(zone, day).getTime() + minutesOf(clock) * 60_000).toISOString()

type Called = Pick<Sitting, 'id' | 'title' | 'heldOn' | 'beginsAt' | 'endsAt' | 'place' | 'link' | 'revision'>

/** A sitting in the calendar of whoever is there for all of it. */
export const eventOfSitting = ({ id, title, place, link, revision, ...when }: Called, zone: Zone): CalendarEvent => ({
  ...{ uid: `${id}@rintis`, sequence: revision, title, place, link },
  ...hoursOf({ ...when, zone }),
})

type Slot = { id: string; title: string; heldOn: Day; beginsAt: string; minutes: number; sequence: number }

/** A slot in the calendar of its agent and head. */
export const eventOfSlot = (
  { id, title, heldOn, beginsAt, minutes, sequence }: Slot,
  { place, link }: Pick<Sitting, 'place' | 'link'>,
  zone: Zone,
): CalendarEvent => ({
  ...{ uid: `${id}@rintis`, sequence, title: `Paparan: ${title}`, place, link },
  ...hoursOf({ zone, heldOn, beginsAt, endsAt: clockOf(minutesOf(beginsAt) + minutes) }),
})
