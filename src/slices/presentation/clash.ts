import type { Day } from '#kit/date.ts'
import type { Span } from './slot-plan.ts'

/** Somebody who must be at a presentation, and as what. */
export type Attending = { personId: string; name: string; as: 'agent' | 'member' | 'head' | 'judge' }

/** A slot with who must be there. */
export type TimedSlot = Span & {
  id: string
  title: string
  sittingId: string
  sittingTitle: string
  people: readonly Attending[]
}

/** Halangan: hours in which a person can be at no presentation. Why is not asked. */
export type Absence = { id: string; personId: string; name: string; onDay: Day; beginsAt: string; endsAt: string }

/** What keeps a slot from being where it is. */
export type Clash =
  | { kind: 'room'; with: TimedSlot }
  | { kind: 'person'; who: Attending; with: TimedSlot }
  | { kind: 'absent'; who: Attending; span: Span }

const meets = (one: Span, other: Span) => one.day === other.day && one.from < other.until && other.from < one.until

/** Everybody who must be at one of these slots and is away at its hour, each once, with what they are there. */
export const missedBy = (slots: readonly TimedSlot[], away: readonly (Span & { personId: string })[]): Attending[] => {
  const missed = slots.flatMap((slot) =>
    slot.people.filter((who) => away.some((one) => one.personId === who.personId && meets(one, slot))),
  )
  return [...new Map(missed.map((who) => [who.personId, who])).values()]
}

/**
 * The first thing that keeps a slot from its place: another one in its sitting at that hour, somebody who is in two at
 * once, somebody who is away. Undefined when there is none.
 */
export function clashOf(
  slot: TimedSlot,
  others: readonly TimedSlot[],
  away: readonly (Span & { personId: string })[],
): Clash | undefined {
  const meeting = others.filter((other) => other.id !== slot.id && meets(other, slot))
  const inRoom = meeting.find(({ sittingId }) => sittingId === slot.sittingId)
  if (inRoom) return { kind: 'room', with: inRoom }
  for (const who of slot.people) {
    const other = meeting.find(({ people }) => people.some(({ personId }) => personId === who.personId))
    if (other) return { kind: 'person', who, with: other }
    const span = away.find((one) => one.personId === who.personId && meets(one, slot))
    if (span) return { kind: 'absent', who, span }
  }
  return undefined
}
