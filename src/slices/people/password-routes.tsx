import type { Context } from 'hono'
import { blankForm, refuseField } from '#kit/form.ts'
import { deadLink, tooMany } from '#kit/refusal.ts'
import { anyone, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { askReset, changePassword, findResetAccount, resetPassword } from './account-commands.ts'
import { listAccessesOf } from './account-store.ts'
import type { Identity } from './identity.ts'
import { ChangePasswordPage } from './pages/change-password-page.tsx'
import { AskResetPage, ResetAskedPage, ResetPage } from './pages/reset-pages.tsx'
import { waitInWords } from './sign-in.ts'
import { findAddressWait } from './sign-in-commands.ts'
import { askResetForm, changePasswordForm, resetForm } from './sign-in-forms.ts'
import { addAddressFailure } from './sign-in-store.ts'

/** Longer than writing to a mailbox takes, in milliseconds: how long it took must not tell whether there is one. */
const answersAfter = 300

/** A new password: by a link to one's mailbox, or by the present one. */
export function passwordRoutes(people: Identity) {
  const app = routes()

  app.get('/lupa-sandi', anyone, (c) => c.render(<AskResetPage form={blankForm()} />))

  app.post('/lupa-sandi', anyone, async (c) => {
    const { database, now } = c.var
    const read = await readPosted(c, askResetForm)
    if (!read.ok) return c.render(<AskResetPage form={read.form} />, read.status)
    const address = c.env?.address ?? ''
    const wait = await findAddressWait(database, address, now)
    if (wait > 0) throw tooMany(`Terlalu banyak permintaan. Coba lagi dalam ${waitInWords(wait)}.`)
    await Promise.all([
      askReset(database, read.value.email, now),
      addAddressFailure(database, address, now),
      new Promise((resolve) => setTimeout(resolve, answersAfter)),
    ])
    return c.render(<ResetAskedPage />)
  })

  app.get('/lupa-sandi/:token', anyone, async (c) => {
    const account = await accountOf(c)
    return c.render(<ResetPage form={blankForm()} email={account.email} path={c.req.path} />)
  })

  app.post('/lupa-sandi/:token', anyone, async (c) => {
    const { database, now } = c.var
    const account = await accountOf(c)
    const read = await readPosted(c, resetForm)
    if (!read.ok) return c.render(<ResetPage form={read.form} email={account.email} path={c.req.path} />, read.status)
    const agencies = (await listAccessesOf(database, account.id)).map(({ name }) => name)
    const problem = await people.judgePassword(read.value.password, { ...account, agencies })
    if (problem !== null) {
      const form = refuseField(read.typed, 'password', problem)
      return c.render(<ResetPage form={form} email={account.email} path={c.req.path} />, 422)
    }
    if (!(await resetPassword(database, c.req.param('token'), read.value.password, now))) throw deadLink(noLink)
    say(c, 'Kata sandi Anda sudah diganti. Masuklah dengan kata sandi yang baru.')
    return c.redirect('/masuk', 303)
  })

  app.get('/akun/kata-sandi', signedIn, (c) => c.render(<ChangePasswordPage form={blankForm({ end_others: 'yes' })} />))

  app.post('/akun/kata-sandi', signedIn, async (c) => {
    const { database, now, actor, session } = c.var
    const read = await readPosted(c, changePasswordForm)
    if (!read.ok) return c.render(<ChangePasswordPage form={read.form} />, read.status)
    const { currentPassword, password, endOthers } = read.value
    const agencies = (session?.agencies ?? []).map(({ name }) => name)
    const owner = { email: session?.email ?? '', name: session?.name ?? '', agencies }
    const problem = await people.judgePassword(password, owner)
    if (problem !== null)
      return c.render(<ChangePasswordPage form={refuseField(read.typed, 'password', problem)} />, 422)
    const account = { id: actor.accountId, keep: endOthers ? (session?.sessionId ?? null) : null }
    const result = await changePassword(database, account, { current: currentPassword, next: password }, now)
    if (result.kind !== 'changed') {
      const words = result.kind === 'wrong' ? notCurrent : tooOften(result.seconds)
      const form = refuseField(read.typed, 'current_password', words)
      return c.render(<ChangePasswordPage form={form} />, result.kind === 'wrong' ? 422 : 429)
    }
    say(c, 'Kata sandi Anda sudah diganti.')
    return c.redirect('/akun', 303)
  })

  app.get('/.well-known/change-password', anyone, (c) => c.redirect('/akun/kata-sandi', 302))

  return app
}

/** Whose password the link in the address changes; 404 with words when it changes nobody's. */
async function accountOf(c: Context<Web>) {
  const account = await findResetAccount(c.get('database'), c.req.param('token') ?? '', c.get('now'))
  if (account === undefined) throw deadLink(noLink)
  return account
}

const noLink = 'Tautan ini sudah dipakai atau lewat masa berlakunya. Mintalah tautan baru di halaman lupa kata sandi.'
const notCurrent = 'Kata sandi sekarang tidak cocok. Periksa, lalu coba lagi.'
const tooOften = (seconds: number) => `Terlalu banyak percobaan. Coba lagi dalam ${waitInWords(seconds)}.`
