import type { Context } from 'hono'
import { isAutosave } from '#web/autosave/answers.ts'
import type { Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readTyped } from '#web/typed.ts'
import { SignInPage } from './pages/sign-in-page.tsx'
import { carrying, type Interrupted } from './resume.ts'
import { ownPath } from './sign-in.ts'

/**
 * What a closed page answers whoever is signed out: the way to the sign-in, or for a form the sign-in page that
 * carries everything typed. Anything else (an upload's part, a script's call) reads 401.
 */
export async function askSignIn(c: Context<Web>): Promise<Response> {
  const path = pathOf(c.req.url)
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return c.redirect(`/masuk?ke=${encodeURIComponent(path)}`, 303)
  if (c.req.method !== 'POST' || !isForm(c) || isAutosave(c))
    return c.text('Anda belum masuk, atau masa masuk Anda sudah habis.', 401)
  const from = ownPath(pathOf(c.req.header('referer') ?? ''))
  return c.render(<SignInPage form={carrying({ path, from, typed: await readTyped(c) })} />, 403)
}

/** Gives a request to the application, as its server would. */
export type Dispatch = (request: Request, env: Web['Bindings']) => Response | Promise<Response>

/**
 * Sends the interrupted form once more, as whoever just signed in, marked so that it is drawn and not carried out.
 * An act of a mere button draws nothing: it leads back to its page, and says that it was not done.
 */
export async function resume(
  c: Context<Web>,
  dispatch: Dispatch,
  { path, from, typed }: Interrupted,
  setCookies: string[],
): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(typed)) for (const each of [value].flat()) body.append(name, each)
  const headers = new Headers(c.req.raw.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/x-www-form-urlencoded')
  headers.set('cookie', setCookies.map((line) => line.split(';')[0]).join('; '))
  const request = new Request(new URL(path, c.req.url), { method: 'POST', headers, body })
  const answer = await dispatch(request, { ...c.env, resumed: true, nonce: c.get('nonce') })
  if (answer.status === 200) return withCookies(answer, setCookies)
  for (const line of setCookies) c.header('set-cookie', line, { append: true })
  say(c, 'Anda sudah masuk kembali. Tindakan tadi belum dilakukan: ulangi bila masih perlu.')
  return c.redirect(from ?? '/beranda', 303)
}

function withCookies(answer: Response, setCookies: string[]): Response {
  const headers = new Headers(answer.headers)
  for (const line of setCookies) headers.append('set-cookie', line)
  return new Response(answer.body, { status: answer.status, headers })
}

/** Path and query of an address; the empty string for what is none. */
const pathOf = (address: string): string => {
  const url = URL.parse(address)
  return url === null ? '' : `${url.pathname}${url.search}`
}

const isForm = (c: Context<Web>): boolean =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(c.req.header('content-type') ?? '')
