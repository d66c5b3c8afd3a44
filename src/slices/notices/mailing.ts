import { clockIn, dayIn, isWeekend, type Zone } from '#kit/date.ts'
import type { MailChoice } from '#people'

/** The agency's working hours, Monday to Friday in its own zone. Outside them no reminder disturbs anybody. */
export type MailHours = { zone: Zone; from: string; until: string }

export const isOpenAt = (now: Date, { zone, from, until }: MailHours): boolean => {
  const clock = clockIn(zone, now)
  return !isWeekend(dayIn(zone, now)) && clock >= from && clock < until
}

/** What becomes of the letter of a notice: at once, by itself in working hours, in the digest of the day, or none. */
export type Mailing = 'now' | 'opening' | 'digest' | 'none'

/** Settled: a decision goes at once unless its reader chose working hours; a reminder never outside of them. */
export function mailingOf(isReminder: boolean, choice: MailChoice, isOpen: boolean): Mailing {
  if (!isReminder) return choice === 'office-hours' && !isOpen ? 'opening' : 'now'
  if (choice === 'decisions') return 'none'
  return choice === 'each' ? 'opening' : 'digest'
}

/** A notice whose letter waits. `whom` is one addressee, `lastDigestAt` when they last had a digest. */
export type AwaitingNotice = { id: string; whom: string; awaits: 'opening' | 'digest'; lastDigestAt: Date | null }

/** A letter that goes now, of one notice, or of all that waits for the digest. */
export type DueMail = { whom: string; ids: string[]; isDigest: boolean }

/** The letters that go now: none outside working hours, and of digests one for each addressee a day. */
export function mailsDue(now: Date, hours: MailHours, notices: readonly AwaitingNotice[]): DueMail[] {
  if (!isOpenAt(now, hours)) return []
  const today = dayIn(hours.zone, now)
  const single = notices
    .filter(({ awaits }) => awaits === 'opening')
    .map(({ id, whom }) => ({ whom, ids: [id], isDigest: false }))
  const waiting = notices.filter(
    ({ awaits, lastDigestAt }) =>
      awaits === 'digest' && (lastDigestAt === null || dayIn(hours.zone, lastDigestAt) < today),
  )
  const digests = [...Map.groupBy(waiting, ({ whom }) => whom)].map(([whom, all]) => ({
    whom,
    ids: all.map(({ id }) => id),
    isDigest: true,
  }))
  return [...single, ...digests]
}
