import type { Actor } from '#kit/actor.ts'

/** Sesi: that an account is signed in on one device. */
export type Session = {
  id: string
  accountId: string
  /** "Ingat saya" was chosen. */
  remembered: boolean
  createdAt: Date
  /** When it was last used, to the minute. */
  seenAt: Date
  userAgent: string | null
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long a session lives at most, in milliseconds. */
export const absoluteLimit = (remembered: boolean): number => (remembered ? 7 * day : 12 * hour)

/**
 * How long a session may lie unused, in milliseconds: half an hour for whoever can change what others rely on (the
 * programme, its marks), twelve hours for everybody else.
 */
export function idleLimit({ roles, standings }: Pick<Actor, 'roles' | 'standings'>): number {
  const weighty =
    roles.some((role) => role === 'admin' || role === 'secretariat') ||
    standings.some(({ relation }) => relation === 'judge')
  return weighty ? 30 * minute : 12 * hour
}

/** Whether the session still holds for this actor. */
export const isAlive = (
  session: Pick<Session, 'remembered' | 'createdAt' | 'seenAt'>,
  actor: Pick<Actor, 'roles' | 'standings'>,
  now: Date,
): boolean =>
  now.getTime() < session.createdAt.getTime() + absoluteLimit(session.remembered) &&
  now.getTime() < session.seenAt.getTime() + idleLimit(actor)

/** Whether its use should be written down again; once a minute is enough for limits of half an hour. */
export const isSeenLongAgo = (session: Pick<Session, 'seenAt'>, now: Date): boolean =>
  now.getTime() - session.seenAt.getTime() >= minute
