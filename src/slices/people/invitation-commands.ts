import { createHash, randomUUIDv7 } from 'node:crypto'
import { type Database, type Db, type Tx, transact } from '#db'
import { type Author, record } from '#journal'
import type { Actor, Role } from '#kit/actor.ts'
import { dayIn, dayInWords, type Zone } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { conflict, deadLink } from '#kit/refusal.ts'
import { postLetter } from '#mail'
import { holdAccessOf, isPersonTaken, saveAccess, saveNewAccess } from './access-store.ts'
import { saveNewAccount, savePasswordHash } from './account-store.ts'
import { expiryFrom, type Invitation, stateOf, tokenBasis } from './invitation.ts'
import { invitationPolicy } from './invitation-policy.ts'
import {
  findInvitationByToken,
  holdInvitation,
  holdInvitationOf,
  type InvitationFrom,
  saveInvitation,
  saveNewInvitation,
  savePersonEmail,
} from './invitation-store.ts'
import { hashPassword } from './password-hash.ts'

export type NewInvitation = {
  /** Minted by the page that drew the form. */
  id: string
  email: string | null
  name: string
  personId: string | null
  roles: readonly Role[]
}

/**
 * Invites somebody to an account; returns the invitation's id. A person who was invited and has not come yet is not
 * invited twice: that invitation is renewed. The link is `invitationPath`.
 */
export const inviteAccount = (db: Db, actor: Actor, invited: NewInvitation, now: Date): Promise<string> =>
  transact(db, async (tx) => {
    authorize(invitationPolicy, actor, 'invite', { agencyId: tx.agencyId, roles: invited.roles })
    return invite(tx, actor, invited, now)
  })

/** Step of `inviteAccount` and of whoever invites without being signed in: the command line. */
export async function invite(tx: Tx, author: Author, invited: NewInvitation, now: Date): Promise<string> {
  const waiting = invited.personId === null ? undefined : await holdInvitationOf(tx, invited.personId)
  if (waiting !== undefined && waiting.id !== invited.id) {
    await renew(tx, author, { ...waiting, email: invited.email ?? waiting.email }, now)
    return waiting.id
  }
  const invitation = { ...invited, email: invited.email?.toLowerCase() ?? null, expiresAt: expiryFrom(now) }
  if (!(await saveNewInvitation(tx, invitation, hashOf(tokenOf(tx, invitation)), now))) return invited.id
  await record(tx, author, { event: 'account.invited', thing: thing(invited.id), details: rolesOf(invited) }, now)
  return invited.id
}

/** Makes the link anew, valid from now; the old one opens nothing any more. */
export const renewInvitation = (db: Db, actor: Actor, id: string, now: Date): Promise<void> =>
  transact(db, async (tx) => {
    const invitation = await holdInvitation(tx, id)
    authorize(invitationPolicy, actor, 'invite', invitation)
    refuseClosed(invitation)
    await renew(tx, actor, invitation, now)
  })

/** Posts the link to the invitation's e-mail: the one that may have been handed over already, a new one if it is over. */
export const sendInvitation = (
  db: Db,
  actor: Actor,
  id: string,
  { now, zone }: { now: Date; zone: Zone },
): Promise<void> =>
  transact(db, async (tx) => {
    const invitation = await holdInvitation(tx, id)
    authorize(invitationPolicy, actor, 'invite', invitation)
    refuseClosed(invitation)
    if (invitation.email === null) throw conflict('Undangan ini tanpa surel: salin tautannya, lalu kirimkan sendiri.')
    const isOpen = stateOf(invitation, now) === 'open'
    const sent = isOpen ? invitation : await renew(tx, actor, invitation, now)
    if (isOpen) await record(tx, actor, { event: 'invitation.sent', thing: thing(id) }, now)
    const until = dayInWords(dayIn(zone, sent.expiresAt))
    await postLetter(tx, invitationLetter(invitation.email, invitation.name, { path: invitationPath(tx, sent), until }))
  })

/** The link opens nothing any more. */
export const withdrawInvitation = (db: Db, actor: Actor, id: string, now: Date): Promise<void> =>
  transact(db, async (tx) => {
    const invitation = await holdInvitation(tx, id)
    authorize(invitationPolicy, actor, 'withdraw', invitation)
    refuseClosed(invitation)
    await saveInvitation(tx, { ...invitation, withdrawnAt: now })
    await record(tx, actor, { event: 'invitation.withdrawn', thing: thing(id) }, now)
  })

async function renew(tx: Tx, author: Author, invitation: Invitation, now: Date): Promise<Invitation> {
  const renewed = { ...invitation, expiresAt: expiryFrom(now) }
  await saveInvitation(tx, renewed, hashOf(tokenOf(tx, renewed)))
  await record(tx, author, { event: 'invitation.renewed', thing: thing(invitation.id) }, now)
  return renewed
}

const refuseClosed = ({ acceptedAt, withdrawnAt }: Invitation) => {
  if (acceptedAt !== null) throw conflict('Undangan ini sudah diterima.')
  if (withdrawnAt !== null) throw conflict('Undangan ini sudah ditarik.')
}

/** Our path that accepts the invitation. Show it only to whom `invitationPolicy` lets see it. */
export const invitationPath = (db: Db, invitation: Pick<Invitation, 'id' | 'expiresAt'>): string =>
  `/undangan/${tokenOf(db, invitation)}`

const tokenOf = (db: Db, invitation: Pick<Invitation, 'id' | 'expiresAt'>): string =>
  db.vault.index(tokenBasis(invitation)).toString('base64url')

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
const thing = (id: string) => ({ kind: 'invitation', id }) as const
const rolesOf = ({ roles }: { roles: readonly Role[] }) => ({ roles: roles.join(' ') })

/** The invitation that the link opens. Throws 404 with words when it opens none. */
export async function openInvitation(database: Database, token: string, now: Date): Promise<InvitationFrom> {
  const found = await findInvitationByToken(database, hashOf(token))
  if (found === undefined || stateOf(found.invitation, now) === 'withdrawn') throw deadLink(noSuchLink)
  if (found.invitation.acceptedAt !== null)
    throw deadLink('Undangan ini sudah diterima. Masuklah dengan surel dan kata sandi Anda.')
  if (stateOf(found.invitation, now) === 'expired')
    throw deadLink('Undangan ini sudah lewat masa berlakunya. Mintalah tautan baru kepada yang mengundang Anda.')
  return found
}

const noSuchLink =
  'Tautan undangan ini tidak berlaku. Periksa apakah seluruh tautannya tersalin, atau mintalah yang baru.'

/** Makes an account of this e-mail and password, and lets it in. False when the e-mail has an account already. */
export async function acceptWithNewAccount(
  { invitation, db }: InvitationFrom,
  account: { name: string; email: string; password: string },
  now: Date,
): Promise<boolean> {
  const hash = await hashPassword(account.password)
  const id = randomUUIDv7()
  return transact(db, async (tx) => {
    if (!(await saveNewAccount(tx, { id, name: account.name, email: account.email }, now))) return false
    await savePasswordHash(tx, id, hash, now)
    await accept(tx, invitation.id, { id, email: account.email }, now)
    return true
  })
}

/** Lets somebody in who is signed in with an account already. */
export const acceptSignedIn = (
  { invitation, db }: InvitationFrom,
  account: { id: string; email: string },
  now: Date,
): Promise<void> => transact(db, (tx) => accept(tx, invitation.id, account, now))

async function accept(tx: Tx, invitationId: string, account: { id: string; email: string }, now: Date): Promise<void> {
  const invitation = await holdInvitation(tx, invitationId)
  if (invitation === undefined || stateOf(invitation, now) !== 'open') throw conflict('Undangan ini sudah dipakai.')
  if (invitation.email !== null && invitation.email !== account.email.toLowerCase())
    throw conflict('Undangan ini untuk surel lain. Keluarlah, lalu buka lagi tautannya.')
  const { personId, roles } = invitation
  if (personId !== null && (await isPersonTaken(tx, personId, account.id)))
    throw conflict('Pegawai ini sudah punya akun lain di instansi ini. Hubungi sekretariat.')
  await letIn(tx, account.id, personId, roles, now)
  if (personId !== null) await savePersonEmail(tx, personId, account.email)
  await saveInvitation(tx, { ...invitation, acceptedAt: now })
  const author = { accountId: account.id, personId }
  await record(tx, author, { event: 'invitation.accepted', thing: thing(invitationId) }, now)
}

/** An access that ended before is opened again: an account has one in an agency. */
async function letIn(tx: Tx, accountId: string, personId: string | null, roles: readonly Role[], now: Date) {
  const held = await holdAccessOf(tx, accountId)
  if (held === undefined) return saveNewAccess(tx, { id: randomUUIDv7(), accountId, personId, roles }, now)
  const kept = held.endedAt === null ? held.roles : []
  const all = [...new Set([...kept, ...roles])]
  return saveAccess(tx, { ...held, personId: personId ?? held.personId, roles: all, endedAt: null })
}

const invitationLetter = (to: string, name: string, link: { path: string; until: string }) => ({
  to,
  subject: 'Undangan memakai Rintis',
  greeting: `Yth. ${name}`,
  paragraphs: [
    'Anda diundang memakai Rintis, tempat instansi Anda menjalankan program Agen Perubahan. Buka tautan di bawah ini ' +
      `untuk membuat akun Anda. Tautan berlaku sampai ${link.until}.`,
    'Tautan ini untuk Anda sendiri: jangan teruskan kepada orang lain.',
  ],
  button: { text: 'Terima undangan', path: link.path },
})
