import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '#db'
import { findPasswordHash, savePasswordHash } from './account-store.ts'
import type { Browser, Identity } from './identity.ts'
import { hashPassword, isOutdated } from './password-hash.ts'
import { addFailure, addressWaitLeft, waitLeft } from './sign-in.ts'
import {
  addAddressFailure,
  changeFailures,
  findAddressFailures,
  isKnownDevice,
  removeFailures,
  removeOldFailures,
  saveKnownDevice,
} from './sign-in-store.ts'

/** What a try to sign in comes to: `cookies` are `Set-Cookie` lines, `device` the token by which the browser is known. */
export type SignInResult =
  | { kind: 'signed-in'; accountId: string; cookies: string[]; device: string }
  | { kind: 'wrong' }
  | { kind: 'wait'; seconds: number }

export type SignInTry = {
  email: string
  password: string
  remember: boolean
  browser: Browser
  /** The token in the browser's device cookie. */
  device: string | undefined
}

/**
 * Tries to sign in. Every try counts as a failure before the password is looked at, so that many at once gain nothing.
 * While an e-mail has to wait, only a right password from a browser in which its account was used before passes.
 * Whether the e-mail has an account shows neither in the result nor in the time it takes.
 */
export async function signIn(database: Database, people: Identity, from: SignInTry, now: Date): Promise<SignInResult> {
  const email = from.email.toLowerCase()
  const addressWait = await findAddressWait(database, from.browser.address, now)
  if (addressWait > 0) return { kind: 'wait', seconds: addressWait }
  const subject = `sign-in ${email}`
  const wait = await countTry(database, subject, now)
  const isKnown = from.device !== undefined && (await isKnownDevice(database, email, sha256(from.device)))
  const found = wait > 0 && !isKnown ? null : await people.signIn({ ...from, email }, from.browser)
  if (found === null) {
    await addAddressFailure(database, from.browser.address, now)
    await removeOldFailures(database, now)
    return wait > 0 ? { kind: 'wait', seconds: wait } : { kind: 'wrong' }
  }
  const device = isKnown && from.device ? from.device : randomBytes(32).toString('base64url')
  await forgetTries(database, subject)
  await saveKnownDevice(database, found.accountId, sha256(device), now)
  await renewHash(database, found.accountId, from.password, now)
  return { kind: 'signed-in', ...found, device }
}

/** A hash made at a lower cost than today's is made anew while the password is at hand. */
async function renewHash(database: Database, accountId: string, password: string, now: Date): Promise<void> {
  const hash = await findPasswordHash(database, accountId)
  if (hash !== undefined && isOutdated(hash))
    await savePasswordHash(database, accountId, await hashPassword(password), now)
}

/** Seconds for which the address has to wait before anything is tried from it. */
export const findAddressWait = async (database: Database, address: string, now: Date): Promise<number> =>
  addressWaitLeft(await findAddressFailures(database, address, now), now)

/**
 * Counts a try about the subject, unless it has to wait; returns the seconds it has to. `forgetTries` after one that
 * succeeded.
 */
export async function countTry(database: Database, subject: string, now: Date): Promise<number> {
  const before = await changeFailures(database, sha256(subject), now, (held) =>
    waitLeft(held, now) > 0 ? null : addFailure(held, now),
  )
  return waitLeft(before, now)
}

export const forgetTries = (database: Database, subject: string) => removeFailures(database, sha256(subject))

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
