import type { Context } from 'hono'
import { blankForm, type Form, refuseField } from '#kit/form.ts'
import { anyone, routes, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { findAccountByEmail } from './account-store.ts'
import type { Identity } from './identity.ts'
import { acceptSignedIn, acceptWithNewAccount, openInvitation } from './invitation-commands.ts'
import { acceptForm } from './invitation-forms.ts'
import type { InvitationFrom } from './invitation-store.ts'
import { AcceptPage, AcceptSignedInPage, SignInToAcceptPage } from './pages/accept-pages.tsx'
import { saveSessionAgency } from './session-store.ts'
import { signInHere } from './sign-in-routes.tsx'

/** Coming in by an invitation's link: with a new account, or with the one that one has. */
export function acceptRoutes(people: Identity) {
  const app = routes()

  app.get('/undangan/:token', anyone, async (c) => {
    const found = await openInvitation(c.var.database, c.req.param('token'), c.var.now)
    const { name, email } = found.invitation
    return draw(c, found, blankForm({ name, email: email ?? '' }))
  })

  app.post('/undangan/:token', anyone, async (c) => {
    const { database, now, session } = c.var
    const found = await openInvitation(database, c.req.param('token'), now)
    if (session !== null) {
      const account = { id: session.actor.accountId, email: session.email }
      await acceptSignedIn(found, account, now)
      await saveSessionAgency(database, { id: session.sessionId, accountId: account.id }, found.db.agencyId)
      say(c, `Anda sekarang dapat bekerja di ${found.agencyName}.`)
      return c.redirect('/beranda', 303)
    }
    const read = await readPosted(c, acceptForm)
    if (!read.ok) return draw(c, found, read.form, read.status)
    const account = { ...read.value, email: found.invitation.email ?? read.value.email }
    const problem = await people.judgePassword(account.password, { ...account, agencies: [found.agencyName] })
    if (problem !== null) return draw(c, found, refuseField(read.typed, 'password', problem), 422)
    if (!(await acceptWithNewAccount(found, account, now)))
      return draw(c, found, refuseField(read.typed, 'email', taken), 422)
    return signInHere(c, people, account)
  })

  return app
}

const taken =
  'Surel ini tidak dapat dipakai untuk akun baru. Bila ini surel Anda, masuklah, lalu buka lagi undangannya.'

/** What the link shows: to whoever is signed in, to an e-mail that has an account, and to somebody new. */
async function draw(c: Context<Web>, found: InvitationFrom, form: Form, status: 200 | 422 = 200) {
  const { session, database } = c.var
  const { invitation, agencyName } = found
  const about = { agencyName, path: c.req.path }
  if (session !== null) {
    const isForOther = invitation.email !== null && invitation.email !== session.email
    return c.render(<AcceptSignedInPage {...about} email={session.email} isForOther={isForOther} />)
  }
  if (invitation.email !== null && (await findAccountByEmail(database, invitation.email)))
    return c.render(<SignInToAcceptPage {...about} email={invitation.email} />)
  return c.render(<AcceptPage {...about} form={form} asksEmail={invitation.email === null} />, status)
}
