import type { Day } from '#kit/date.ts'

/** Whether an agent works for the whole agency or within one unit. */
export type Level = 'central' | 'unit'

/** Kedudukan: a place on a programme's list of agents. Decrees fill and vacate it; its project stays with it. */
export type Seat = {
  agencyId: string
  id: string
  programmeId: string
  number: number
  level: Level
  unitId: string
}

/** Penetapan: that a person holds a seat, by which decree, from and until (the last day on which it holds). */
export type Appointment = {
  agencyId: string
  id: string
  seatId: string
  personId: string
  decreeId: string
  fromOn: Day
  untilOn: Day
  /** The decree that ended it before its time, and why. */
  endedById: string | null
  endReason: string | null
}

/** Whoever is in a seat on a day. */
export type SeatedAgent = { personId: string; name: string; appointmentId: string }

/** A seat as lists show it. */
export type SeatRow = Seat & { unitName: string; agent: SeatedAgent | null }

/** Where a seat is, who holds it, and whether nobody invited them yet: for whoever counts. */
export type SeatPlace = { unitId: string; agentId: string | null; isUninvited: boolean }
