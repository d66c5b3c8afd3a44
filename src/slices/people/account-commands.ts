import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { type Database, type Db, forAgency, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { conflict } from '#kit/refusal.ts'
import { postLetter } from '#mail'
import { accessPolicy } from './access-policy.ts'
import { holdAccess } from './access-store.ts'
import { type Account, resetMinutes } from './account.ts'
import {
  findAccountByEmail,
  findPasswordHash,
  findReset,
  listAccessesOf,
  removeReset,
  removeResetsOf,
  savePasswordHash,
  saveReset,
  saveVerifiedEmail,
} from './account-store.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { removeSessions } from './session-store.ts'
import { countTry, forgetTries } from './sign-in-commands.ts'

/**
 * Writes to the e-mail with a link to a new password, if it has an account and was not written to too often. Returns
 * nothing either way: whether there is an account is told to its mailbox alone.
 */
export async function askReset(database: Database, email: string, now: Date): Promise<void> {
  const wait = await countTry(database, `letter ${email.toLowerCase()}`, now)
  const account = await findAccountByEmail(database, email)
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + resetMinutes * 60_000)
  await database.query.transaction().execute(async (query) => {
    const tx = { ...database, query }
    // Written for a stranger's e-mail too, so that both ways take the same.
    await saveReset(tx, { tokenHash: hashOf(token), accountId: account?.id ?? randomUUIDv7(), expiresAt })
    if (account !== undefined && wait === 0) await postLetter(tx, resetLetter(account, token))
  })
}

/**
 * Makes a link to a new password for whoever reads no mail, to be handed over by the office; returns its path. Refused
 * for an account that acts for another agency too: its password is not this agency's to change.
 */
export const makeResetLink = (db: Db, actor: Actor, accessId: string, now: Date): Promise<string> =>
  transact(db, async (tx) => {
    const held = await holdAccess(tx, accessId)
    const access = held?.endedAt === null ? held : undefined
    authorize(accessPolicy, actor, 'resetPassword', access)
    const agencies = await listAccessesOf(tx, access.accountId)
    if (agencies.some(({ agencyId }) => agencyId !== tx.agencyId)) throw conflict(elsewhere)
    const token = randomBytes(32).toString('base64url')
    const expiresAt = new Date(now.getTime() + resetMinutes * 60_000)
    await saveReset(tx, { tokenHash: hashOf(token), accountId: access.accountId, expiresAt })
    const thing = { kind: 'access', id: accessId } as const
    await record(tx, actor, { event: 'access.reset-link-made', thing }, now)
    return `/lupa-sandi/${token}`
  })

const elsewhere =
  'Akun ini juga dipakai di instansi lain, jadi kata sandinya hanya dapat diganti oleh pemiliknya lewat surel.'

const resetLetter = ({ name, email }: Account, token: string) => ({
  to: email,
  subject: 'Kata sandi baru untuk akun Rintis Anda',
  greeting: `Yth. ${name}`,
  paragraphs: [
    'Kami menerima permintaan untuk mengganti kata sandi akun Rintis dengan surel ini. Buka tautan di bawah ini untuk ' +
      `membuat kata sandi baru. Tautan berlaku ${resetMinutes} menit dan hanya dapat dipakai sekali.`,
    'Bila Anda tidak memintanya, abaikan surel ini: kata sandi Anda tidak berubah.',
  ],
  button: { text: 'Buat kata sandi baru', path: `/lupa-sandi/${token}` },
})

/** Whose password the link changes; undefined when it has run out or was used. */
export const findResetAccount = (database: Database, token: string, now: Date): Promise<Account | undefined> =>
  findReset(database, hashOf(token), now)

/** Sets the password by the link and ends all of the account's sessions. False when the link was used meanwhile. */
export async function resetPassword(database: Database, token: string, password: string, now: Date): Promise<boolean> {
  const account = await findResetAccount(database, token, now)
  if (account === undefined) return false
  const hash = await hashPassword(password)
  return database.query.transaction().execute(async (query) => {
    const tx = { ...database, query }
    if (!(await removeReset(tx, hashOf(token), now))) return false
    await setPassword(tx, account.id, hash, now)
    await saveVerifiedEmail(tx, account.id)
    await removeSessions(tx, account.id)
    return true
  })
}

export type ChangedPassword = { kind: 'changed' } | { kind: 'wrong' } | { kind: 'wait'; seconds: number }

/**
 * Changes the password of somebody who is signed in and knows the present one. `keep` is the session that goes on
 * where the others are to end; null leaves all of them.
 */
export async function changePassword(
  database: Database,
  account: { id: string; keep: string | null },
  passwords: { current: string; next: string },
  now: Date,
): Promise<ChangedPassword> {
  const subject = `password ${account.id}`
  const wait = await countTry(database, subject, now)
  if (wait > 0) return { kind: 'wait', seconds: wait }
  const current = await findPasswordHash(database, account.id)
  if (current === undefined || !(await verifyPassword({ hash: current, password: passwords.current })))
    return { kind: 'wrong' }
  const hash = await hashPassword(passwords.next)
  await database.query.transaction().execute(async (query) => {
    const tx = { ...database, query }
    await setPassword(tx, account.id, hash, now)
    if (account.keep !== null) await removeSessions(tx, account.id, account.keep)
  })
  await forgetTries(database, subject)
  return { kind: 'changed' }
}

/** The account belongs to no agency: each that it may act for has it in its journal. */
async function setPassword(tx: Database, accountId: string, hash: string, now: Date): Promise<void> {
  await savePasswordHash(tx, accountId, hash, now)
  await removeResetsOf(tx, accountId, now)
  const thing = { kind: 'account', id: accountId } as const
  for (const { agencyId, personId } of await listAccessesOf(tx, accountId)) {
    const agency = { ...forAgency(tx, agencyId), inTransaction: true } as const
    await record(agency, { accountId, personId }, { event: 'account.password-changed', thing }, now)
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
