/** How often a wrong password was typed for one e-mail, and when last. */
export type Failures = { failures: number; lastAt: Date }

/** How often a wrong password came from one address since `fromAt`. */
export type AddressFailures = { failures: number; fromAt: Date }

const free = 5
const longestWait = 15 * 60
const forgottenAfter = 24 * 3600
const addressMinute = 60
/** A training room shares one address. */
const addressFailuresAMinute = 30

const secondsBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000

/** Seconds until the next try for this e-mail counts: none before the fifth failure, then 1, 2, 4 … up to 15 minutes. */
export function waitLeft({ failures, lastAt }: Failures, now: Date): number {
  if (failures < free) return 0
  const wait = Math.min(2 ** (failures - free), longestWait)
  return Math.max(0, Math.ceil(wait - secondsBetween(lastAt, now)))
}

/** The count after one more failure; what happened a day ago is forgotten. */
export const addFailure = ({ failures, lastAt }: Failures, now: Date): Failures => ({
  failures: secondsBetween(lastAt, now) > forgottenAfter ? 1 : failures + 1,
  lastAt: now,
})

/** Seconds for which this address must wait: none before its thirtieth failure within a minute. */
export function addressWaitLeft({ failures, fromAt }: AddressFailures, now: Date): number {
  if (failures < addressFailuresAMinute) return 0
  return Math.max(0, Math.ceil(addressMinute - secondsBetween(fromAt, now)))
}

/** Before this instant nothing is remembered of failures. */
export const failuresForgotten = (now: Date): Date => new Date(now.getTime() - forgottenAfter * 1000)

/** When the minute began in which a failure at `now` counts, if it began at `fromAt`. */
export const isSameMinute = (fromAt: Date, now: Date): boolean => secondsBetween(fromAt, now) < addressMinute

/** "1 menit" and so on, never less than what has to be waited. */
export const waitInWords = (seconds: number): string =>
  seconds < 60 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`

/** A path of our own to go on to, with its query; null for anything else, and for pages that would lead back here. */
export function ownPath(text: string | undefined): string | null {
  if (text === undefined || !/^\/(?![/\\])/.test(text)) return null
  const base = 'http://own.invalid'
  const url = URL.canParse(text, base) ? new URL(text, base) : null
  if (url === null || url.origin !== base || /^\/(masuk|keluar)(\/|$)/.test(url.pathname)) return null
  return `${url.pathname}${url.search}`
}
