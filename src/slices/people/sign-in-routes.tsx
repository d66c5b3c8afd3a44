import type { Context } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'
import { blankForm, type Typed } from '#kit/form.ts'
import { anyone, routes, type Web } from '#web/request.ts'
import { readPosted } from '#web/typed.ts'
import { type Browser, cookieName, type Identity } from './identity.ts'
import { SignInPage } from './pages/sign-in-page.tsx'
import { carriedBy } from './resume.ts'
import { type Dispatch, resume } from './resume-routes.tsx'
import { removeSession } from './session-store.ts'
import { hasAgency } from './set-up-store.ts'
import { ownPath, waitInWords } from './sign-in.ts'
import { type SignInResult, signIn } from './sign-in-commands.ts'
import { signInForm } from './sign-in-forms.ts'

const afterSignIn = '/beranda'
const notSetUp = 'Rintis belum dipasang, jadi belum ada akun. Buka dahulu tautan “Pasang: …” dari terminal.'

/** Signing in and out. `dispatch` gives a request to the whole application. */
export function signInRoutes(people: Identity, dispatch: Dispatch) {
  const app = routes()
  // Once there is an agency the question is not asked again.
  let isSetUp = false

  app.get('/masuk', anyone, async (c) => {
    const next = ownPath(c.req.query('ke'))
    if (c.get('session') !== null) return c.redirect(next ?? afterSignIn, 303)
    isSetUp ||= await hasAgency(c.get('database'))
    const form = blankForm({ next: next ?? '' })
    return c.render(<SignInPage form={isSetUp ? form : { ...form, remark: notSetUp }} />)
  })

  app.post('/masuk', anyone, async (c) => {
    const read = await readPosted(c, signInForm)
    if (!read.ok) return c.render(<SignInPage form={read.form} />, read.status)
    const browser = browserOf(c)
    const device = getCookie(c, deviceCookie(people))
    const result = await signIn(c.get('database'), people, { ...read.value, browser, device }, c.get('now'))
    if (result.kind !== 'signed-in') return refuse(c, result, read.typed)
    const cookies = await admit(c, people, result)
    const interrupted = carriedBy(read.typed)
    if (interrupted !== null) return resume(c, dispatch, interrupted, cookies)
    for (const line of cookies) c.header('set-cookie', line, { append: true })
    return c.redirect(ownPath(read.value.next) ?? afterSignIn, 303)
  })

  app.post('/keluar', anyone, async (c) => {
    for (const line of await people.signOut(browserOf(c))) c.header('set-cookie', line, { append: true })
    // Drafts that lie in the browser are the account's, too.
    c.header('clear-site-data', '"storage"')
    return c.redirect('/masuk', 303)
  })

  return app
}

/** What the browser shows of itself when it signs in. */
const browserOf = (c: Context<Web>): Browser => ({
  address: c.env?.address ?? '',
  userAgent: (c.req.header('user-agent') ?? '').slice(0, 500),
  cookie: c.req.header('cookie') ?? '',
})

/** Signs in whoever has just set this password, and leads to the first page. */
export async function signInHere(c: Context<Web>, people: Identity, account: { email: string; password: string }) {
  const device = getCookie(c, deviceCookie(people))
  const from = { ...account, remember: false, browser: browserOf(c), device }
  const result = await signIn(c.get('database'), people, from, c.get('now'))
  // Somebody else's guesses may make this e-mail wait even now: then one signs in by hand.
  if (result.kind !== 'signed-in') return c.redirect('/masuk', 303)
  for (const line of await admit(c, people, result)) c.header('set-cookie', line, { append: true })
  return c.redirect(afterSignIn, 303)
}

const deviceCookie = (people: Identity) => `${cookieName(people.url)}-device`
const deviceAttributes = ({ url }: Identity) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: url.startsWith('https:'), maxAge: 365 * 24 * 3600 }) as const

/** Ends the session that the browser had before; returns the `Set-Cookie` lines of the new one and of the device. */
async function admit(
  c: Context<Web>,
  people: Identity,
  { cookies, device }: Extract<SignInResult, { kind: 'signed-in' }>,
): Promise<string[]> {
  const before = c.get('session')
  if (before !== null) await removeSession(c.get('database'), before.actor.accountId, before.sessionId)
  return [...cookies, generateCookie(deviceCookie(people), device, deviceAttributes(people))]
}

/** The sign-in form again, in the same words whether the e-mail has an account or not. */
function refuse(c: Context<Web>, result: Exclude<SignInResult, { kind: 'signed-in' }>, typed: Typed) {
  if (result.kind === 'wrong') {
    const errors = { email: 'Surel atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.' }
    return c.render(<SignInPage form={{ values: typed, errors }} />, 422)
  }
  c.header('retry-after', String(result.seconds))
  const errors = { email: `Terlalu banyak percobaan masuk. Coba lagi dalam ${waitInWords(result.seconds)}.` }
  return c.render(<SignInPage form={{ values: typed, errors }} />, 429)
}
